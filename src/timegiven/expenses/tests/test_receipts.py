"""Nothing hides in a receipt, and none can be read without the key."""

import io

import pikepdf
import pytest
from cryptography.exceptions import InvalidTag
from django.core.files.uploadedfile import SimpleUploadedFile

from timegiven.expenses import forms, receipts
from timegiven.expenses.models import Receipt, SignedPaper
from timegiven.expenses.tests.papers import HEIC, PLANTED, a_burst, a_flood, a_pdf, a_photo, a_zip
from timegiven.kernel.refusals import NotAllowed


def test_a_photo_is_redrawn_without_its_comment():
    sent = a_photo(comment=PLANTED)
    assert PLANTED in sent  # the control: it was there

    clean = receipts.redraw(sent)

    assert clean.kind == "image/jpeg"
    assert PLANTED not in clean.content


def unpacked(content):
    """A document with everything in it laid open."""
    with pikepdf.open(io.BytesIO(content)) as paper:
        opened = io.BytesIO()
        paper.save(opened, qdf=True, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
    return opened.getvalue()


@pytest.mark.parametrize("behind", [b"", PLANTED, a_zip()], ids=["alone", "page", "zip"])
def test_a_pdf_is_rebuilt_without_its_scripts_files_and_whatever_hangs_on_behind(behind):
    sent = a_pdf(with_script=True) + behind
    assert sent.count(PLANTED) > 5  # the control: they were there

    clean = receipts.redraw(sent)

    opened = unpacked(clean.content)
    assert clean.kind == "application/pdf"
    assert not [each for each in (PLANTED, b"JavaScript", b"script.html", b"PK\x03\x04") if each in opened]
    assert b"0 0 9 9 re f" in opened  # what is drawn stays


@pytest.mark.parametrize("behind", [PLANTED, a_zip(), a_pdf(with_script=True)], ids=["page", "zip", "pdf"])
def test_a_picture_that_is_something_else_as_well_is_a_picture_alone_afterwards(behind):
    clean = receipts.redraw(a_photo(comment=PLANTED) + behind)

    assert clean.kind == "image/jpeg"
    assert not [each for each in (PLANTED, b"PK\x03\x04", b"%PDF") if each in clean.content]


def test_a_document_that_bursts_is_refused_before_it_fills_the_machine():
    sent = a_burst(17)
    assert len(sent) < 2_000

    with pytest.raises(NotAllowed, match="the receipt could not be read"):
        receipts.redraw(sent)
    assert receipts.redraw(a_burst(0)).kind == "application/pdf"  # the control: it is the bursting


def test_the_same_pixels_are_the_same_receipt_whatever_else_is_in_the_file():
    one, same, other = a_photo(colour="white"), a_photo(colour="white") + b" and more", a_photo()
    assert one != same  # the control: the files differ

    assert receipts.redraw(one).same_as == receipts.redraw(same).same_as
    assert receipts.redraw(one).same_as != receipts.redraw(other).same_as


def test_a_flood_of_pixels_is_refused_before_it_is_drawn():
    sent = a_flood()
    assert len(sent) < 5_000

    with pytest.raises(NotAllowed, match="too large"):
        receipts.redraw(sent)


@pytest.mark.parametrize(
    ("sent", "said"),
    [(HEIC, "a format of Apple’s (HEIC)"), (a_zip(), "must be a PDF, JPG or PNG"), (b"", "The chosen file is empty")],
    ids=["HEIC", "zip", "empty"],
)
@pytest.mark.parametrize(("name", "kind"), [("receipt.jpg", "image/jpeg"), ("receipt.pdf", "application/pdf")])
def test_the_form_looks_into_the_file_whatever_its_name_and_says_which_to_choose_instead(sent, said, name, kind):
    form = forms.Meal({"spent_pence": "3"}, {"receipt": SimpleUploadedFile(name, sent, kind)})

    assert said in form.errors["receipt"][0]


@pytest.mark.parametrize(
    "sent",
    [b"", b"GIF89a", b"\xff\xd8\xffnot", b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n", a_zip(), a_pdf() + b"/LZWDecode"],
)
def test_what_cannot_be_read_is_refused_in_plain_words(sent):
    with pytest.raises(NotAllowed, match="the receipt could not be read"):
        receipts.redraw(sent)


def test_a_receipt_opens_only_as_itself():
    sealed = receipts.lock(b"paid", of=Receipt, reference="A")

    assert b"paid" not in sealed
    assert receipts.unlock(Receipt(sealed=sealed, reference="A")) == b"paid"
    for other in (Receipt(sealed=sealed, reference="B"), SignedPaper(sealed=sealed, reference="A")):
        with pytest.raises(InvalidTag):
            receipts.unlock(other)

"""Nothing hides in a receipt, and none can be read without the key."""

import pytest
from cryptography.exceptions import InvalidTag
from django.core.files.uploadedfile import SimpleUploadedFile

from timegiven.expenses import forms, receipts
from timegiven.expenses.tests.papers import HEIC, PLANTED, a_flood, a_pdf, a_photo, a_zip
from timegiven.kernel.refusals import NotAllowed


def test_a_photo_is_redrawn_without_its_comment():
    sent = a_photo(comment=PLANTED)
    assert PLANTED in sent  # the control: it was there

    clean = receipts.redraw(sent)

    assert clean.kind == "image/jpeg"
    assert PLANTED not in clean.content


def test_a_pdf_is_rebuilt_without_its_script():
    sent = a_pdf(with_script=True)
    assert PLANTED in sent

    clean = receipts.redraw(sent)

    assert clean.kind == "application/pdf"
    assert PLANTED not in clean.content


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
def test_the_form_says_which_file_to_choose_instead(sent, said):
    form = forms.Meal({"spent_pence": "3"}, {"receipt": SimpleUploadedFile("receipt.jpg", sent, "image/jpeg")})

    assert said in form.errors["receipt"][0]


@pytest.mark.parametrize(
    "sent", [b"", b"GIF89a", b"\xff\xd8\xffnot a picture", b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n"]
)
def test_what_cannot_be_read_is_refused_in_plain_words(sent):
    with pytest.raises(NotAllowed, match="the receipt could not be read"):
        receipts.redraw(sent)


def test_a_receipt_opens_only_as_itself():
    sealed = receipts.lock(b"paid", reference="A")

    assert b"paid" not in sealed
    assert receipts.unlock(sealed, reference="A") == b"paid"
    with pytest.raises(InvalidTag):
        receipts.unlock(sealed, reference="B")

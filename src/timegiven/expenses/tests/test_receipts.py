"""Nothing hides in a receipt, and none can be read without the key."""

import pytest
from cryptography.exceptions import InvalidTag

from timegiven.expenses import receipts
from timegiven.expenses.tests.papers import PLANTED, a_pdf, a_photo
from timegiven.kernel.refusals import NotAllowed


def test_a_photo_is_redrawn_without_its_comment():
    sent = a_photo(comment=PLANTED)
    assert PLANTED in sent  # the control: it was there

    kind, clean = receipts.redraw(sent)

    assert kind == "image/jpeg"
    assert PLANTED not in clean


def test_a_pdf_is_rebuilt_without_its_script():
    sent = a_pdf(with_script=True)
    assert PLANTED in sent

    kind, clean = receipts.redraw(sent)

    assert kind == "application/pdf"
    assert PLANTED not in clean


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

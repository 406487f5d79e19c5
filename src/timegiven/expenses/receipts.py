"""Redraw what was sent as a receipt, so that no script, comment or place hides in it; seal and open it."""

import io

import pikepdf

from timegiven.kernel import pictures
from timegiven.kernel.encrypted import seal, unseal
from timegiven.kernel.refusals import NotAllowed

LONGEST_SIDE = 1600
LABEL = "expenses.receipt"

UNREADABLE = "We have not sent your claim: the receipt could not be read."
TRY_AGAIN = "Take a new photo of it, or choose another file (a JPG, PNG or PDF)."


def redraw(content: bytes) -> tuple[str, bytes]:
    """(kind, clean content) of a JPEG, PNG or PDF. Raises NotAllowed for anything that cannot be read as one."""
    if content.startswith(b"%PDF-"):
        return "application/pdf", _rebuild_pdf(content)
    return "image/jpeg", _redraw_picture(content)


def _redraw_picture(content: bytes) -> bytes:
    try:
        return pictures.redrawn(content, within=(LONGEST_SIDE, LONGEST_SIDE))
    except pictures.TooManyPixels:
        raise NotAllowed(
            "We have not sent your claim: the picture of the receipt is too large.",
            next_step="Take the photo with a lower resolution, or choose another file.",
        ) from None
    except pictures.Unreadable:
        raise NotAllowed(UNREADABLE, next_step=TRY_AGAIN) from None


def _rebuild_pdf(content: bytes) -> bytes:
    try:
        with pikepdf.open(io.BytesIO(content)) as sent, pikepdf.new() as clean:
            for page in sent.pages[:5]:
                for name in ("/AA", "/Annots", "/Metadata"):  # actions, links and notes on the page
                    if name in page.obj:
                        del page.obj[name]
                clean.pages.append(page)
            rebuilt = io.BytesIO()
            clean.save(rebuilt)
    except (pikepdf.PdfError, OSError, ValueError):
        raise NotAllowed(UNREADABLE, next_step=TRY_AGAIN) from None
    return rebuilt.getvalue()


def lock(content: bytes, *, reference: str) -> bytes:
    """Seal a receipt so that it opens only as the receipt of this reference."""
    return seal(content, label=f"{LABEL}.{reference}")


def unlock(sealed: bytes, *, reference: str) -> bytes:
    return unseal(bytes(sealed), label=f"{LABEL}.{reference}")

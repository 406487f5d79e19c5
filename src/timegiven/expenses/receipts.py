"""Redraw what was sent as a receipt, so that no script, comment or place hides in it; seal and open it."""

import hashlib
import io
from dataclasses import dataclass

import pikepdf

from timegiven.kernel import pictures
from timegiven.kernel.encrypted import seal, unseal
from timegiven.kernel.refusals import NotAllowed

LONGEST_SIDE = 1600
LABEL = "expenses.receipt"

UNREADABLE = "This cost has not been added: the receipt could not be read."
TRY_AGAIN = "Take a new photo of it, or choose another file (a JPG, PNG or PDF)."


@dataclass(frozen=True)
class Clean:
    """A receipt redrawn, and what the same picture is known by: its pixels, or a document's bytes."""

    kind: str
    content: bytes
    same_as: str


def redraw(content: bytes) -> Clean:
    """A JPEG, PNG or PDF, redrawn. Raises NotAllowed for anything that cannot be read as one."""
    if content.startswith(b"%PDF-"):
        return Clean("application/pdf", _rebuild_pdf(content), hashlib.sha256(content).hexdigest())
    return _redraw_picture(content)


def _redraw_picture(content: bytes) -> Clean:
    try:
        drawn = pictures.redrawn(content, within=(LONGEST_SIDE, LONGEST_SIDE))
    except pictures.TooManyPixels:
        raise NotAllowed(
            "This cost has not been added: the picture of the receipt is too large.",
            next_step="Take the photo with a lower resolution, or choose another file.",
        ) from None
    except pictures.Unreadable:
        raise NotAllowed(UNREADABLE, next_step=TRY_AGAIN) from None
    # Drawn from the same pixels in the same way: what else was in the file makes no difference.
    return Clean("image/jpeg", drawn, hashlib.sha256(drawn).hexdigest())


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

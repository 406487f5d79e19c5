"""Redraw what was sent as a receipt, so that no script, comment or place hides in it; seal and open it."""

import hashlib
import io
from dataclasses import dataclass
from typing import Any

import pikepdf
import pikepdf.settings
from django.db.models import Model

from timegiven.kernel import pictures
from timegiven.kernel.encrypted import seal, unseal
from timegiven.kernel.refusals import NotAllowed

LONGEST_SIDE = 1600
MOST_PAGES = 5
DRAWN = {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group", "/UserUnit"}
ACTS = {"/AA", "/A", "/JS", "/OpenAction", "/Annots", "/Metadata", "/PieceInfo", "/OPI", "/Ref", "/EF", "/F", "/Names"}
UNBOUNDED = b"/LZWDecode"  # an old packing, for which no limit can be set

# A page of a few hundred bytes can unpack to gigabytes: beyond this the file is refused. It holds for the process.
ROOM = 16 * 1024 * 1024
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=ROOM,
    run_length_max_memory=ROOM,
    png_max_memory=ROOM,
    tiff_max_memory=ROOM,
    dct_max_memory=ROOM,
    max_stream_filters=3,
    doc_max_warnings=100,
)

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
    if content.startswith(b"%PDF-") and UNBOUNDED not in content:
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
    """The first pages with what is drawn on them, and nothing that acts, links, or lies beside them."""
    try:
        with pikepdf.open(io.BytesIO(content)) as sent, pikepdf.new() as clean:
            for page in sent.pages[:MOST_PAGES]:
                for name in set(page.obj.keys()) - DRAWN:
                    del page.obj[name]
                clean.pages.append(page)
            for each in clean.objects:
                _strip(each)
            rebuilt = io.BytesIO()
            clean.save(rebuilt, stream_decode_level=pikepdf.StreamDecodeLevel.none)
            burst = any("limit exceeded" in said for said in sent.get_warnings())
    except (pikepdf.PdfError, OSError, ValueError, RuntimeError):
        raise NotAllowed(UNREADABLE, next_step=TRY_AGAIN) from None
    if burst:
        raise NotAllowed(UNREADABLE, next_step=TRY_AGAIN)
    return rebuilt.getvalue()


def _strip(part: pikepdf.Object) -> None:
    """Take out whatever acts or points elsewhere, also from what lies in this part."""
    if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
        for name in ACTS & set(part.keys()):
            del part[name]
        inner = [each for _, each in part.items()]
    else:
        inner = list(part) if isinstance(part, pikepdf.Array) else []
    for each in inner:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Array) and not each.is_indirect:
            _strip(each)


def lock(content: bytes, *, of: type[Model], reference: str) -> bytes:
    """Seal a receipt, or a signed paper, so that it opens only as that and as the one of this reference."""
    return seal(content, label=f"{of._meta.label_lower}.{reference}")


def unlock(kept: Any) -> bytes:
    """The picture or PDF that a receipt or a signed paper keeps sealed."""
    return unseal(bytes(kept.sealed), label=f"{kept._meta.label_lower}.{kept.reference}")

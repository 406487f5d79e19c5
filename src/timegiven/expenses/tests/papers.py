"""Receipts to send in tests, made here."""

import io
import struct
import zipfile
import zlib
from itertools import count
from random import Random

import pikepdf
from PIL import Image

PLANTED = b"<script>planted</script>"


_numbers = count(1)


def a_photo(*, comment: bytes = b"", colour: object = None) -> bytes:
    """A picture unlike any other, unless a colour is given: the same receipt is taken once."""
    drawn, size = io.BytesIO(), (60, 90)
    dots = Random(next(_numbers)).randbytes(60 * 90 * 3)  # noqa: S311 - dots
    picture = Image.new("RGB", size, colour) if colour else Image.frombytes("RGB", size, dots)
    picture.save(drawn, "JPEG" if comment else "PNG", comment=comment)
    return drawn.getvalue()


def a_flood() -> bytes:
    """300 million pixels of nothing, in a few kilobytes."""
    header = struct.pack(">IIBBBBB", 20_000, 15_000, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    whole = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + whole


def a_zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("receipt.jpg", bytes(1_000_000))
    return packed.getvalue()


HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(60)


def a_pdf(*, with_script: bool = False) -> bytes:
    paper, drawn = pikepdf.new(), io.BytesIO()
    paper.add_blank_page()
    if with_script:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=PLANTED.decode())
        paper.Root.OpenAction = script
        paper.pages[0].obj["/AA"] = pikepdf.Dictionary(O=script)
    paper.save(drawn)
    return drawn.getvalue()

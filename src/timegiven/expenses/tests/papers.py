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
    """A page; with a script wherever a document can have one: itself, its page, a form on it, a file beside it."""
    paper, drawn = pikepdf.new(), io.BytesIO()
    page = paper.add_blank_page()
    if with_script:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=PLANTED.decode())
        paper.Root.OpenAction = script
        page.obj["/AA"] = pikepdf.Dictionary(O=script)
        page.obj["/Annots"] = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=script)])
        inner = pikepdf.Stream(paper, b"0 0 9 9 re f", Subtype=pikepdf.Name.Form, PieceInfo=script)
        inner["/Metadata"] = pikepdf.Stream(paper, PLANTED)
        page.obj["/Resources"] = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(X=inner), Properties={"/P": {"/A": script}}
        )
        paper.attachments["script.html"] = PLANTED
    paper.save(drawn, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return drawn.getvalue()


def a_burst(megabytes: int) -> bytes:
    """A document of a few hundred bytes whose second page unpacks to so many megabytes of nothing."""
    inside = zlib.compress(zlib.compress(b"5 0 <</Type/Page>>" + b" " * (megabytes << 20), 9), 9)
    packed = b"<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n" % len(inside)
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        packed + inside + b"\nendstream",
    )
    whole, places = b"%PDF-1.5\n", [(0, 0, 65_535)]
    for number, part in enumerate(parts, start=1):
        places.append((1, len(whole), 0))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    places += [(2, 4, 0), (1, len(whole), 0)]
    table = b"".join(struct.pack(">BIH", *each) for each in places)
    index = b"<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length %d>>stream\n%s\nendstream" % (len(table), table)
    return whole + b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (index, len(whole))

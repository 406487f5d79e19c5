"""Of a picture that somebody sent only the pixels stay, and one that is made to burst is not opened."""

import io
import struct
import time
import zlib

import pytest
from PIL import Image, ImageOps

from timegiven.kernel.pictures import TooManyPixels, Unreadable, redrawn

SCRIPT = b"<script>alert('comment')</script>"


def a_jpeg(width: int = 400, height: int = 300, **options: object) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (width, height), "seagreen").save(drawn, "JPEG", **options)
    return drawn.getvalue()


def a_png_that_says(width: int, height: int) -> bytes:
    """A few bytes that call themselves a picture of this size."""
    drawn = io.BytesIO()
    Image.new("1", (8, 8)).save(drawn, "PNG")
    content = bytearray(drawn.getvalue())
    content[16:24] = struct.pack(">II", width, height)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    return bytes(content)


def test_a_script_in_the_comment_of_a_jpeg_does_not_come_through() -> None:
    sent = a_jpeg(comment=SCRIPT)

    clean = redrawn(sent, within=(300, 300))

    assert [SCRIPT in each for each in (sent, clean)] == [True, False]
    assert "comment" not in Image.open(io.BytesIO(clean)).info


def test_where_it_was_taken_does_not_come_through() -> None:
    told = Image.Exif()
    told[0x010E] = "7 Larkspur Mews"  # the description; the place itself lies in the same block
    sent = a_jpeg(exif=told)

    clean = redrawn(sent, within=(300, 300))

    assert [b"Larkspur" in each for each in (sent, clean)] == [True, False]


@pytest.mark.parametrize(
    ("fill", "size"), [(False, (240, 180)), (True, (240, 300))], ids=["it stays whole", "it is cut to fit"]
)
def test_it_has_the_size_that_was_asked_for(fill: bool, size: tuple[int, int]) -> None:
    clean = redrawn(a_jpeg(), within=(240, 300), fill=fill)

    assert Image.open(io.BytesIO(clean)).size == size


@pytest.mark.parametrize(("width", "height"), [(20_000, 15_000), (10_000, 10_000), (5_001, 5_000)])
def test_three_hundred_megapixels_are_refused_before_a_pixel_is_unpacked(width: int, height: int) -> None:
    begun = time.process_time()

    with pytest.raises(TooManyPixels):
        redrawn(a_png_that_says(width, height), within=(300, 300))

    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    "sent", [b"", b"GIF89a", b"\xff\xd8\xffnot a picture", b"PK\x03\x04 a zip", b"%PDF-1.7", a_jpeg()[:200]]
)
def test_what_cannot_be_read_is_refused(sent: bytes) -> None:
    with pytest.raises(Unreadable):
        redrawn(sent, within=(300, 300))


def told_by_a_camera(tag: int, kind: int) -> bytes:
    """EXIF that says "turned by a quarter" and then something of a kind that does not belong there."""
    entries = struct.pack("<HHLL", 0x112, 3, 1, 6) + struct.pack("<HHLL", tag, kind, 2, 38)
    return b"Exif\0\0II*\0" + struct.pack("<LH", 8, 2) + entries + bytes(4) + b"ab\0\0\0\0\0\0cd\0\0\0\0\0\0"


@pytest.mark.filterwarnings("ignore:Metadata Warning")
@pytest.mark.parametrize(("tag", "kind"), [(0x11A, 1), (0x128, 1), (0x10E, 5), (0x131, 12)])
def test_a_picture_is_read_whatever_else_the_camera_says(tag: int, kind: int) -> None:
    turned = redrawn(a_jpeg(40, 30, exif=told_by_a_camera(tag, kind)), within=(300, 300))

    assert Image.open(io.BytesIO(turned)).size == (30, 40)


def corners(picture: Image.Image) -> list[tuple[int, int]]:
    return [(x, y) for x in (1, picture.width - 2) for y in (1, picture.height - 2)]


@pytest.mark.parametrize("held", range(1, 9))
def test_a_picture_is_upright_however_the_camera_was_held(held: int) -> None:
    drawn, sent = Image.new("RGB", (16, 8), "black"), io.BytesIO()
    drawn.paste("white", (0, 0, 8, 8))
    exif = Image.Exif()
    exif[0x112] = held
    drawn.save(sent, "PNG", exif=exif)

    seen = Image.open(io.BytesIO(redrawn(sent.getvalue(), within=(300, 300)))).convert("L")

    expected = ImageOps.exif_transpose(Image.open(sent)).convert("L")
    assert seen.size == expected.size
    assert [seen.getpixel(at) > 128 for at in corners(seen)] == [expected.getpixel(at) > 128 for at in corners(seen)]

"""Of a picture that somebody sent only the pixels stay, and one that is made to burst is not opened."""

import io
import struct
import time
import zlib

import pytest
from PIL import Image

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

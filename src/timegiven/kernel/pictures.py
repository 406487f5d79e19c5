"""Redraw a picture that somebody sent: of what they sent only the pixels stay, no script, comment or place."""

import io

from PIL import ExifTags, Image, ImageOps

MOST_PIXELS = 25_000_000
# How a camera says that it was held: what has to be done to see the picture upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Unreadable(Exception):
    """This is no picture that can be read."""


class TooManyPixels(Exception):
    """This picture would take too much room to be looked at: it has not been opened."""


def redrawn(content: bytes, *, within: tuple[int, int], fill: bool = False, quality: int = 78) -> bytes:
    """A JPEG of the pixels of a JPEG or PNG, upright and within so many pixels, width and height.

    With ``fill`` it has exactly this size, and what reaches over is cut off around the middle.
    Raises Unreadable or TooManyPixels, the second before a pixel has been unpacked.
    """
    try:
        sent = Image.open(io.BytesIO(content), formats=("JPEG", "PNG"))
        if sent.width * sent.height > MOST_PIXELS:
            raise TooManyPixels
        picture = _upright(sent).convert("RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooManyPixels from None
    except (OSError, SyntaxError, ValueError):
        raise Unreadable from None
    if fill:
        picture = ImageOps.fit(picture, within)
    else:
        picture.thumbnail(within)
    clean = Image.new("RGB", picture.size)  # pixels only: saving the opened picture would keep its comments
    clean.paste(picture)
    drawn = io.BytesIO()
    clean.save(drawn, "JPEG", quality=quality)
    return drawn.getvalue()


def _upright(sent: Image.Image) -> Image.Image:
    """Turned as the camera was held. Pillow would write anew all else that the camera said, or fail."""
    turn = _TURNS.get(sent.getexif().get(ExifTags.Base.Orientation, 1))
    return sent if turn is None else sent.transpose(turn)

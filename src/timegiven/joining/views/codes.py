"""What a pass shows: its square code for the page and for the printer, and the face of its holder."""

from base64 import b64encode

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe


def check_address(code: str) -> str:
    """The public address at which a pass is checked."""
    return f"{settings.SITE_ADDRESS}{reverse('joining:check_pass', args=[code])}"


def picture(address: str) -> SafeString:
    """The code of an address as a drawing within the page; what it says stands beside it in words."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(scale=4, light="#ffffff", border=4)
    return mark_safe(drawn)  # noqa: S308 - drawn here, of our own address


def inline_photo(content: bytes) -> str:
    """A photograph within the page, so that it has no address of its own; nothing when there is none."""
    return f"data:image/jpeg;base64,{b64encode(content).decode()}" if content else ""


def squares(address: str) -> list[list[int]]:
    """The same code row by row, 1 for a dark square."""
    return [list(row) for row in segno.make(address, error="m", micro=False).matrix]

"""How far away a role is, and at what time of the day: read from what people write. Plain Python."""

import re
from math import asin, cos, radians, sin, sqrt

Position = tuple[float, float]

_EARTH_MILES = 3958.8
_DISTRICT = r"[A-Z]{1,2}[0-9][A-Z0-9]?"
_WHOLE = re.compile(rf"({_DISTRICT})[0-9][A-Z]{{2}}")


def district_of(typed: str) -> str:
    """NW1 of "nw1", "NW1 2AB" or "nw12ab"; nothing where it is no postcode. The rest is kept nowhere."""
    first, *rest = typed.upper().split() or [""]
    flat = first if rest and re.fullmatch(_DISTRICT, first) else re.sub(r"[^A-Z0-9]", "", typed.upper())
    whole = _WHOLE.fullmatch(flat)
    if whole:
        return whole[1]
    return flat if re.fullmatch(_DISTRICT, flat) else ""


def miles(here: Position, there: Position) -> float:
    """The way between two positions (latitude, longitude in degrees) as the crow flies, in miles."""
    (south, west), (north, east) = (tuple(map(radians, each)) for each in (here, there))
    across = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * _EARTH_MILES * asin(sqrt(across))


def middle(positions: list[Position]) -> Position | None:
    """The middle of some positions that lie near each other."""
    if not positions:
        return None
    return sum(each[0] for each in positions) / len(positions), sum(each[1] for each in positions) / len(positions)

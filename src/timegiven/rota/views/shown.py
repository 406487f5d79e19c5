"""What several pages of the rota have in common: whose rota, which week, and how a refusal is shown."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from timegiven.kernel.time import named_day
from timegiven.rota import selectors


def area_of(request: HttpRequest, day: date) -> tuple[Any, list]:
    """The area that the address names, or the first that this person may see; and all of them."""
    areas = selectors.areas_seen_by(request.user, day)
    asked = request.GET.get("unit")
    return next((each for each in areas if each.reference == asked), areas[0] if areas else None), areas


def planned_area(request: HttpRequest, day: date) -> Any:
    """The area that the address names, if this person plans for it."""
    areas = list(selectors.areas_planned_by(request.user, day))
    asked = request.GET.get("unit")
    return next((each for each in areas if each.reference == asked), areas[0] if areas else None)


def monday_of(typed: str, today: date) -> date:
    """The Monday of the week that an address names, or of this one."""
    named = named_day(typed) or today
    return named - timedelta(days=named.weekday())


def week_url(area: Any, first: date, weeks: int = 1) -> str:
    """The board of an area that begins on a Monday."""
    query = {"unit": area.reference, "from": f"{first:%Y-%m-%d}", "weeks": weeks}
    return f"{reverse('rota:week')}?{urlencode(query)}"


def board_of(duty: Any) -> str:
    """The board of the week and unit of a duty."""
    return week_url(duty.unit, duty.on - timedelta(days=duty.on.weekday()))

"""What a person's first page shows, kept for a minute so that every page can say how much waits."""

import time
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest

from timegiven.home import selectors, setting_up
from timegiven.home.setting_up import Step
from timegiven.kernel.desk import Need

MANY = 8  # lines without a day: more of them stand in groups, by what they are about
GROUPS = {
    "attendance": "Sessions",
    "expenses": "Claims",
    "joining": "Joining",
    "rota": "Rota",
    "placements": "Volunteers",
    "training": "Training",
    "library": "Roles",
    "engagement": "Thanks",
    "people": "Letters",
    "insight": "Reports",
}  # the part of the programme that a line leads to; the others come last

ACTED = "acted_at"  # in the session: when this person last did something, whichever process answered

Waits = dict[datetime | None, int]


@dataclass(frozen=True)
class Desk:
    """What waits, one's own month, one's own corner of the programme, and what is left to set up; plain values."""

    needs: list[Need]
    volunteering: dict[str, Any] | None
    corner: dict[str, Any] | None
    steps: list[Step]

    @property
    def waits(self) -> Waits:
        """How many things wait, by the moment from which on they do not."""
        waits: Waits = {}
        for need in self.needs:
            waits[need.until] = waits.get(need.until, 0) + need.count
        return waits

    def still(self, at: datetime) -> "Desk":
        """The desk without what is over at a moment."""
        return replace(self, needs=[need for need in self.needs if need.until is None or need.until > at])


def arranged(needs: list[Need]) -> tuple[list[Need], dict[str, list[Need]]]:
    """What has a day, and the rest by what it is about; a few lines stay one list."""
    first, rest = [need for need in needs if need.due_on], [need for need in needs if not need.due_on]
    if len(rest) <= MANY:
        return needs, {}
    groups: dict[str, list[Need]] = {title: [] for title in [*GROUPS.values(), "Other"]}
    for need in rest:
        groups[GROUPS.get(need.url_name.split(":")[0], "Other")].append(need)
    return first, {title: lines for title, lines in groups.items() if lines}


def by_borough(needs: list[Need]) -> tuple[list[Need], list[tuple[str, int, list[Need]]]]:
    """What waits for them by their own posts; and by name each borough in which they stand in, with how much waits."""
    there: dict[str, list[Need]] = {}
    for need in needs:
        if need.borough:
            there.setdefault(need.borough, []).append(need)
    stood_in = [(name, sum(need.count for need in lines), lines) for name, lines in sorted(there.items())]
    return [need for need in needs if not need.borough], stood_in


def desk_of(request: HttpRequest, day: date) -> Desk:
    """This person's desk, at most a minute old, and never older than their own last deed."""
    shown: dict[date, Desk] = request.__dict__.setdefault("_desk", {})  # the page and its frame ask for the same
    if day not in shown:
        shown[day] = _kept(request, "desk", day) or _made(request.user, day)
    return shown[day]


def waiting(request: HttpRequest, day: date, at: datetime) -> int:
    """How many things wait. Every page says so, and unpacking a whole desk takes longer than all else of its frame."""
    waits: Waits | None = _kept(request, "waits", day)
    if waits is None:
        waits = desk_of(request, day).waits
    return sum(count for until, count in waits.items() if until is None or until > at)


def _kept(request: HttpRequest, what: str, day: date) -> Any:
    made_at, kept = caches["desks"].get(_key(what, request.user, day), (0, None))
    return kept if made_at > request.session.get(ACTED, 0) else None


def _key(what: str, person: Any, day: date) -> str:
    return f"{what}:{person.pk}:{day}"


def _made(person: Any, day: date) -> Desk:
    at = time.time()
    made = Desk(
        selectors.needs(person, day),
        selectors.volunteering(person, day),
        selectors.corner(person, day),
        setting_up.steps(person, day),
    )
    if settings.DESK_SECONDS:
        for what, value in (("desk", made), ("waits", made.waits)):
            caches["desks"].set(_key(what, person, day), (at, value), settings.DESK_SECONDS)
    return made


def acted(request: HttpRequest) -> None:
    """Note that the person has done something: a desk made before is out of date."""
    request.session[ACTED] = time.time()

"""Somebody by their name, while it is typed: one range of an index, and then what each of a few is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Concat

from timegiven.joining import rules
from timegiven.joining.models import Application, NameKey
from timegiven.joining.selectors.applications import borough_keys
from timegiven.kernel.prepared import Given, Prepared, keys, padded
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer

SHOWN = 10


@dataclass(frozen=True)
class Found:
    """A person, what they are here, and the page to open."""

    name: str
    what: str
    url_name: str
    reference: str


def found_by_name(person: Person, day: date, typed: str) -> list[Found]:
    """The first people whose name begins like this: of one's own boroughs, or all volunteers for the Central Team."""
    span, own = rules.span(typed), padded(borough_keys(person, day))
    where = own or _force_of(person, day)
    if span is None or not where:
        return []
    rows = _BEGIN(len(where), where=where, first=span[0], last=span[1])
    known = padded(_first(rows))
    if not known:
        return []
    asked = _APPLIED(len(known), len(own), known=known, own=own) if own else _VOLUNTEER(len(known), known=known)
    return _told(asked, known)


def _force_of(person: Person, day: date) -> list[int]:
    """The unit above all others, for whoever is of the Central Team."""
    held = (each for each in people.appointments(person, day) if each.role == Appointment.Role.CENTRAL_TEAM)
    return sorted({int(each.unit.path.split("/")[1]) for each in held})


def _first(rows: Iterable[tuple[int]]) -> list[int]:
    """The first so many: a name may begin alike in several orders of its words."""
    return list(dict.fromkeys(who for (who,) in rows))[:SHOWN]


def _begin(units: int) -> QuerySet[Any]:
    """Whose name begins so, in the order of the letters: one range of one index, and no other table."""
    first, last = (Given(name, models.BinaryField()) for name in ("first", "last"))
    spanned = NameKey.objects.filter(unit__pk__in=keys("where", units), letters__gte=first, letters__lt=last)
    return spanned.order_by("letters", "person").values_list("person")[: 3 * SHOWN]


def _told(rows: Iterable[tuple[Any, ...]], known: list[int]) -> list[Found]:
    """What each of them is here, in the order in which they were found."""
    shown = {}
    for who, name, volunteer, status, borough, applied in rows:
        application, _, stage = applied.partition(" ") if applied else ("", "", "")
        if volunteer and (not application or status != Volunteer.Status.LEFT):
            what = "Was a volunteer" if status == Volunteer.Status.LEFT else "Volunteer"
            shown[who] = Found(name, f"{what}, {borough}", "placements:volunteer", volunteer)
        elif application:
            stands = f"Applicant: {Application.Status(stage).label.lower()}"
            shown[who] = Found(name, stands, "joining:application", application)
    return [shown[who] for who in dict.fromkeys(known) if who in shown]


_READ = (
    "pk", "name", "volunteer__reference", "volunteer__status", "volunteer__borough__name", "applied",
)  # fmt: skip


def _volunteer(number: int) -> QuerySet[Any]:
    known = Person.objects.filter(pk__in=keys("known", number), is_active=True)
    return known.annotate(applied=Value("")).values_list(*_READ)


def _applied(number: int, boroughs: int) -> QuerySet[Any]:
    """With the newest application in these boroughs."""
    own = keys("own", boroughs)
    newest = Application.objects.filter(person=OuterRef("pk"), borough__pk__in=own).order_by("-registered_at")
    applied = newest.values(told=Concat("reference", Value(" "), "status"))[:1]
    known = Person.objects.filter(pk__in=keys("known", number), is_active=True)
    return known.annotate(applied=Subquery(applied)).values_list(*_READ)


_BEGIN, _APPLIED, _VOLUNTEER = Prepared(_begin), Prepared(_applied), Prepared(_volunteer)

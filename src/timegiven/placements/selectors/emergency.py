"""Emergency sheets: whose may be found, what stands on one, who opened which from outside."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from timegiven.joining.models import Pass
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import HealthCard, Opening, Placement
from timegiven.programme.models import Unit

Role = Appointment.Role
LEAST = 3  # letters of a name, for somebody who looks in from outside
MOST = 10  # whom they are shown: a sheet is found, people are not listed
_STILL_HERE = (Volunteer.Status.ACTIVE, Volunteer.Status.PAUSED)


def to_ring_for(viewer: Person, day: date, typed: str) -> QuerySet[Volunteer]:
    """The volunteers this person looks after who fit what was typed: part of a name, a reference, a pass number."""
    by_pass = people.volunteers_to_ring_for(viewer, day).filter(person__in=_with_pass(typed))
    return (people.volunteers_to_ring_for(viewer, day, typed) | by_pass).order_by("person__name", "pk")


def from_outside(viewer: Person, day: date, typed: str) -> list[Volunteer]:
    """The few other volunteers, anywhere, who fit what was typed: enough letters of a name, or a pass number."""
    named = Q(person__in=_with_pass(typed)) | Q(reference=typed.upper())
    words = typed.split()
    if words and all(len(word) >= LEAST for word in words):
        by_name = Q()
        for word in words:
            by_name &= Q(person__name__icontains=word) | Q(person__known_as__icontains=word)
        named |= by_name
    mine = people.volunteers_to_ring_for(viewer, day).order_by().values("pk")
    found = Volunteer.objects.filter(named, status__in=_STILL_HERE).exclude(pk__in=mine).exclude(person=viewer)
    return list(found.select_related("person", "borough").order_by("person__name", "pk")[:MOST])


def _with_pass(typed: str) -> QuerySet[Any]:
    number = typed.strip().upper()
    return Pass.objects.filter(number=number).exclude(number="").values("person")


def still_here() -> QuerySet[Volunteer]:
    """The volunteers who have an emergency sheet."""
    return Volunteer.objects.filter(status__in=_STILL_HERE).select_related("person", "borough")


def opening_of(viewer: Person, volunteer: Volunteer, at: datetime) -> Opening | None:
    """The sheet of this volunteer, open to this person at the moment."""
    mine = Opening.objects.filter(by=viewer, volunteer=volunteer, opened_at__lte=at, until_at__gt=at)
    return mine.order_by("-until_at").first()


def sheet_of(volunteer: Volunteer, day: date) -> dict[str, Any]:
    """What somebody needs who has to ring: whom, what to do, and where the volunteer gives time."""
    card = HealthCard.objects.filter(volunteer=volunteer, for_first_aiders=True).first()
    placed = Placement.objects.filter(volunteer=volunteer, status=Placement.Status.STARTED)
    return {
        "volunteer": volunteer,
        "contacts": people.emergency_contacts(volunteer.person),
        "what_to_do": card.what_to_do if card else "",
        "placements": list(placed.select_related("unit__borough", "version__profile").order_by("pk")),
        "mvpm": people.mvpm_of(volunteer.borough, day, besides=volunteer.person),
    }


def boroughs_to_print(viewer: Person, day: date) -> list[Unit]:
    """The boroughs whose sheets this person may print."""
    mine = people.volunteers_to_ring_for(viewer, day).order_by().values("borough")
    return list(Unit.objects.filter(pk__in=mine).order_by("name"))


def volunteers_to_print(borough: Unit) -> list[Volunteer]:
    """The volunteers of a borough, by name."""
    return list(still_here().filter(borough=borough).order_by("person__name", "pk"))


def openings_seen_by(viewer: Person, day: date) -> QuerySet[Opening]:
    """What was opened from outside in the boroughs that this person looks after, the newest first."""
    mine = people.scope(viewer, (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR), day, on="volunteer__borough")
    outside = Opening.objects.filter(mine, reason=Opening.Reason.OUTSIDE)
    return outside.select_related("volunteer__person", "volunteer__borough", "by", "reviewed_by").order_by("-opened_at")


def to_review(viewer: Person, day: date) -> QuerySet[Opening]:
    """Those that wait to be looked at, but for this person's own."""
    return openings_seen_by(viewer, day).filter(reviewed_at=None).exclude(by=viewer)

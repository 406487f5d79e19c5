"""The Steering Group: who sits on it, and what its members have said."""

from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, Max, OuterRef, Q, QuerySet, Subquery, When

from timegiven.library.models import ProfileVersion, VersionStep, View
from timegiven.library.policies import QUORUM
from timegiven.library.selectors.versions import Status, submitted_versions
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person

Role = Appointment.Role


def quorum(day: date) -> int:
    """How many members must approve (clause 52)."""
    needed: int = QUORUM.on(day)
    return needed


def members(version: ProfileVersion, day: date) -> QuerySet[Person]:
    """Who sits on the Steering Group on a day."""
    return people.holders(Role.STEERING_GROUP, version.profile.unit, day)


def seat_of(person: Person, day: date) -> str:
    """The seat by which a member speaks; the staff side comes first for one who holds two."""
    seats = {held.seat for held in people.appointments(person, day) if held.role == Role.STEERING_GROUP}
    staff_side = Appointment.Seat.STAFF_SIDE
    return staff_side if staff_side in seats else max(seats, default="")


def round_of(version: ProfileVersion) -> int:
    """How many times the version has been put to the group."""
    return version.steps.filter(status=Status.SUBMITTED).count()


def views_in_round(version: ProfileVersion, round: int) -> QuerySet[View]:
    """What members have said since it was last put to them."""
    return version.views.filter(round=round).select_related("member").order_by("at")


def view_of(person: Person, version: ProfileVersion, round: int) -> View | None:
    return version.views.filter(round=round, member=person).first()


def agenda(person: Person, day: date, *, mine: bool = False) -> QuerySet[Any]:
    """What is with the Steering Group, the longest there first: since when, how many views, whether mine is awaited."""
    found = awaiting_view_of(person, day) if mine else _before_the_group(person, day)
    return found.order_by("since", "pk")


def awaiting_view_of(person: Person, day: date) -> QuerySet[Any]:
    """What is with the Steering Group and waits for the view of this member."""
    return _before_the_group(person, day).filter(is_awaited=True)


def _before_the_group(person: Person, day: date) -> QuerySet[Any]:
    sits = any(held.role == Role.STEERING_GROUP for held in people.appointments(person, day))
    put = VersionStep.objects.filter(of=OuterRef("pk"), status=Status.SUBMITTED).order_by().values("of")
    wrote = Q(of=OuterRef("pk"), by=person, status__in=[Status.DRAFT, Status.SUBMITTED])
    found = submitted_versions().annotate(
        rounds=Subquery(put.annotate(count=Count("pk")).values("count")),
        since=Subquery(put.annotate(last=Max("at")).values("last")),
    )
    spoken = View.objects.filter(version=OuterRef("pk"), round=OuterRef("rounds"))
    awaited = Q(pk__isnull=not sits) & ~Q(profile__proposed_by=person)
    awaited &= ~Exists(spoken.filter(member=person)) & ~Exists(VersionStep.objects.filter(wrote))
    return found.annotate(
        is_awaited=Case(When(awaited, then=True), default=False),
        views_given=Subquery(spoken.order_by().values("round").annotate(count=Count("pk")).values("count")),
    )

"""Breaks, and all that has happened in a volunteer's time with us."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer, VolunteerStep
from timegiven.placements.models import Break, Confirmation, FreeDay, Pattern, PatternStep, Placement, PlacementStep

Role = Appointment.Role


def breaks_open(volunteer: Any, day: Any) -> QuerySet[Break]:
    """The break that a volunteer is on, or has planned: the first one first."""
    open_still = Q(until_on=None) | Q(until_on__gt=day)
    return Break.objects.filter(open_still, volunteer=volunteer).order_by("from_on")


def break_of(volunteer: Volunteer, day: date) -> Break | None:
    """The break that a volunteer is on, or has planned."""
    return breaks_open(volunteer, day).first()


def require_may_come(person: Person, on: date, *, what: str, own: bool, ask: str = "") -> None:
    """Refuse a day that they were asked to take for themselves (clause 113): kindly, and without saying why.

    ``what`` says what did not happen; ``own``, that they read it themselves.
    """
    if not FreeDay.objects.on(on).filter(volunteer__person=person).exists():
        return
    if own:
        raise NotAllowed(
            f"{what}. We have asked you to take {in_words(on)} for yourself, and nobody counts on you then.",
            next_step="It is about this one day. Your other times stand, and nothing is noted against you.",
            ask=ask,
        )
    raise NotAllowed(
        f"{what}: {person.name} is not coming on {in_words(on)}.",
        next_step="Choose another day, or ask somebody else. Their other times stand.",
        ask=ask,
    )


def managers_of_volunteer(volunteer: Volunteer, day: date) -> list[Person]:
    """The managers of the units where a volunteer is placed."""
    live = Placement.objects.filter(volunteer=volunteer, status__in=Placement.LIVE).select_related("unit")
    found = {manager.pk: manager for each in live for manager in people.holders(Role.UNIT_MANAGER, each.unit, day)}
    return list(found.values())


@dataclass(frozen=True)
class Happened:
    """One line of the timeline."""

    title: str
    at: datetime
    by_name: str
    why: str = ""


def history(volunteer: Volunteer) -> list[Happened]:
    """Offered, agreed, started, changed, moved, lent, ended; breaks and returns: the oldest first, in four queries."""
    found = [*_of_placements(volunteer), *_of_roles(volunteer), *_of_patterns(volunteer), *_of_breaks(volunteer)]
    return sorted(found, key=lambda each: each.at)


def _named(person: Person | None) -> str:
    return person.name if person else "Time Given"


def _of_placements(volunteer: Volunteer) -> Iterator[Happened]:
    steps = PlacementStep.objects.filter(of__volunteer=volunteer)
    whole = ("by", "of__version__profile", "of__unit__borough", "of__moved_from__unit__borough")
    for step in steps.select_related(*whole).order_by("at", "pk"):
        where = f"{step.of.version.title}, {step.of.unit.full_name}"
        yield Happened(f"{_what(step.of, step.status)}: {where}", step.at, step.by_name, step.why)


def _what(placement: Placement, status: str) -> str:
    """The step in words: a move and a loan are told as what they are."""
    if placement.is_loan and status != Placement.Status.ENDED:
        begun = {"OFFERED": "Loan offered", "AGREED": "Loan agreed", "STARTED": "Lent"}
        return f"{begun.get(status, 'Loan not taken up')} for {placement.event}"
    if placement.moved_from:
        moved = {"OFFERED": "Move offered", "AGREED": "Moved"}
        return moved.get(status, str(Placement.Status(status).label))
    return "Loan ended" if placement.is_loan else str(Placement.Status(status).label)


def _of_roles(volunteer: Volunteer) -> Iterator[Happened]:
    said_yes = Confirmation.objects.filter(placement__volunteer=volunteer, confirmed_at__isnull=False)
    for each in said_yes.select_related("version__profile", "confirmed_by"):
        if each.confirmed_at:
            title = f"Said yes to the changed role: {each.version.title}, version {each.version.number}"
            yield Happened(title, each.confirmed_at, _named(each.confirmed_by))


def _of_patterns(volunteer: Volunteer) -> Iterator[Happened]:
    agreed = PatternStep.objects.filter(of__placement__volunteer=volunteer, status=Pattern.Status.AGREED)
    for step in agreed.select_related("by", "of__placement__version__profile"):
        yield Happened(f"Days and times agreed: {step.of.placement.version.title}", step.at, step.by_name)


def _of_breaks(volunteer: Volunteer) -> Iterator[Happened]:
    was = ""
    for step in VolunteerStep.objects.filter(of=volunteer).select_related("by").order_by("at", "pk"):
        back = {"PAUSED": "Back from a break", "LEFT": "Came back to us"}.get(was, "Taken on as a volunteer")
        title = {"PAUSED": "A break began", "LEFT": "Left, with our thanks"}.get(step.status, back)
        was = step.status
        yield Happened(title, step.at, step.by_name)

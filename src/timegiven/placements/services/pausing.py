"""Take a break, and come back. No reason is asked, for either."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import Break, FreeDay
from timegiven.placements.services.aware import let_rest

Status = Volunteer.Status


@transaction.atomic
def pause(volunteer: Volunteer, *, from_on: date, back_on: date | None = None, by: Person, at: datetime) -> Break:
    """Leave a volunteer in peace for a while (clauses 45, 120). Placements stay theirs; unit and MVPM are told.

    Nobody uses a log-in that its owner does not: AWARE rests from the first day of the break (clause 84).
    """
    day = london_day(at)
    access.pause.require(by, volunteer, day)
    is_here = volunteer.status == Status.ACTIVE and selectors.break_of(volunteer, day) is None
    rules.check_break(is_here=is_here, from_on=from_on, back_on=back_on, day=day)
    away = Break.objects.create(volunteer=volunteer, from_on=from_on, until_on=back_on, noted_by=by, noted_at=at)
    audit.record("took a break", of=volunteer, by=by, at=at, about=volunteer.person)
    uses_aware = selectors.uses_aware(volunteer.person)
    if from_on == day:
        _begin(volunteer, by=by, at=at)
    _tell("placements/break", volunteer, by=by, at=at, away=away, uses_aware=uses_aware)
    return away


def _begin(volunteer: Volunteer, *, by: Person | None, at: datetime) -> None:
    Volunteer.lifecycle.move(volunteer, Status.PAUSED, by=by, at=at)
    let_rest(volunteer.person, by=by, at=at)


def keep_free(volunteer: Volunteer, *, on: date) -> None:
    """Nobody counts on somebody on a day: they are offered nothing then, and put down for nothing (clause 113).

    Whoever calls this knows that it may be done, and writes to them.
    """
    FreeDay.objects.get_or_create(volunteer=volunteer, from_on=on, until_on=on + timedelta(days=1))


def forget_free_days(*, before: date) -> int:
    """Delete the days that are over; return how many there were."""
    return FreeDay.objects.filter(until_on__lte=before).delete()[0]


@transaction.atomic
def come_back(volunteer: Volunteer, *, by: Person, at: datetime) -> None:
    """Back from a break, or it is not wanted after all. An AWARE account rests on until the MVPM has it woken."""
    day = london_day(at)
    access.pause.require(by, volunteer, day)
    away = selectors.break_of(volunteer, day)
    rules.check_is_away(has_break=away is not None or volunteer.status == Status.PAUSED)
    if away:
        Break.objects.filter(pk=away.pk).update(until_on=max(day, away.from_on))
    audit.record("came back", of=volunteer, by=by, at=at, about=volunteer.person)
    if volunteer.status == Status.PAUSED:
        Volunteer.lifecycle.move(volunteer, Status.ACTIVE, by=by, at=at)
    _tell("placements/back", volunteer, by=by, at=at, aware_rests=selectors.aware_rests(volunteer.person))


def _tell(letter: str, volunteer: Volunteer, *, by: Person, at: datetime, **facts: Any) -> None:
    day = london_day(at)
    mvpm = people.mvpm_of(volunteer.borough, day, besides=volunteer.person)
    managers = selectors.managers_of_volunteer(volunteer, day)
    for reader in {each.pk: each for each in [mvpm, *managers] if each}.values():
        if reader != by:
            letters.write(letter, to=reader, at=at, volunteer=volunteer, arranges=reader == mvpm, **facts)


@transaction.atomic
def keep_breaks(*, at: datetime) -> int:
    """Begin the breaks whose day has come, and end those whose last day has passed; return how many moved."""
    day, moved = london_day(at), 0
    away = Break.objects.on(day).values("volunteer")
    for volunteer in Volunteer.objects.filter(status=Status.ACTIVE, pk__in=away).select_related("person"):
        _begin(volunteer, by=None, at=at)
        moved += 1
    over = Volunteer.objects.filter(status=Status.PAUSED).exclude(pk__in=away).filter(breaks__until_on__lte=day)
    for volunteer in over.distinct().select_related("person"):
        Volunteer.lifecycle.move(volunteer, Status.ACTIVE, by=None, at=at)
        rests = selectors.aware_rests(volunteer.person)
        letters.write("placements/welcome_back", to=volunteer.person, at=at, volunteer=volunteer, aware_rests=rests)
        moved += 1
    return moved

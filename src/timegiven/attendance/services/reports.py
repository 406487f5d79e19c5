"""Report a session and correct a report: the ledger moves with it, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from timegiven.attendance import access, rules, selectors
from timegiven.attendance.models import SessionReport
from timegiven.audit import services as audit
from timegiven.hours import services as hours
from timegiven.hours.models import Entry
from timegiven.kernel.references import new_reference
from timegiven.kernel.time import london_day, london_span, minutes_between
from timegiven.letters import services as letters
from timegiven.library.models import ProfileVersion, Task
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.placements import selectors as placements
from timegiven.placements.models import Placement
from timegiven.placements.selectors.checks import FOR_A_DUTY, ROOM
from timegiven.rota import selectors as rota
from timegiven.rota import services as rota_services
from timegiven.rota.models import Offer

# The ledger refuses what passes the month's cap, with both ways out.
CHECKS = tuple(check for check in FOR_A_DUTY if check is not ROOM)


@dataclass(frozen=True)
class Told:
    """What a report says."""

    day: date
    starts: time
    ends: time
    tasks: Sequence[int]
    something_else: str = ""
    feeling: str = ""
    how_it_went: str = ""
    anything_else: str = ""
    is_long: bool = False


@transaction.atomic
def report(placement: Placement, *, by: Person, at: datetime, offer: Offer | None = None, **told: Any) -> SessionReport:
    """Tell of a session: the minutes go into the ledger, a duty becomes time given, the MVPM can read it."""
    access.report.require(by, placement, london_day(at))
    hold(placement.volunteer.person)
    written = _enter(placement, Told(**told), offer=offer, by=by, at=at)
    if offer is not None:
        rota_services.give(offer, by=by, at=at)
    audit.record("reported", of=written, by=by, at=at, about=written.person)
    return written


@transaction.atomic
def correct(old: SessionReport, *, why: str, by: Person, at: datetime, **told: Any) -> SessionReport:
    """Put a report right: a new version with the reason takes its place, and the old one is kept."""
    access.correct.require(by, old, london_day(at))
    hold(old.person)
    rules.check_newest(is_replaced=SessionReport.objects.filter(replaces=old).exists())
    hours.take_back(old.entry, by=by, at=at)
    written = _enter(old.placement, Told(**told), offer=old.offer, by=by, at=at, replaces=old, why=why)
    audit.record("corrected", of=written, by=by, at=at, about=written.person)
    return written


def hold(person: Person) -> None:
    """Of two reports by one person at once, the second waits here and sees the first."""
    # Not the key: a letter or an audit record may name the person meanwhile.
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def _enter(
    placement: Placement,
    told: Told,
    *,
    offer: Offer | None,
    by: Person,
    at: datetime,
    replaces: SessionReport | None = None,
    why: str = "",
) -> SessionReport:
    version = placements.version_on(placement, told.day)
    ask = rota.questions_to(placement.unit.borough, london_day(at))
    starts_at, ends_at = _span(told)
    _check_times(placement, told, starts_at, ends_at, by=by, at=at, ask=ask, replaces=replaces)
    on_profile = _tasks(placement, told.day, selectors.day_of_tasks(london_day(at), offer, replaces))
    rules.check_tasks(chosen=told.tasks, on_profile=on_profile, something_else=told.something_else)
    _check_ready(placement, version, told.day)
    entry, reference = _give(placement, starts_at, ends_at, by=by, at=at, ask=ask)
    written = SessionReport.objects.create(
        reference=reference,
        placement=placement,
        person=placement.volunteer.person,
        offer=offer,
        starts_at=starts_at,
        ends_at=ends_at,
        feeling=told.feeling,
        how_it_went=told.how_it_went,
        something_else=told.something_else,
        anything_else=told.anything_else,
        entry=entry,
        reported_by=by,
        reported_at=at,
        replaces=replaces,
        why_corrected=why,
    )
    written.tasks.set([on_profile[position] for position in told.tasks])
    if told.something_else and told.something_else != (replaces.something_else if replaces else ""):
        _ask_quietly(written, at=at)
    return written


def _tasks(placement: Placement, day: date, listed_on: date) -> dict[int, Task]:
    """The tasks that may be ticked, by their place on the list as the page showed it: those of the session's own day.

    A task that came with a later version of the role was not the volunteer's to do then (clauses 57, 61).
    """
    then = {task.text for task in placements.tasks_on(placement, day)}
    return {task.position: task for task in placements.tasks_on(placement, listed_on) if task.text in then}


def _span(told: Told) -> tuple[datetime, datetime]:
    for shown in (told.starts, told.ends):
        rules.check_clock(told.day, shown)
    return london_span(told.day, told.starts, told.ends)


def _check_times(
    placement: Placement,
    told: Told,
    starts_at: datetime,
    ends_at: datetime,
    *,
    by: Person,
    at: datetime,
    ask: str,
    replaces: SessionReport | None,
) -> None:
    volunteer = placement.volunteer
    within = selectors.limits(told.day, volunteer.strand)
    rules.check_over(ends_at=ends_at, at=at)
    rules.check_since(
        on=told.day, from_on=placement.from_on, until_on=placement.until_on, since_on=volunteer.since_on, ask=ask
    )
    if by == volunteer.person:
        rules.check_not_late(on=told.day, today=london_day(at), days=within.late_days, ask=ask)
    rules.check_length(
        minutes=minutes_between(starts_at, ends_at),
        longest=within.longest,
        ask_again_over=within.ask_again_over,
        is_confirmed=told.is_long,
    )
    other = selectors.overlapping(volunteer.person, starts_at, ends_at, besides=replaces)
    rules.check_overlap(other.when if other else "")


def _check_ready(placement: Placement, version: ProfileVersion, day: date) -> None:
    """Everything that had to be in order on the day of the session itself."""
    placements.require_ready(
        placement.volunteer.person, version, placement.unit, day, checks=CHECKS, what=rules.NOT_ADDED
    )


def _give(
    placement: Placement, starts_at: datetime, ends_at: datetime, *, by: Person, at: datetime, ask: str
) -> tuple[Entry, str]:
    """Enter the minutes in the ledger; return the entry and the reference that the report is to bear."""
    reference = new_reference()
    entry = hours.give(
        placement.volunteer,
        on=london_day(starts_at),
        minutes=minutes_between(starts_at, ends_at),
        kind=Entry.Kind.SESSION,
        source=reference,
        by=by,
        at=at,
        ask=ask,
    )
    return entry, reference


def _ask_quietly(report: SessionReport, *, at: datetime) -> None:
    """Let the MVPM look at what was done beyond the profile, because it may not be covered (clause 55)."""
    mvpm = people.mvpm_of(report.placement.volunteer.borough, london_day(at))
    if mvpm is not None:
        letters.write("attendance/something_else", to=mvpm, at=at, report=report, person=report.person)

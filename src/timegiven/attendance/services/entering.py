"""What every report goes through, whoever writes it: the times, the tasks, what had to be in order, the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from timegiven.attendance import rules, selectors
from timegiven.attendance.models import Presence, Query, SessionReport
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
from timegiven.rota import selectors as rota
from timegiven.rota.models import Offer


@dataclass(frozen=True)
class Told:
    """What a report says."""

    day: date
    starts: time
    ends: time
    tasks: Sequence[int]
    break_minutes: int = 0
    travel_minutes: int = 0
    something_else: str = ""
    feeling: str = ""
    how_it_went: str = ""
    worry: str = ""
    is_concern: bool = False
    idea: str = ""
    thank_you: str = ""
    is_long: bool = False
    listed_on: date | None = None  # of which day the list was whose numbers ``tasks`` are; else the session's own


@dataclass(frozen=True)
class Act:
    """Who writes, when, and in the place of what."""

    by: Person
    at: datetime
    ask: str
    replaces: SessionReport | None = None
    why: str = ""

    @property
    def today(self) -> date:
        return london_day(self.at)


def enter(
    placement: Placement,
    told: Told,
    act: Act,
    *,
    offer: Offer | None = None,
    presence: Presence | None = None,
) -> SessionReport:
    """Look at everything, enter the minutes in the ledger and write the report.

    A report that was not written from the page of a duty, such as one on paper, tells of the duty and of the coming
    and going all the same: nobody is asked about them again, and their time counts once.
    """
    starts_at, ends_at = _span(told)
    _check_times(placement, told, starts_at, ends_at, act)
    if act.replaces is None:
        untold = selectors.Untold([placement.pk], starts_at, ends_at)
        offer = offer or untold.duty(placement.pk, starts_at, ends_at)
        presence = presence or untold.visit(placement.pk, starts_at, ends_at)
    on_profile = _tasks(placement, told.day, told.listed_on or told.day)
    rules.check_tasks(chosen=told.tasks, on_profile=on_profile, something_else=told.something_else)
    rules.check_concern(is_concern=told.is_concern, worry=told.worry)
    version = placements.version_on(placement, told.day)
    _check_ready(placement, version, starts_at, own=act.by == placement.volunteer.person)
    reference = new_reference()
    given = _Giving(placement, version.profile.reference, london_day(starts_at), reference, act)
    written = SessionReport.objects.create(
        reference=reference,
        placement=placement,
        person=placement.volunteer.person,
        offer=offer,
        presence=presence,
        starts_at=starts_at,
        ends_at=ends_at,
        entry=given.enter(minutes_between(starts_at, ends_at), Entry.Kind.SESSION),
        travel_entry=given.enter(told.travel_minutes, Entry.Kind.TRAVEL) if told.travel_minutes else None,
        reported_by=act.by,
        reported_at=act.at,
        replaces=act.replaces,
        why_corrected=act.why if act.replaces else "",
        **_words(told),
        **_read_already(told, act.replaces),
    )
    written.tasks.set([on_profile[position] for position in told.tasks])
    say_when_they_left(presence, ends_at, by=act.by)
    _tell_the_mvpm(written, act)
    return written


def _words(told: Told) -> dict[str, Any]:
    """What a report keeps as it was told."""
    return {
        "break_minutes": told.break_minutes,
        "something_else": told.something_else,
        "feeling": told.feeling,
        "how_it_went": told.how_it_went,
        "worry": told.worry,
        "is_concern": told.is_concern,
        "idea": told.idea,
        "thank_you": told.thank_you,
        "has_words": bool(told.worry or told.idea or told.thank_you),
    }


def _read_already(told: Told, old: SessionReport | None) -> dict[str, Any]:
    """What the MVP Manager has read, and a correction does not change, need not be read again."""
    words = ("worry", "is_concern", "idea", "thank_you")
    if old is None or any(getattr(old, name) != getattr(told, name) for name in words):
        return {}
    return {"read_at": old.read_at, "read_by": old.read_by}


def _tasks(placement: Placement, day: date, listed_on: date) -> dict[int, Task]:
    """The tasks that may be ticked, by their place on the list of a day: those of the session's own day.

    A task that came with a later version of the role was not the volunteer's to do then (clauses 57, 61).
    """
    then = {task.text for task in placements.tasks_on(placement, day)}
    return {task.position: task for task in placements.tasks_on(placement, listed_on) if task.text in then}


def _span(told: Told) -> tuple[datetime, datetime]:
    for shown in (told.starts, told.ends):
        rules.check_clock(told.day, shown)
    return london_span(told.day, told.starts, told.ends)


def _check_times(placement: Placement, told: Told, starts_at: datetime, ends_at: datetime, act: Act) -> None:
    volunteer, minutes = placement.volunteer, minutes_between(starts_at, ends_at)
    within = selectors.limits(told.day, volunteer.strand)
    rules.check_over(ends_at=ends_at, at=act.at)
    # Whoever gives a morning and leaves at noon has given that morning.
    until_on = None if placements.ended_later(placement, starts_at) else placement.until_on
    rules.check_since(
        on=told.day, from_on=placement.from_on, until_on=until_on, since_on=volunteer.since_on, ask=act.ask
    )
    if act.by == volunteer.person:
        rules.check_not_late(on=told.day, today=act.today, days=within.late_days, ask=act.ask)
    rules.check_length(
        minutes=minutes,
        longest=within.longest,
        ask_again_over=within.ask_again_over,
        is_confirmed=told.is_long,
        ask=act.ask,
    )
    rules.check_break(minutes=minutes, break_minutes=told.break_minutes, reasonable=within.reasonable_break)
    other = selectors.overlapping(volunteer.person, starts_at, ends_at, besides=act.replaces)
    rules.check_overlap(other.when if other else "")


def _check_ready(placement: Placement, version: ProfileVersion, starts_at: datetime, *, own: bool) -> None:
    """Everything that had to be in order on the day of the session itself, when it began."""
    person, unit = placement.volunteer.person, placement.unit
    placements.require_ready_when(
        person, version, unit, starts_at, checks=selectors.CHECKS, what=rules.NOT_ADDED, own=own
    )


@dataclass(frozen=True)
class _Giving:
    """The minutes of one report, on their way into the ledger."""

    placement: Placement
    profile: str
    on: date
    source: str
    act: Act

    def enter(self, minutes: int, kind: str) -> Entry:
        return hours.give(
            self.placement.volunteer,
            on=self.on,
            minutes=minutes,
            kind=kind,
            source=self.source,
            unit=self.placement.unit,
            profile=self.profile,
            by=self.act.by,
            at=self.act.at,
            ask=self.act.ask,
            why=self.act.why,
        )


def say_when_they_left(presence: Presence | None, ends_at: datetime, *, by: Person) -> None:
    """Whoever forgot to say when they left has said it now."""
    if presence is not None and presence.left_at is None and ends_at > presence.came_at:
        told = {"left_at": ends_at, "left_how": Presence.How.REPORT, "left_by": by, "is_forgotten": False}
        Presence.objects.filter(pk=presence.pk, left_at=None).update(**told)


def _tell_the_mvpm(report: SessionReport, act: Act) -> None:
    """What was done beyond the profile is asked about quietly (clause 55); a concern is passed on at once (118).

    It goes to the MVP Manager of the place where the time was given, who may look into it; where the post is vacant, or
    the time was the MVP Manager's own, to the Central Team. A question about words that stay the same stays open, and
    is about the newest version.
    """
    old = act.replaces
    to, is_mvpm = people.whom_to_tell(report.placement.unit, act.today, besides=report.person)
    told: dict[str, Any] = {"report": report, "person": report.person, "is_mvpm": is_mvpm}
    if old and report.something_else == old.something_else:
        Query.objects.filter(report=old).update(report=report)
    elif report.something_else:
        Query.objects.create(report=report, asked_at=act.at)
        if to is not None:
            letters.write("attendance/something_else", to=to, at=act.at, **told)
    if to is not None and report.is_concern and not (old and old.is_concern):
        letters.write("attendance/worry", to=to, at=act.at, **told)


def ask_of(placement: Placement, at: datetime) -> str:
    """Whom to ask, for the end of a refusal."""
    return rota.questions_to(placement.unit.borough, london_day(at))

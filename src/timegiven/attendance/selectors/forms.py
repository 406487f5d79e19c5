"""What the form of a report needs: placements, tasks, limits, and what was typed before."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from timegiven.attendance.models import Draft, Presence, SessionReport
from timegiven.attendance.policies import ASK_AGAIN_OVER, LATE_ENTRY_DAYS, LONGEST_SESSION, REASONABLE_BREAK
from timegiven.hours import selectors as hours
from timegiven.kernel import prepared, words
from timegiven.kernel.prepared import Prepared
from timegiven.library.models import ProfileVersion, Task
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.placements import selectors as placements
from timegiven.placements.models import Placement
from timegiven.programme.models import Strand
from timegiven.programme.policy import all_on, every_policy
from timegiven.rota.models import Offer


@dataclass(frozen=True)
class Limits:
    """The handbook's limits on one day, for one strand."""

    late_days: int
    ask_again_over: int
    longest: int
    reasonable_break: int
    counts_travel: bool


def limits(day: date, strand: Strand | None) -> Limits:
    limits = LATE_ENTRY_DAYS, ASK_AGAIN_OVER, LONGEST_SESSION, REASONABLE_BREAK, hours.COUNTS_TRAVEL
    return Limits(*all_on(day, *limits, strand=strand))


def meal_from(day: date, strand: Strand) -> int | None:
    """From how many minutes on a meal may be claimed; the number is kept by expenses, which comes later."""
    named = (policy for policy in every_policy() if policy.name == "expenses.meal_from_minutes")
    policy = next(named, None)
    return int(policy.on(day, strand)) if policy else None


def day_of_tasks(
    today: date, offer: Offer | None = None, old: SessionReport | None = None, *, presence: Presence | None = None
) -> date:
    """Of which day the tasks are shown: that of the duty, of the coming or of the report to put right, else today."""
    if offer is not None:
        return offer.duty.on
    if presence is not None:
        return presence.on
    return old.on if old is not None else today


def tasks_of(placement: Placement, day: date) -> list[Task]:
    """What the volunteer had agreed to do by that day, in the profile's own order (clause 61)."""
    return placements.tasks_on(placement, day)


def _told() -> QuerySet[Placement]:
    """Placements with what is asked of each when its sessions are told."""
    found = Placement.objects.select_related(
        "volunteer__person", "volunteer__strand", "volunteer__borough", "version__profile", "unit__borough"
    )
    return found.only(
        *("reference", "status", "from_on", "until_on", "volunteer__reference", "volunteer__since_on"),
        *("volunteer__person__reference", "volunteer__person__name", "volunteer__person__known_as"),
        *("volunteer__strand__code", "volunteer__borough__path"),
        *("version__profile__reference", "version__profile__title", "version__profile__strand"),
        *(f"version__{fact}" for fact in ProfileVersion.FACTS),
        *("unit__reference", "unit__name", "unit__path", "unit__borough__name", "unit__borough__path"),
    )


class OwnRole(NamedTuple):
    """A role in which somebody gives time, as a list names it."""

    reference: str
    title: str
    place: str


RECENTLY = timedelta(days=92)  # so long after a role has ended its last sessions can still be told of


def own_roles(person: Person) -> list[OwnRole]:
    """The roles in which this person gives time now, in words: a list needs no more of each."""
    return _in_words(person, date.max)


def roles_to_tell(person: Person, day: date) -> list[OwnRole]:
    """The same with those that have ended lately: a move or the end of a loan may be quicker than a report."""
    return _in_words(person, day - RECENTLY)


def _in_words(person: Person, since: date) -> list[OwnRole]:
    return [
        OwnRole(reference, title, f"{words.place(unit, borough)}{f', until {words.day(end)}' if is_over else ''}")
        for reference, title, unit, borough, end, is_over in _own_roles(person=person.pk, since=since)
    ]


@Prepared
def _own_roles() -> QuerySet[Any]:
    is_over = Q(status=Placement.Status.ENDED)
    own = Placement.objects.filter(
        Q(status=Placement.Status.STARTED) | is_over & Q(until_on__gt=prepared.day("since")),
        volunteer__person=prepared.key("person"),
    ).annotate(is_over=is_over)
    return own.order_by("is_over", "version__profile__title", "pk").values_list(
        "reference", "version__profile__title", "unit__name", "unit__borough__name", "until_on", "is_over"
    )


def placement_seen_by(person: Person, reference: str, day: date) -> Placement | None:
    """A placement of one's own, or at a unit that one looks after."""
    placement: Placement | None = _placement.first(reference=reference)
    if placement is None or placement.volunteer.person == person:
        return placement
    looks_after = any(person.holds(role, at=placement.unit, day=day) for role in (Role.MVPM, Role.UNIT_MANAGER))
    return placement if looks_after else None


@Prepared
def _placement() -> QuerySet[Placement]:
    return _told().filter(reference=prepared.text("reference"))


def placements_told_of(person: Person, day: date) -> QuerySet[Placement]:
    """The placements of the borough of which a report may come: paper may come after the role or everything ended."""
    begun = (Placement.Status.STARTED, Placement.Status.ENDED)
    return _told().filter(people.scope(person, (Role.MVPM,), day, on="unit"), status__in=begun)


def placements_to_key_in(person: Person, day: date, *, words: str = "") -> QuerySet[Placement]:
    """The placements that go on, by name; of whoever is looked for, also those that have ended."""
    found = placements_told_of(person, day)
    if words:
        found = found.filter(Q(volunteer__person__name__icontains=words) | Q(volunteer__reference=words.upper()))
    else:
        found = found.filter(status=Placement.Status.STARTED)
    return found.order_by("volunteer__person__name", "-status", "pk")


# What has to be in order on the day of a session. The ledger refuses what passes the month's cap, with both ways out.
CHECKS = tuple(check for check in placements.FOR_A_DUTY if check is not placements.ROOM)
MOST_LIKE = 12


def sheets_of(person: Person, day: date, words: str, *, at: str = "", on: date | None = None) -> list[Placement]:
    """Whose paper report it may be: by part of the name, by pass number, or by the code at the foot of the sheet.

    ``at`` is the unit of the sheet before: if somebody there has that name, it is theirs. ``on`` is the day of the
    session: a role that was somebody's on that day goes before one that was not.
    """
    mine = placements_told_of(person, day).order_by("volunteer__person__name", "-status", "pk")
    by_code = list(mine.filter(reference=words.strip().upper())[:1])
    if by_code:
        return by_code
    by_number = _of_the_day(mine.filter(volunteer__person__passes__number__iexact=words.strip()).distinct(), on)
    if by_number:
        return by_number
    for word in words.split():
        mine = mine.filter(volunteer__person__name__icontains=word)
    found = _of_the_day(mine, on)
    near = [each for each in found if each.unit.reference == at]
    return near if len(near) == 1 else found


def _of_the_day(placements: QuerySet[Placement], on: date | None) -> list[Placement]:
    """Those that held on a day, else those that go on, else all."""
    found = list(placements[:MOST_LIKE])
    held = [each for each in found if on is not None and each.covers(on)]
    return held or [each for each in found if each.status == Placement.Status.STARTED] or found


def draft_of(person: Person) -> tuple[str, dict[str, list[str]]]:
    """The page on which this person began a report, and what they typed; empty when there is none."""
    draft: Draft | None = _draft.first(person=person.pk)
    return (draft.address, json.loads(draft.typed)) if draft else ("", {})


@Prepared
def _draft() -> QuerySet[Draft]:
    return Draft.objects.filter(person=prepared.key("person"))

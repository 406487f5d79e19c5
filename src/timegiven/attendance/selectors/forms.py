"""What the form of a report needs: placements, tasks, limits, and what was typed before."""

import json
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from timegiven.attendance.models import Draft
from timegiven.attendance.policies import ASK_AGAIN_OVER, LATE_ENTRY_DAYS, LONGEST_SESSION
from timegiven.kernel import words
from timegiven.library.models import ProfileVersion, Task
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Strand
from timegiven.programme.policy import all_on, every_policy


@dataclass(frozen=True)
class Limits:
    """The handbook's limits on one day, for one strand."""

    late_days: int
    ask_again_over: int
    longest: int


def limits(day: date, strand: Strand) -> Limits:
    late_days, ask_again_over, longest = all_on(day, LATE_ENTRY_DAYS, ASK_AGAIN_OVER, LONGEST_SESSION, strand=strand)
    return Limits(late_days=late_days, ask_again_over=ask_again_over, longest=longest)


def meal_from(day: date, strand: Strand) -> int | None:
    """From how many minutes on a meal may be claimed; the number is kept by expenses, which comes later."""
    named = (policy for policy in every_policy() if policy.name == "expenses.meal_from_minutes")
    policy = next(named, None)
    return int(policy.on(day, strand)) if policy else None


def tasks_of(version: ProfileVersion) -> list[Task]:
    """What the profile version lets a volunteer do, in its own order (clause 61)."""
    return list(version.tasks.order_by("position"))


def _told() -> QuerySet[Placement]:
    return Placement.objects.select_related(
        "volunteer__person", "volunteer__strand", "volunteer__borough", "version__profile", "unit__borough"
    )


def own_placements(person: Person) -> QuerySet[Placement]:
    """The roles in which this person gives time now."""
    return _told().filter(volunteer__person=person, status=Placement.Status.STARTED).order_by("version__profile__title")


class OwnRole(NamedTuple):
    """A role in which somebody gives time, as a list names it."""

    reference: str
    title: str
    place: str


def own_roles(person: Person) -> list[OwnRole]:
    """What ``own_placements`` finds, in words: a list needs no more of each."""
    found = own_placements(person).values_list(
        "reference", "version__profile__title", "unit__name", "unit__borough__name"
    )
    return [OwnRole(reference, title, words.place(unit, borough)) for reference, title, unit, borough in found]


def placements_seen_by(person: Person, day: date) -> QuerySet[Placement]:
    """One's own placements, and those at the units that one looks after."""
    return _told().filter(
        Q(volunteer__person=person) | people.scope(person, (Role.MVPM, Role.UNIT_MANAGER), day, on="unit")
    )


def placements_to_key_in(person: Person, day: date, *, words: str = "") -> QuerySet[Placement]:
    """The placements of the borough for which a paper report may have come, by name."""
    found = _told().filter(people.scope(person, (Role.MVPM,), day, on="unit"), status=Placement.Status.STARTED)
    if words:
        found = found.filter(Q(volunteer__person__name__icontains=words) | Q(volunteer__reference=words.upper()))
    return found.order_by("volunteer__person__name", "pk")


def draft_of(person: Person) -> tuple[str, dict[str, list[str]]]:
    """The page on which this person began a report, and what they typed; empty when there is none."""
    draft = Draft.objects.filter(person=person).first()
    return (draft.address, json.loads(draft.typed)) if draft else ("", {})

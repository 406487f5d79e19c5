"""What the audit trail says, with the names and roles of those who acted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import Q

from timegiven.audit.models import Event
from timegiven.kernel.time import london_day
from timegiven.people.models import Appointment, Person

MOST_CALLED = 500  # of whom a name may be: more are not told apart by it


def names(references: Iterable[str]) -> dict[str, str]:
    """People's names by reference."""
    return dict(Person.objects.filter(reference__in=set(references)).values_list("reference", "name"))


def called(typed: str) -> list[str]:
    """The references of those who have these words in their name, and what was typed, in case it is a reference."""
    named = Q()
    for word in typed.split():
        named &= Q(name__icontains=word) | Q(known_as__icontains=word)
    found = Person.objects.filter(named).order_by("pk").values_list("reference", flat=True)
    return [typed.strip().upper(), *found[:MOST_CALLED]] if named else []


def kinds_in_words(kinds: Iterable[str]) -> dict[str, str]:
    """What sort of things events are about: joining.righttovolunteer is a right to volunteer."""
    known = {model._meta.label_lower: str(model._meta.verbose_name).capitalize() for model in apps.get_models()}
    return {kind: known.get(kind, kind) for kind in kinds}


@dataclass(frozen=True)
class Look:
    """One thing that was done with somebody's data, as that person is told: in what role, and when."""

    act: str
    who: str
    at: datetime
    why: str


def told(events: Iterable[Event], *, to: Person) -> list[Look]:
    """The events as the person whom they are about reads them: roles, never names of staff."""
    events = list(events)
    held: dict[str, list[Appointment]] = {}
    for each in Appointment.objects.filter(person__reference__in={event.actor for event in events}).select_related(
        "person", "unit"
    ):
        held.setdefault(each.person.reference, []).append(each)
    return [Look(e.act, _who(e, held.get(e.actor, []), to), e.at, e.why) for e in events]


def _who(event: Event, held: list[Appointment], to: Person) -> str:
    if event.actor == to.reference:
        return "You"
    day = london_day(event.at)
    roles = [each.get_role_display() for each in held if each.covers(day)]
    if roles:
        return " and ".join(dict.fromkeys(roles))
    return "Someone outside the staff" if event.actor else "Time Given, by itself"

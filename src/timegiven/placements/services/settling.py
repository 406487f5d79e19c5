"""After the first sessions: ask how it goes, keep what was said, let the MVP Manager read it (clauses 29, 128)."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.placements import access, rules, selectors
from timegiven.placements.models import Settling


@transaction.atomic
def ask_how_it_goes(*, at: datetime) -> int:
    """Ask each new volunteer two questions and their unit one, once; return about how many placements."""
    asked = 0
    for placement in selectors.to_ask(london_day(at)):
        Settling.objects.create(placement=placement, asked_at=at)
        letters.write(
            "placements/how_it_goes", to=placement.volunteer.person, at=at, about=[placement], placement=placement
        )
        _, managers = selectors.mvpm_and_managers(placement, london_day(at))
        for manager in managers:
            letters.write("placements/how_it_goes_unit", to=manager, at=at, placement=placement)
        asked += 1
    return asked


@transaction.atomic
def answer_settling(settling: Settling, *, going: str, wants_a_call: bool, by: Person, at: datetime) -> None:
    """Keep how the volunteer finds it: for the MVP Manager alone, and never a mark."""
    access.answer_settling.require(by, settling, london_day(at))
    facts = {"going": going.strip(), "wants_a_call": wants_a_call, "answered_at": at, "read_at": None, "read_by": None}
    _keep(settling, facts, by=by, at=at)


@transaction.atomic
def answer_for_unit(settling: Settling, *, unit_needs: str, by: Person, at: datetime) -> None:
    """Keep what the unit says it, or the volunteer, needs."""
    access.answer_for_unit.require(by, settling, london_day(at))
    facts = {"unit_needs": unit_needs.strip(), "unit_answered_at": at, "unit_answered_by": by}
    _keep(settling, facts | {"read_at": None, "read_by": None}, by=by, at=at)


def _keep(settling: Settling, facts: dict, *, by: Person, at: datetime) -> None:
    Settling.objects.filter(pk=settling.pk).update(**facts)
    audit.record("said how it goes", of=settling, by=by, at=at, about=settling.placement.volunteer.person)


@transaction.atomic
def read_settling(settling: Settling, *, by: Person, at: datetime) -> None:
    """The MVP Manager has read what was said, and rings whoever asked for it."""
    access.read_settling.require(by, settling, london_day(at))
    row = Settling.objects.select_for_update().get(pk=settling.pk)
    rules.check_to_read(has_answer=bool(row.answered_at or row.unit_answered_at))
    Settling.objects.filter(pk=settling.pk).update(read_at=at, read_by=by)
    audit.record("read how it goes", of=settling, by=by, at=at, about=settling.placement.volunteer.person)

"""End a placement, or all of them. Nobody is asked why."""

from datetime import datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person, Volunteer
from timegiven.placements import access, selectors
from timegiven.placements.models import Placement
from timegiven.placements.services.aware import close_accounts, close_aware
from timegiven.placements.services.kit import ask_kit_back

Status = Placement.Status


@transaction.atomic
def end(placement: Placement, *, by: Person, at: datetime) -> None:
    """End a placement from today; close the AWARE account when no other role of the volunteer uses it (clause 84)."""
    volunteer, day = placement.volunteer, london_day(at)
    access.end.require(by, volunteer, day)
    _end(placement, by=by, at=at)
    if not selectors.needs_aware(volunteer):
        close_aware(volunteer.person, by=by, at=at)
    mvpm, managers = selectors.mvpm_and_managers(placement, day)
    for reader in [volunteer.person, mvpm, *managers]:
        if reader and reader != by:
            letters.write("placements/ended", to=reader, at=at, placement=placement)
    ask_kit_back(volunteer, unit=placement.unit, at=at)


@transaction.atomic
def end_all(volunteer: Volunteer, *, by: Person, at: datetime) -> list[Placement]:
    """Let go of everything: placements end, offers lapse. Called when somebody leaves, and whose caller thanks them.

    What was lent to them is asked back, without hurry.
    """
    access.end.require(by, volunteer, london_day(at))
    going = list(
        Placement.objects.filter(volunteer=volunteer, status__in=(Status.OFFERED, *Placement.LIVE))
        .select_related("volunteer__person", "version__profile", "unit__borough")
        .order_by("pk")
    )
    for placement in going:
        _end(placement, by=by, at=at)
    ask_kit_back(volunteer, at=at)
    return going


@transaction.atomic
def end_retired(*, at: datetime) -> int:
    """End the placements in roles that were retired, and the offers of them, each with a letter; return how many."""
    going = list(selectors.of_retired_roles().select_for_update(of=("self",)))
    for placement in going:
        was_offered = placement.status == Status.OFFERED
        _end(placement, by=None, at=at)
        volunteer = placement.volunteer
        if not selectors.needs_aware(volunteer):
            close_accounts(volunteer.person, by=None, at=at)
        mvpm, _ = selectors.mvpm_and_managers(placement, london_day(at))
        told: dict[str, Any] = {"placement": placement, "mvpm": mvpm, "was_offered": was_offered}
        letters.write("placements/role_retired", to=volunteer.person, at=at, **told)
        ask_kit_back(volunteer, unit=placement.unit, at=at)
    return len(going)


def _end(placement: Placement, *, by: Person | None, at: datetime) -> None:
    ended = Status.DECLINED if placement.status == Status.OFFERED else Status.ENDED
    Placement.lifecycle.move(placement, ended, by=by, at=at)
    day = max(london_day(at), placement.from_on)
    Placement.objects.filter(pk=placement.pk).update(until_on=day)
    placement.until_on = day
    letters.overtake([placement], why="The placement has ended", at=at)
    audit.record("ended placement", of=placement, by=by, at=at, about=placement.volunteer.person)

"""Take a role out of use, or put a draft aside."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import Paper, ProfileVersion
from timegiven.people import selectors as people
from timegiven.people.models import Person

Status = ProfileVersion.Status


@transaction.atomic
def retire(version: ProfileVersion, *, why: str, is_for_cause: bool | None = False, by: Person, at: datetime) -> None:
    """Retire a profile: from today nobody does the role any more. A draft is put aside the same way.

    Placements and duties follow it by themselves, each in its chapter's worker.

    ``is_for_cause``: it was not safe, or took the place of a paid job, and so nobody may copy it.
    """
    access.retire.require(by, version, london_day(at))
    rules.check_why(why)
    rules.check_done_nowhere_else(selectors.boroughs_besides(version, by, london_day(at)), title=version.title)
    ended = {"ended_on": london_day(at), "is_ended_for_cause": bool(is_for_cause)}
    ProfileVersion.objects.filter(pk=version.pk, approved_on__isnull=False).update(**ended)
    ProfileVersion.lifecycle.move(version, Status.RETIRED, by=by, at=at, why=why.strip())
    # What was before the Steering Group is so no longer.
    before_the_group = Paper.objects.filter(version=version, outcome=Paper.Outcome.OPEN)
    before_the_group.update(outcome=Paper.Outcome.WITHDRAWN, decided_at=at, decided_by=by, reason=why.strip())
    audit.record("retired", of=version, by=by, at=at)
    if version.approved_on:
        _tell(version, why=why.strip(), by=by, at=at)


def _tell(version: ProfileVersion, *, why: str, by: Person, at: datetime) -> None:
    """Who proposed the role, and the unit and MVP Manager of every place where it was done."""
    day = london_day(at)
    units = {version.profile.unit, *(each.unit for each in selectors.assessments_of(version))}
    readers = {version.profile.proposed_by, *(people.mvpm_of(unit, day) for unit in units)}
    for unit in units:
        readers.update(people.holders(people.Role.UNIT_MANAGER, unit, day))
    for reader in sorted((each for each in readers - {by} if each), key=lambda person: person.pk):
        letters.write("library/retired", to=reader, at=at, version=version, why=why, by=by)

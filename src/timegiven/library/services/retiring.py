"""Take a role out of use, or put a draft aside."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import Paper, ProfileVersion
from timegiven.library.services.holding import hold_role
from timegiven.people import selectors as people
from timegiven.people.models import Person

Status = ProfileVersion.Status


@transaction.atomic
def retire(version: ProfileVersion, *, why: str, is_for_cause: bool | None = False, by: Person, at: datetime) -> None:
    """Retire a profile: from today nobody does the role any more. A draft is put aside the same way.

    The next version, if one is being written or decided on, ends with the role: its approval would bring it back.
    Placements and duties follow it by themselves, each in its chapter's worker.

    ``is_for_cause``: it was not safe, or took the place of a paid job, and so nobody may copy it.
    """
    day, why = london_day(at), why.strip()
    access.retire.require(by, version, day)
    rules.check_why(why)
    rules.check_done_nowhere_else(selectors.boroughs_besides(version, by, day), title=version.title)
    hold_role(version)
    if not version.approved_on:
        _put_aside(version, why=why, by=by, at=at, told={by})
        return
    ended = {"ended_on": day, "is_ended_for_cause": bool(is_for_cause)}
    ProfileVersion.objects.filter(pk=version.pk).update(**ended)
    ProfileVersion.lifecycle.move(version, Status.RETIRED, by=by, at=at, why=why)
    audit.record("retired", of=version, by=by, at=at)
    next_one = selectors.open_version(version.profile)
    readers = _tell(version, next_one=next_one, why=why, by=by, at=at)
    if next_one:
        _put_aside(next_one, why=f"The role was retired. {why}", by=by, at=at, told={by, *readers})


def _tell(
    version: ProfileVersion, *, next_one: ProfileVersion | None, why: str, by: Person, at: datetime
) -> set[Person]:
    """Who proposed the role, and the unit and MVP Manager of every place where it was done."""
    day = london_day(at)
    units = {version.profile.unit, *(each.unit for each in selectors.assessments_of(version))}
    readers = {version.profile.proposed_by, *(people.mvpm_of(unit, day) for unit in units)}
    for unit in units:
        readers.update(people.holders(people.Role.UNIT_MANAGER, unit, day))
    found = {each for each in readers - {by} if each}
    for reader in _in_order(found):
        letters.write("library/retired", to=reader, at=at, version=version, next_one=next_one, why=why, by=by)
    return found


def _put_aside(version: ProfileVersion, *, why: str, by: Person, at: datetime, told: set[Person]) -> None:
    """End what is being written or decided on; who waits for it and has not been ``told`` yet gets a letter."""
    paper = Paper.objects.filter(version=version, outcome=Paper.Outcome.OPEN).first()
    ProfileVersion.lifecycle.move(version, Status.RETIRED, by=by, at=at, why=why)
    audit.record("put aside", of=version, by=by, at=at)
    day = london_day(at)
    if paper:  # it is before the Steering Group no longer
        withdrawn = Paper.objects.filter(pk=paper.pk)
        withdrawn.update(outcome=Paper.Outcome.WITHDRAWN, decided_at=at, decided_by=by, reason=why)
        for member in _in_order({*selectors.members(version, day)} - {by}):
            letters.write("library/put_aside", to=member, at=at, version=version, paper=paper, why=why, by=by)
    writers = {version.profile.proposed_by, people.mvpm_of(version.profile.unit, day)} - told
    for reader in _in_order({each for each in writers if each}):
        letters.write("library/put_aside", to=reader, at=at, version=version, paper=None, why=why, by=by)
    for asked in selectors.requests_in(version):
        if asked.asked_by != by:
            letters.write("library/task_put_aside", to=asked.asked_by, at=at, asked=asked, version=version, why=why)


def _in_order(readers: set[Person]) -> list[Person]:
    return sorted(readers, key=lambda person: person.pk)

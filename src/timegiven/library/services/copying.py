"""Bring a role of another unit to one's own: its content comes with its history, its answers and risks do not."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.library import access, rules
from timegiven.library.models import ProfileVersion
from timegiven.library.services.proposing import begin, check_answers
from timegiven.library.services.revising import ROLE, copy_lists
from timegiven.people.models import Person
from timegiven.programme.models import Unit


def copy(
    version: ProfileVersion,
    *,
    unit: Unit,
    title: str,
    answers: Mapping[str, bool],
    reasons: Mapping[str, str],
    by: Person,
    at: datetime,
) -> ProfileVersion:
    """Propose for a unit what another has already (clause 68). The three questions are answered anew, for a task that
    binds nobody in one office may be somebody's job in another; so is the risk assessment of the place.

    Not one transaction: the record of a stopped proposal has to outlive the refusal.
    """
    access.propose.require(by, unit, london_day(at))
    rules.check_may_be_copied(
        was_approved=version.approved_on is not None,
        is_ended_for_cause=version.is_ended_for_cause,
        title=version.title,
        unit=version.profile.unit.full_name,
    )
    check_answers(answers, unit=unit, by=by, at=at)
    return _copied(version, unit=unit, title=title, answered={**answers, **reasons}, by=by, at=at)


@transaction.atomic
def _copied(
    version: ProfileVersion, *, unit: Unit, title: str, answered: Mapping[str, object], by: Person, at: datetime
) -> ProfileVersion:
    original = version.profile
    role = {
        "title": title,
        "category": original.category,
        "contribution": original.contribution,
        "strand": original.strand,
        "copied_from": version,
    }
    content = {name: getattr(version, name) for name in ROLE}
    draft = begin(unit, role=role, content={**content, **answered}, why=_why(version), by=by, at=at)
    copy_lists(version, draft)
    audit.record("copied", of=draft, by=by, at=at, why=version.reference)
    return draft


def _why(version: ProfileVersion) -> str:
    return f"Copied from version {version.number} of {version.title}, {version.profile.unit.full_name}"

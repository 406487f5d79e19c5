"""Take a role out of use, or put a draft aside."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.library import access
from timegiven.library.models import Paper, ProfileVersion
from timegiven.people.models import Person

Status = ProfileVersion.Status


@transaction.atomic
def retire(version: ProfileVersion, *, why: str, is_for_cause: bool | None = False, by: Person, at: datetime) -> None:
    """Retire a profile: from today nobody new may be offered the role. A draft is put aside the same way.

    ``is_for_cause``: it was not safe, or took the place of a paid job, and so nobody may copy it.
    """
    access.retire.require(by, version, london_day(at))
    if not why.strip():
        raise NotAllowed(
            "Nothing has changed: the reason is missing.", next_step="Say in a sentence why, for those who look later."
        )
    ended = {"ended_on": london_day(at), "is_ended_for_cause": bool(is_for_cause)}
    ProfileVersion.objects.filter(pk=version.pk, approved_on__isnull=False).update(**ended)
    ProfileVersion.lifecycle.move(version, Status.RETIRED, by=by, at=at, why=why.strip())
    # What was before the Steering Group is so no longer.
    before_the_group = Paper.objects.filter(version=version, outcome=Paper.Outcome.OPEN)
    before_the_group.update(outcome=Paper.Outcome.WITHDRAWN, decided_at=at, decided_by=by, reason=why.strip())
    audit.record("retired", of=version, by=by, at=at)

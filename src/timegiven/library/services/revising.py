"""Begin the next version of a role; what it takes over from the one before."""

from datetime import datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.kernel.time import london_day
from timegiven.library import access, selectors
from timegiven.library.models import ProfileVersion, RoleTraining
from timegiven.library.services.holding import held, hold_role
from timegiven.library.services.tasks import list_tasks
from timegiven.people.models import Person

Status = ProfileVersion.Status

# What the role is, wherever it is done.
ROLE = (
    "purpose helps_unit helps_borough helps_volunteer usual_times skills vetting_level dbs_check dbs_reason kit dress "
    "least_age suits_under_18 weekly_minutes wanted if_nobody_comes"
).split()
# What the unit said and where it is done: a new version keeps it, a copy for another unit does not.
UNITS_OWN = (
    "place supervisor deputy is_obligation is_overtime is_paid_job why_not_obligation why_not_overtime why_not_paid_job"
).split()


@transaction.atomic
def revise(version: ProfileVersion, *, why: str, by: Person, at: datetime) -> ProfileVersion:
    """Begin the next version, for a task to be added or changed; this one stays in force until it is approved.

    The new version needs its own risk assessment, and its own meeting with the team (clauses 57, 58, 71).
    """
    access.write.require(by, version, london_day(at))
    hold_role(version)
    row = held(version, instead="We have not begun a new version", status=Status.APPROVED)
    if selectors.open_version(row.profile):
        raise NotAllowed(
            "We have not begun a new version: one is being written or decided on already.",
            next_step="Make your change there, or wait for the Steering Group's decision.",
        )
    draft = _next(row)
    ProfileVersion.lifecycle.begin(draft, by=by, at=at, why=why)
    audit.record("revised", of=draft, by=by, at=at)
    return draft


def _next(version: ProfileVersion) -> ProfileVersion:
    newest = ProfileVersion.objects.filter(profile=version.profile).order_by("-number").values_list("number", flat=True)
    content = {name: getattr(version, name) for name in (*ROLE, *UNITS_OWN)}
    try:
        with transaction.atomic():
            draft = ProfileVersion.objects.create(profile=version.profile, number=newest[0] + 1, **content)
    except IntegrityError:
        raise SomeoneElseActed(
            "We have not begun a new version: someone else has just done so.", next_step="Open the page again."
        ) from None
    copy_lists(version, draft)
    return draft


def copy_lists(version: ProfileVersion, draft: ProfileVersion) -> None:
    """Give a draft the tasks with their marks, and the role's own training, of another version."""
    list_tasks(draft, selectors.tasks_of(version))
    RoleTraining.objects.bulk_create(
        RoleTraining(version=draft, position=each.position, text=each.text) for each in version.own_training.all()
    )

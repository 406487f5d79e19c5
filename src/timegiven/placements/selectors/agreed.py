"""What a volunteer has agreed to: the version of the role, on any day, and the tasks that come with it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol

from django.db.models import Exists, OuterRef, QuerySet

from timegiven.kernel.among import AmongGiven
from timegiven.kernel.prepared import Prepared
from timegiven.kernel.time import london_day
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion, RiskAssessment, Task
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.placements.models import Confirmation, Placement
from timegiven.placements.selectors.placed import whole

Role = Appointment.Role
Status = ProfileVersion.Status
RESTS = (
    "The safety check of this role at the unit has to be done again first, so no new time can be booked until then. "
    "It has nothing to do with you."
)


def version_on(placement: Placement, day: date) -> ProfileVersion:
    """The version of the role that the volunteer had agreed to by the end of a day."""
    return versions_agreed([placement])(placement, day)


class Placed(Protocol):
    """A placement, or as much of one as is needed here."""

    @property
    def pk(self) -> int: ...
    @property
    def version(self) -> ProfileVersion: ...


def versions_agreed(placements: Iterable[Placed]) -> Callable[[Placed, date], ProfileVersion]:
    """The same of any of these placements on any day, with one question to the database."""
    said_yes: dict[int, list[Confirmation]] = defaultdict(list)
    for each in _yeses(placements=[each.pk for each in placements]):
        said_yes[each.placement_id].append(each)

    def on(placement: Placed, day: date) -> ProfileVersion:
        known = said_yes.get(placement.pk)
        if not known:
            return placement.version
        by_then = [each for each in known if each.confirmed_at and london_day(each.confirmed_at) <= day]
        return by_then[-1].version if by_then else known[0].before

    return on


@Prepared
def _yeses() -> QuerySet[Confirmation]:
    """What was said yes to, the first first."""
    told = Confirmation.objects.filter(placement__in=AmongGiven("placements")).exclude(confirmed_at=None)
    versions = ("before", "version")
    return (
        told.select_related(*(f"{each}__profile" for each in versions))
        .only(
            *("placement", "confirmed_at"),
            *(f"{each}__{fact}" for each in versions for fact in ProfileVersion.FACTS),
            *(f"{each}__profile__{name}" for each in versions for name in ("reference", "title", "strand")),
        )
        .order_by("confirmed_at")
    )


def tasks_on(placement: Placement, day: date) -> list[Task]:
    """The tasks of that version; while a newer one is in force, only those that are the same in both (clause 61)."""
    return library.tasks_agreed(version_on(placement, day), day)


def changes_of_tasks(versions: Iterable[ProfileVersion]) -> list[date]:
    """The days on which the tasks of those who have agreed to one of these may change."""
    profiles = {each.profile_id for each in versions}
    rows = ProfileVersion.objects.filter(profile__in=profiles).values_list("approved_on", "ended_on")
    return sorted({day for row in rows for day in row if day})


def rests(placement: Placement, day: date) -> str:
    """Why the role rests at the unit on a day, in one sentence; nothing while it does not (clauses 59, 60)."""
    return "" if library.risk_held(placement.unit, placement.version, day) else RESTS


def confirmations_of(placement: Placement) -> QuerySet[Confirmation]:
    """What the volunteer was told of changes to the role, and what they said."""
    found = Confirmation.objects.filter(placement=placement)
    return found.select_related("before__profile", "version__profile", "confirmed_by")


def outdated(*, offered: bool = False) -> QuerySet[Placement]:
    """The placements that go on in a version that another has superseded; or the offers of one."""
    in_force = ProfileVersion.objects.filter(profile=OuterRef("version__profile"), status=Status.APPROVED)
    status = (Placement.Status.OFFERED,) if offered else Placement.LIVE
    return whole().filter(Exists(in_force), version__status=Status.SUPERSEDED, status__in=status)


def unconfirmed(viewer: Person, day: date) -> QuerySet[Placement]:
    """The placements, in the boroughs that this person runs, whose volunteer has not said yes to the changed role."""
    mine = people.scope(viewer, (Role.MVPM, Role.CENTRAL_TEAM), day, on="volunteer__borough")
    return outdated().filter(mine).order_by("version__profile__title", "volunteer__person__name", "pk")


def told_of(placements: list[Placement]) -> dict[int, Confirmation]:
    """For each placement the newest word that was sent of a change to its role."""
    sent = Confirmation.objects.filter(placement__in=placements).select_related("version").order_by("told_at")
    return {each.placement_id: each for each in sent}


def stopped(person: Person, day: date) -> QuerySet[Placement]:
    """The roles of this person that rest, because the risk there has to be looked at again first: one question."""
    there = RiskAssessment.objects.filter(unit=OuterRef("unit"))
    newest = there.filter(version__profile=OuterRef("version__profile"), version__status=Status.APPROVED)
    agreed, in_date = there.filter(version=OuterRef("version")), {"assessed_on__lte": day, "review_on__gt": day}
    # As library.risk_held has it: the assessment of the version in force comes first, where there is one.
    rests = (Exists(newest) & ~Exists(newest.filter(**in_date))) | (~Exists(newest) & ~Exists(agreed.filter(**in_date)))
    mine = whole().filter(rests, volunteer__person=person, status__in=Placement.LIVE)
    return mine.order_by("version__profile__title", "pk")

"""The register of role profiles on a day, with the number of volunteers: what is told under Freedom of Information."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion
from timegiven.placements.models import Placement

Status = Placement.Status


@dataclass(frozen=True)
class Entry:
    """One profile as it stood on a day."""

    reference: str
    version_reference: str
    title: str
    version: int
    unit: str
    borough: str
    category: str
    approved_on: date
    conditions: int
    votes: tuple[library.SeatVote, ...]
    answers: tuple[library.Answer, ...]
    risk: library.Risk
    volunteers: int


def entries(versions: Iterable[ProfileVersion], day: date) -> list[Entry]:
    """What was known of these versions on the day: as many queries for one as for all."""
    listed = list(versions)
    keys = [version.pk for version in listed]
    votes, risks = library.votes_by_seat(keys), library.risk_on(keys, day)
    conditions = library.conditions_on(keys)
    volunteers = _volunteers_in({version.profile_id for version in listed}, day)
    return [
        _entry(
            version,
            votes=tuple(votes.get(version.pk, ())),
            risk=risks.get(version.pk, library.Risk()),
            conditions=conditions.get(version.pk, 0),
            volunteers=volunteers.get(version.profile_id, 0),
        )
        for version in listed
    ]


def _entry(
    version: ProfileVersion,
    *,
    votes: tuple[library.SeatVote, ...],
    risk: library.Risk,
    conditions: int,
    volunteers: int,
) -> Entry:
    unit = version.profile.unit
    return Entry(
        reference=version.profile.reference,
        version_reference=version.reference,
        title=version.title,
        version=version.number,
        unit=unit.name,
        borough=unit.borough.name if unit.borough else "",
        category=str(version.profile.get_category_display()),
        approved_on=version.approved_on or date.max,
        conditions=conditions,
        votes=votes,
        answers=tuple(library.answers_of(version)),
        risk=risk,
        volunteers=volunteers,
    )


def _volunteers_in(profiles: set[int], day: date) -> dict[int, int]:
    """How many people gave time in each role on a day, whichever version they had agreed to (it moves on with them)."""
    taken_up = (Status.AGREED, Status.STARTED, Status.ENDED)
    placed = Placement.objects.on(day).filter(status__in=taken_up, version__profile__in=profiles)
    counted = placed.values_list("version__profile").annotate(Count("volunteer", distinct=True))
    return dict(counted.order_by())

"""Who could come to a duty: readiness from placements, the rota's own word, and what people wish. One definition."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count

from timegiven.kernel.time import at_london
from timegiven.kernel.words import duration, so_many
from timegiven.people.models import Person
from timegiven.placements import selectors as placements
from timegiven.placements.models import Placement
from timegiven.placements.selectors import FOR_A_DUTY, ROOM, Question
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import FAIR_DAYS
from timegiven.rota.selectors.beside import Plan, in_short, limits, plans, refusals
from timegiven.rota.selectors.duties import whom_to_ask
from timegiven.rota.selectors.wishes import Told, told_by

# The rota has its own word on the month's room: it counts what has been agreed to as well.
CHECKS = tuple(check for check in FOR_A_DUTY if check is not ROOM)


@dataclass(frozen=True)
class Candidate:
    """A placed volunteer beside a duty: what was said if it was offered already, and why not if they are not free.

    ``turns`` is how often they were asked of late: who was asked less comes first (clause 36).
    """

    placement: Placement
    offer: Offer | None
    reasons: list[str]
    told: Told
    turns: int = 0

    @property
    def may_be_offered(self) -> bool:
        return self.offer is None and not self.reasons

    @property
    def name(self) -> str:
        return self.placement.volunteer.person.name

    @property
    def in_words(self) -> str:
        """What helps to choose, in a few words."""
        asked = f"Asked {_times(self.turns)} of late" if self.turns else "Not asked of late"
        return ". ".join(part for part in (asked, *self.told.in_words) if part) + "."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count) or so_many(count, "time")


def in_turn(candidate: Candidate) -> tuple[int, int, str, int]:
    """The order in which people are asked: fewer offers first, then whom it suits best, then by name."""
    return candidate.turns, -candidate.told.likes, candidate.name, candidate.placement.pk


def turns(people: Iterable[int], day: date) -> dict[int, int]:
    """How often each of these people was offered a duty of late, in one query."""
    since = at_london(day - timedelta(days=FAIR_DAYS.on(day)), datetime.min.time())
    asked = Offer.objects.filter(person__in=set(people), offered_at__gte=since)
    counted = asked.exclude(status=Offer.Status.PREPARED).order_by().values_list("person").annotate(Count("pk"))
    return dict(counted)


def candidates(duty: Duty, day: date) -> list[Candidate]:
    """Everybody placed in this role at this unit, in turn, with whether and why not they could be offered the duty."""
    placed = list(
        Placement.objects.filter(version__profile=duty.version.profile_id, unit=duty.unit)
        .filter(status=Placement.Status.STARTED)
        .select_related("version__profile", "volunteer__person", "volunteer__strand", "volunteer__borough")
        .order_by("volunteer__person__name", "pk")
    )
    people = [each.volunteer.person_id for each in placed]
    not_ready = _unready(placed, duty)
    beside = plans(people, duty)
    wishes, asked = told_by(people, duty), turns(people, day)
    said = {offer.placement_id: offer for offer in duty.offers.all()}
    within = {strand: limits(duty.on, strand) for strand in {each.volunteer.strand for each in placed}}
    ask = whom_to_ask(duty.unit.borough, day)
    found = []
    for each in placed:
        volunteer, pk = each.volunteer, each.volunteer.person_id
        against = refusals(duty, volunteer, beside[pk], within[volunteer.strand], ask=ask)
        reasons = (
            not_ready[pk] + [in_short(refusal) for refusal in against] + against_wishes(duty, beside[pk], wishes[pk])
        )
        found.append(Candidate(each, said.get(each.pk), reasons, wishes[pk], asked.get(pk, 0)))
    return sorted(found, key=in_turn)


def against_wishes(duty: Duty, plan: Plan, told: Told) -> list[str]:
    """What people have told us stands in the way of asking them; they themselves may still say yes."""
    reasons = []
    if told.is_away:
        reasons.append("They have told us that they are away.")
    if told.never:
        reasons.append("They have told us that this time of the week never suits them.")
    if told.most_week is not None and plan.week + duty.minutes > told.most_week:
        reasons.append(f"They would like to give no more than {duration(told.most_week)} in a week.")
    return reasons


def suggestions(duty: Duty, day: date) -> list[Candidate]:
    """Those who may be asked to stand in, the fairest choice first."""
    return [each for each in candidates(duty, day) if each.may_be_offered]


def _unready(placed: list[Placement], duty: Duty) -> dict[int, list[str]]:
    """For each person the sentences of what is not in order on the day of the duty.

    Asked of the version that each has agreed to: who has not confirmed a changed role keeps to the tasks of both.
    """
    found: dict[int, list[str]] = {}
    for version in {each.version for each in placed}:
        people = [each.volunteer.person_id for each in placed if each.version == version]
        asked = Question(Person.objects.none(), version, duty.unit, duty.on, duty.minutes)
        failing = placements.readiness(people, version, duty.unit, duty.on, duty.minutes, checks=CHECKS)
        for person, codes in failing.items():
            found[person] = placements.sentences(codes, asked, CHECKS)
    return found

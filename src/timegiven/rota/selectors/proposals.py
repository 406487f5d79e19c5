"""What the planner is told about a unit's days to come, and what it has proposed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet

from rostering import explain
from rostering.problem import Duty as PlannedDuty
from rostering.problem import Person as PlannedPerson
from rostering.problem import Place, Plan, Problem, Promise, Rules, Window, Wishes
from timegiven.hours import selectors as hours
from timegiven.kernel.desk import Need
from timegiven.kernel.time import at_london, london_day, month_of, next_month
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.rota.models import Duty, Offer, Proposal, ProposedPlace, Wish
from timegiven.rota.policies import RELY_DAYS
from timegiven.rota.selectors.beside import Agreed, Limits, agreed_around, limits
from timegiven.rota.selectors.candidates import Candidate, candidates, turns
from timegiven.rota.selectors.duties import PLANNERS

UNANSWERED = (Offer.Status.OPEN, Offer.Status.PREPARED)


@dataclass(frozen=True)
class Asked:
    """The problem in the planner's words, and the placement that stands for each person at each duty."""

    problem: Problem
    placements: dict[tuple[int, int], Placement] = field(default_factory=dict)

    @property
    def places(self) -> int:
        """How many places are open."""
        return sum(duty.most for duty in self.problem.duties)


def proposals_seen_by(person: Person, day: date) -> QuerySet[Proposal]:
    """What was proposed for the units that this person plans for."""
    seen = Proposal.objects.filter(people.scope(person, PLANNERS, day, on="unit"))
    return seen.select_related("unit__borough", "asked_by")


def next_to_make() -> Proposal | None:
    """The one that has waited longest."""
    return Proposal.objects.filter(status=Proposal.Status.WAITING).order_by("asked_at", "pk").first()


def is_going(unit: Unit) -> bool:
    """Whether the planner has a plan for this unit in hand."""
    return Proposal.objects.filter(unit=unit, status__in=Proposal.GOING).exists()


def is_to_stop(proposal: Proposal) -> bool:
    """Whether somebody has asked the planner to stop."""
    return Proposal.objects.filter(pk=proposal.pk, is_to_stop=True).exists()


def proposed_places(proposal: Proposal) -> list[ProposedPlace]:
    """All lines, in order of time, then by name."""
    found = proposal.places.select_related(
        "duty__version__profile", "duty__unit__borough", "placement__volunteer__person"
    )
    return list(found.order_by("duty__starts_at", "duty", "kind", "placement__volunteer__person__name"))


def open_duties(unit: Unit, from_on: date, until_on: date, at: datetime) -> list[Duty]:
    """The duties to come between two days, at a unit or anywhere in a borough, drafts among them."""
    first, last = max(at, at_london(from_on, time())), at_london(until_on, time())
    found = Duty.objects.filter(
        unit__path__startswith=unit.path, starts_at__gt=first, starts_at__lt=last, cancelled_at=None
    )
    return list(found.select_related("version__profile", "unit__borough").order_by("starts_at", "pk"))


def open_places(duties: Iterable[Duty]) -> dict[int, int]:
    """By duty, the places that nobody has said yes to, where there are any."""
    wanted = {duty.pk: duty.most for duty in duties}
    for duty in Offer.objects.filter(duty__in=wanted, status__in=Offer.TAKEN).values_list("duty", flat=True):
        wanted[duty] -= 1
    return {duty: places for duty, places in wanted.items() if places > 0}


def problem_of(proposal: Proposal, at: datetime) -> Asked:
    """Everything that the planner has to know.

    Whoever has said yes keeps that duty: it only makes them busy. An offer without an answer is a promise that the
    planner moves only where that is worth its weight. Who may be asked at all is ``candidates``, as on every page.
    """
    duties = open_duties(proposal.unit, proposal.from_on, proposal.until_on, at)
    places = open_places(duties)
    free = [duty for duty in duties if duty.pk in places]
    day = london_day(at)
    ready: dict[int, set[int]] = defaultdict(set)
    promises: list[Promise] = []
    placements: dict[tuple[int, int], Placement] = {}
    for duty in free:
        for each in candidates(duty, day):
            if _is_free_for(each):
                who = each.placement.volunteer.person_id
                ready[who].add(duty.pk)
                placements[who, duty.pk] = each.placement
                if each.offer:
                    promises.append(Promise(who, duty.pk, is_accepted=False))
    facts = _Facts.of(placements.values(), free, proposal, day)
    return Asked(
        Problem(
            people=tuple(facts.person(pk, ready[pk]) for pk in sorted(ready)),
            duties=tuple(_planned(duty, places[duty.pk]) for duty in free),
            rules=facts.rules,
            promises=tuple(promises),
            starts_on=proposal.from_on,
        ),
        placements,
    )


def _is_free_for(candidate: Candidate) -> bool:
    return candidate.may_be_offered or bool(
        candidate.offer and candidate.offer.status in UNANSWERED and not candidate.reasons
    )


def _planned(duty: Duty, places: int) -> PlannedDuty:
    return PlannedDuty(
        id=duty.pk,
        starts_at=duty.starts_at,
        ends_at=duty.ends_at,
        least=max(duty.least - (duty.most - places), 0),
        most=places,
        station=duty.unit.reference,
        role=duty.version.profile.reference,
    )


@dataclass(frozen=True)
class _Facts:
    """What is known of the people, asked for all of them at once."""

    volunteers: dict[int, Any]
    limits: dict[int, Limits]
    given: dict[date, dict[int, int]]
    agreed: dict[int, list[Agreed]]
    wishes: dict[int, Wish]
    turns: dict[int, int]
    carries: dict[int, dict[str, float]]
    rules: Rules
    first: date

    @classmethod
    def of(cls, placements: Iterable[Placement], duties: list[Duty], proposal: Proposal, day: date) -> "_Facts":
        volunteers = {each.volunteer.person_id: each.volunteer for each in placements}
        first, last = proposal.from_on, proposal.until_on
        by_strand = {strand: limits(first, strand) for strand in {each.strand for each in volunteers.values()}}
        wishes = Wish.objects.filter(person__in=volunteers).prefetch_related("roles", "units", "companions")
        strand = next(iter(by_strand), None)
        hope = hours.hope_on(first, strand) if strand else 0
        return cls(
            volunteers=volunteers,
            limits={pk: by_strand[each.strand] for pk, each in volunteers.items()},
            given={month: hours.given_by(volunteers, month) for month in _months(first, last)},
            agreed=agreed_around(volunteers, at_london(first, time()), at_london(last, time())),
            wishes={each.person_id: each for each in wishes},
            turns=turns(volunteers, day),
            carries=_carried(volunteers, duties, day),
            rules=_rules([*by_strand.values()], hope),
            first=first,
        )

    def person(self, pk: int, ready: set[int]) -> PlannedPerson:
        """One volunteer as the planner sees them."""
        within, agreed = self.limits[pk], self.agreed.get(pk, [])
        age = self.volunteers[pk].person.age_on(self.first)
        most_turns = max(self.turns.values(), default=0) or 1
        return PlannedPerson(
            id=pk,
            ready_for=frozenset(ready),
            minutes_left={month: self._left(pk, month, within.cap, agreed) for month in self.given},
            busy=tuple(Window(each.starts_at, each.ends_at) for each in agreed),
            wishes=self._wishes(pk, agreed),
            credit=1 - self.turns.get(pk, 0) / most_turns,
            carries=self.carries.get(pk, {}),
            is_young=age is not None and age < within.adult,
        )

    def _left(self, pk: int, month: date, cap: int, agreed: list[Agreed]) -> int:
        planned = sum(each.minutes for each in agreed if month_of(each.on) == month)
        return max(cap - self.given[month].get(pk, 0) - planned, 0)

    def _wishes(self, pk: int, agreed: list[Agreed]) -> Wishes:
        wish = self.wishes.get(pk)
        if wish is None:
            return Wishes()
        weeks: dict[date, int] = defaultdict(int)
        for each in agreed:
            weeks[each.on - timedelta(days=each.on.weekday())] += each.minutes
        most = wish.most_week_minutes
        return Wishes(
            roles=frozenset(role.reference for role in wish.roles.all()),
            stations=frozenset(unit.reference for unit in wish.units.all()),
            people=frozenset(person.pk for person in wish.companions.all()),
            # One number holds for every week: that of the week in which most is agreed already.
            most_week_minutes=None if most is None else max(most - max(weeks.values(), default=0), 0),
        )


def _months(first: date, last: date) -> list[date]:
    month, found = month_of(first), []
    while month < last:
        found.append(month)
        month = next_month(month)
    return found


def _rules(limits: list[Limits], hope: int) -> Rules:
    """The strictest of the strands' limits: every plan is in order for each of them."""
    if not limits:
        return Rules()
    begins, ends = limits[0].night
    return Rules(
        rest_minutes=max(each.rest for each in limits),
        longest_day_minutes=min(each.longest for each in limits),
        month_minutes=min(each.cap for each in limits),
        young_longest_day_minutes=min(each.young_longest for each in limits),
        young_night_from=begins,
        young_night_until=ends,
        hope_minutes=hope,
    )


def _carried(volunteers: Iterable[int], duties: list[Duty], day: date) -> dict[int, dict[str, float]]:
    """By person and unit, the share of the unit's hours of late that this person has given (clause 43)."""
    since = at_london(day - timedelta(days=RELY_DAYS.on(day)), time())
    taken = Offer.objects.filter(
        duty__unit__in={duty.unit_id for duty in duties}, status__in=Offer.TAKEN, duty__starts_at__gte=since
    ).select_related("duty__unit")
    by_unit: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for offer in taken:
        by_unit[offer.duty.unit.reference][offer.person_id] += offer.duty.minutes
    wanted, shares = set(volunteers), defaultdict[int, dict[str, float]](dict)
    for unit, by_person in by_unit.items():
        whole = sum(by_person.values())
        for pk in wanted & set(by_person):
            shares[pk][unit] = by_person[pk] / whole
    return shares


def to_look_at(person: Person, day: date) -> list[Need]:
    """What the planner has ready for somebody who asked for it."""
    ready = Proposal.objects.filter(asked_by=person, status=Proposal.Status.READY)
    return [
        Need(
            f"Look at the plan for {each.unit.full_name}",
            "rota:proposal",
            (each.reference,),
            hint=f"{each.filled} of {each.wanted} open places could be filled. Nobody has been asked yet.",
        )
        for each in ready.select_related("unit__borough").order_by("asked_at", "pk")[:3]
    ]


@dataclass(frozen=True)
class Reasons:
    """Why people are proposed for a duty or not, each with their name: plain sentences, nothing against anybody."""

    here: list[tuple[str, list[str]]]
    others: list[tuple[str, list[str]]]


def proposed_for(proposal: Proposal, duty: Duty, at: datetime) -> Reasons:
    """Ask the planner's reasons about one duty, on today's facts."""
    places = proposed_places(proposal)
    chosen = [line for line in places if line.kind != ProposedPlace.Kind.FREED]
    pairs = [(line.placement.volunteer.person_id, line.duty_id) for line in chosen]
    everybody = candidates(duty, london_day(at))
    planned = {line.duty_id: line.duty for line in chosen} | {duty.pk: duty}
    ready: dict[int, set[int]] = defaultdict(set)
    for person, at_duty in pairs:
        ready[person].add(at_duty)
    for each in everybody:
        if _is_free_for(each):
            ready[each.placement.volunteer.person_id].add(duty.pk)
    known = [line.placement for line in chosen] + [each.placement for each in everybody]
    facts = _Facts.of(known, [duty], proposal, london_day(at))
    taken = open_places(planned.values())
    problem = Problem(
        people=tuple(facts.person(pk, ready[pk]) for pk in sorted(ready)),
        duties=tuple(_planned(each, max(taken.get(each.pk, 0), 1)) for each in planned.values()),
        rules=facts.rules,
        starts_on=proposal.from_on,
    )
    plan = Plan(tuple(Place(*pair) for pair in pairs), {}, 0.0, 0.0, 0.0, {})
    names = {each.placement.volunteer.person_id: each.name for each in everybody}
    here = {why.person: list(why.because) for why in explain.why_these(problem, plan, duty.pk)}
    return Reasons(
        here=[(names.get(int(who), ""), _without_points(said)) for who, said in here.items()],
        others=[
            (each.name, each.reasons or _answered(each) or _passed_over(problem, plan, each, duty))
            for each in everybody
            if each.placement.volunteer.person_id not in here
        ],
    )


def _answered(candidate: Candidate) -> list[str]:
    if candidate.offer and candidate.offer.status not in UNANSWERED:
        return [f"They have been asked before: {candidate.offer.get_status_display().lower()}."]
    return []


def _passed_over(problem: Problem, plan: Plan, candidate: Candidate, duty: Duty) -> list[str]:
    return [each.because for each in explain.why_not(problem, plan, candidate.placement.volunteer.person_id, duty.pk)]


def _without_points(said: list[str]) -> list[str]:
    """The planner's sentences for people; what a change would cost in points is for those who tune it."""
    return [*said[:-1], "Without them this place would stay open."]

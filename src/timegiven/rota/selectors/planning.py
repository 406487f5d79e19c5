"""What the planner is told about the days to come of a unit or borough: everything, read at once for all people."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Sum

from rostering.problem import Duty as PlannedDuty
from rostering.problem import Person as PlannedPerson
from rostering.problem import Problem, Promise, Rules, Window, Wishes
from timegiven.hours import selectors as hours
from timegiven.kernel.time import at_london, london_day, month_of, next_month
from timegiven.people.models import Volunteer
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.rota.models import Duty, Offer, Proposal, Wish
from timegiven.rota.policies import RELY_DAYS
from timegiven.rota.selectors.beside import Agreed, Limits, agreed_around, limits
from timegiven.rota.selectors.candidates import Candidate, candidates_for, turns
from timegiven.rota.selectors.reach import METRES_IN_A_MILE, miles_to

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


def open_duties(unit: Unit, from_on: date, until_on: date, at: datetime) -> list[Duty]:
    """The duties to come between two days, at a unit or anywhere in a borough, drafts among them."""
    first, last = max(at, at_london(from_on, time())), at_london(until_on, time())
    found = Duty.objects.filter(
        unit__path__startswith=unit.path, starts_at__gt=first, starts_at__lt=last, cancelled_at=None
    ).filter(call_out__duty=None)  # the people of a major incident are chosen by hand
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
    for duty, group in candidates_for(free, day).items():
        for each in group:
            if is_free_for(each):
                who = each.placement.volunteer.person_id
                ready[who].add(duty)
                placements[who, duty] = each.placement
                if each.offer:
                    promises.append(Promise(who, duty, is_accepted=False))
    facts = Facts.of(placements.values(), free, proposal, day)
    return Asked(
        Problem(
            people=tuple(facts.person(pk, ready[pk]) for pk in sorted(ready)),
            duties=tuple(as_planned(duty, places[duty.pk]) for duty in free),
            rules=facts.rules,
            promises=tuple(promises),
            starts_on=proposal.from_on,
        ),
        placements,
    )


def is_free_for(candidate: Candidate) -> bool:
    """Whether the planner may have them in its plan: they can be asked, or have been and have not answered."""
    return candidate.may_be_offered or bool(
        candidate.offer and candidate.offer.status in UNANSWERED and not candidate.reasons
    )


def as_planned(duty: Duty, places: int) -> PlannedDuty:
    """A duty with so many places open, in the planner's words."""
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
class Facts:
    """What is known of the people, asked for all of them at once."""

    volunteers: dict[int, Volunteer]
    limits: dict[int, Limits]
    given: dict[date, dict[int, int]]
    agreed: dict[int, list[Agreed]]
    wishes: dict[int, Wish]
    turns: dict[int, int]
    carries: dict[int, dict[str, float]]
    metres: dict[int, dict[str, int]]
    weekly: dict[int, int]  # what each has agreed with their units, in all (clause 44)
    signed: dict[date, dict[int, int]]
    rules: Rules
    first: date

    @classmethod
    def of(cls, placements: Iterable[Placement], duties: list[Duty], proposal: Proposal, day: date) -> "Facts":
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
            metres=_metres(volunteers, duties),
            weekly=_weekly(volunteers),
            signed={month: hours.signed_for(volunteers, month) for month in _months(first, last)},
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
            agreed_week_minutes=self._week_left(self.weekly.get(pk), agreed),
            metres=self.metres.get(pk, {}),
            busy=tuple(Window(each.starts_at, each.ends_at) for each in agreed),
            wishes=self._wishes(pk, agreed),
            credit=1 - self.turns.get(pk, 0) / most_turns,
            carries=self.carries.get(pk, {}),
            is_young=age is not None and age < within.adult,
        )

    def _left(self, pk: int, month: date, cap: int, agreed: list[Agreed]) -> int:
        planned = sum(each.minutes for each in agreed if month_of(each.on) == month)
        cap = max(cap, self.signed[month].get(pk, 0))
        return max(cap - self.given[month].get(pk, 0) - planned, 0)

    def _week_left(self, most: int | None, agreed: list[Agreed]) -> int | None:
        """What is left of a week's minutes: one number holds for every week, that of the fullest."""
        if most is None:
            return None
        weeks: dict[date, int] = defaultdict(int)
        for each in agreed:
            weeks[each.on - timedelta(days=each.on.weekday())] += each.minutes
        return max(most - max(weeks.values(), default=0), 0)

    def _wishes(self, pk: int, agreed: list[Agreed]) -> Wishes:
        wish = self.wishes.get(pk)
        if wish is None:
            return Wishes()
        return Wishes(
            roles=frozenset(role.reference for role in wish.roles.all()),
            stations=frozenset(unit.reference for unit in wish.units.all()),
            people=frozenset(person.pk for person in wish.companions.all()),
            most_week_minutes=self._week_left(wish.most_week_minutes, agreed),
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


def _metres(volunteers: dict[int, Volunteer], duties: list[Duty]) -> dict[int, dict[str, int]]:
    """By person and station how far it is, where that is known."""
    units = {duty.unit_id: duty.unit for duty in duties}
    ways = miles_to((each.person for each in volunteers.values()), units.values())
    return {
        pk: {units[unit].reference: round(miles * METRES_IN_A_MILE) for unit, miles in way.items()}
        for pk, way in ways.items()
    }


def _weekly(volunteers: Iterable[int]) -> dict[int, int]:
    """The minutes of a week that each has agreed to in their placements, in all (clause 44)."""
    begun = Placement.objects.filter(volunteer__person__in=list(volunteers), status=Placement.Status.STARTED)
    summed = begun.order_by().values_list("volunteer__person").annotate(Sum("weekly_minutes"))
    return dict(summed)

"""The referee: knows the rules and what a plan costs, and nothing of how plans are made.

Plain Python over the dataclasses. It imports no part of the planner, so that a fault of the planner cannot hide here.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from rostering.problem import Duty, Key, Person, Place, Problem, Reason


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a plan breaks: for whom, at which duty, and in words."""

    rule: str
    person: Key | None
    duty: Key | None
    words: str


@dataclass(frozen=True, slots=True)
class Account:
    """What a plan costs, in points, by what is lost."""

    losses: Mapping[str, float] = field(default_factory=dict)
    value: float = 0.0  # of all places, if all were open

    @property
    def cost(self) -> float:
        return sum(self.losses.values())


def reason_against(problem: Problem, person: Person, duty: Duty) -> Reason:
    """The first reason why this person cannot take this duty, whatever else is planned."""
    return next((reason for reason, stands in _REASONS if stands(problem, person, duty)), Reason.NONE)


def _is_outside(problem: Problem, person: Person, duty: Duty) -> bool:
    return person.free is not None and not any(window.holds(duty.starts_at, duty.ends_at) for window in person.free)


def _never_suits(problem: Problem, person: Person, duty: Duty) -> bool:
    return any(window.meets(duty.starts_at, duty.ends_at) for window in person.wishes.never)


def _fills_month(problem: Problem, person: Person, duty: Duty) -> bool:
    return duty.minutes > minutes_left(problem, person, problem.rules.day_of(duty.starts_at))


def _fills_week(problem: Problem, person: Person, duty: Duty) -> bool:
    return person.wishes.most_week_minutes is not None and duty.minutes > person.wishes.most_week_minutes


def _is_busy(problem: Problem, person: Person, duty: Duty) -> bool:
    """A day on which something is agreed already is left alone, and so is the rest before and after it."""
    rules = problem.rules
    for busy in person.busy:
        if rules.day_of(busy.starts_at) == rules.day_of(duty.starts_at):
            return True
        if not _is_rested(busy.starts_at.timestamp(), busy.ends_at.timestamp(), duty, rules.rest_minutes):
            return True
    return False


_REASONS: tuple[tuple[Reason, Callable[[Problem, Person, Duty], bool]], ...] = (
    (Reason.NOT_READY, lambda problem, person, duty: duty.id not in person.ready_for),
    (Reason.TOO_LONG, lambda problem, person, duty: duty.minutes > problem.rules.longest_day_minutes),
    (
        Reason.TOO_LONG_FOR_YOUNG,
        lambda problem, person, duty: person.is_young and duty.minutes > problem.rules.young_longest_day_minutes,
    ),
    (
        Reason.NIGHT,
        lambda problem, person, duty: person.is_young and problem.rules.is_night(duty.starts_at, duty.ends_at),
    ),
    (Reason.NOT_FREE, _is_outside),
    (Reason.NEVER_SUITS, _never_suits),
    (Reason.BUSY, _is_busy),
    (Reason.MONTH_FULL, _fills_month),
    (Reason.WEEK_FULL, _fills_week),
)


def _is_rested(starts: float, ends: float, duty: Duty, rest_minutes: int) -> bool:
    rest = rest_minutes * 60
    return duty.ends_at.timestamp() + rest <= starts or ends + rest <= duty.starts_at.timestamp()


def minutes_left(problem: Problem, person: Person, day: date) -> int:
    """The minutes that the person may still give in the month of this day."""
    return person.minutes_left.get(day.replace(day=1), problem.rules.month_minutes)


def faults(problem: Problem, places: Iterable[Place]) -> list[Fault]:
    """Every rule that these places break; an empty list is a plan that keeps the rules."""
    places = list(places)
    people = {person.id: person for person in problem.people}
    duties = {duty.id: duty for duty in problem.duties}
    found = [
        Fault("known", place.person, place.duty, "A place names somebody or a duty that is not in the problem.")
        for place in places
        if place.person not in people or place.duty not in duties
    ]
    if found:
        return found
    found += [
        Fault("once", place.person, place.duty, "The same person is at the same duty twice.")
        for place, count in Counter(places).items()
        if count > 1
    ]
    found += _overfilled(duties, places)
    planned: defaultdict[Key, list[Duty]] = defaultdict(list)
    for place in places:
        planned[place.person].append(duties[place.duty])
    for key, own in planned.items():
        found += _faults_of(problem, people[key], own)
    return found


def _overfilled(duties: Mapping[Key, Duty], places: Iterable[Place]) -> list[Fault]:
    taken = Counter(place.duty for place in places)
    return [
        Fault("most", None, key, f"{count} people at a duty for at most {duties[key].most}.")
        for key, count in taken.items()
        if count > duties[key].most
    ]


def _faults_of(problem: Problem, person: Person, own: list[Duty]) -> list[Fault]:
    found = [
        Fault(reason.name, person.id, duty.id, "This person cannot take this duty.")
        for duty in own
        if (reason := reason_against(problem, person, duty)) is not Reason.NONE
    ]
    for one, other in combinations(own, 2):
        if words := clash(problem, one, other, is_young=person.is_young):
            found.append(Fault("rest", person.id, other.id, words))
    return found + [Fault(rule, person.id, None, words) for rule, words in _sums(problem, person, own)]


def clash(problem: Problem, one: Duty, other: Duty, *, is_young: bool = False) -> str:
    """Why one person cannot have these two duties, or nothing."""
    rules = problem.rules
    times = one.starts_at.timestamp(), one.ends_at.timestamp()
    if not _is_rested(*times, other, 0):
        return "The two duties overlap."
    same_day = rules.day_of(one.starts_at) == rules.day_of(other.starts_at)
    if not same_day and not _is_rested(*times, other, rules.rest_minutes):
        return "There is too little rest between the two duties."
    if same_day and rules.duties_a_day == 1:
        return "Both duties are on one day."
    if same_day and one.minutes + other.minutes > _longest_day(problem, is_young):
        return "Together the two duties make the day too long."
    return ""


def _longest_day(problem: Problem, is_young: bool) -> int:
    rules = problem.rules
    return min(rules.longest_day_minutes, rules.young_longest_day_minutes) if is_young else rules.longest_day_minutes


def _sums(problem: Problem, person: Person, own: list[Duty]) -> list[tuple[str, str]]:
    days: defaultdict[date, list[int]] = defaultdict(list)
    months: defaultdict[date, int] = defaultdict(int)
    weeks: defaultdict[int, int] = defaultdict(int)
    for duty in own:
        day = problem.rules.day_of(duty.starts_at)
        days[day].append(duty.minutes)
        months[day.replace(day=1)] += duty.minutes
        weeks[problem.week_of(duty)] += duty.minutes
    most, longest = person.wishes.most_week_minutes, _longest_day(problem, person.is_young)
    found = [("day", f"{day}: {sum(each)} minutes.") for day, each in days.items() if sum(each) > longest]
    found += [
        ("day", f"{day}: {len(each)} duties.") for day, each in days.items() if len(each) > problem.rules.duties_a_day
    ]
    found += [
        ("month", f"{month}: {each} minutes.")
        for month, each in months.items()
        if each > minutes_left(problem, person, month)
    ]
    found += [
        ("week", f"Week {week}: {each} minutes.") for week, each in weeks.items() if most is not None and each > most
    ]
    return found


def account(problem: Problem, places: Iterable[Place], only: frozenset[Key] | None = None) -> Account:
    """What these places cost, counted from the dataclasses; what people lose is counted for ``only`` some, if given."""
    places = list(places)
    duties = {duty.id: duty for duty in problem.duties}
    planned: defaultdict[Key, list[Duty]] = defaultdict(list)
    attending: defaultdict[Key, set[Key]] = defaultdict(set)
    for place in places:
        planned[place.person].append(duties[place.duty])
        attending[place.duty].add(place.person)
    losses: Counter[str] = Counter()
    for duty in problem.duties:
        losses.update(_open(problem, duty, len(attending[duty.id])))
    for person in problem.people:
        if only is not None and person.id not in only:
            continue
        losses.update(_hope(problem, person, planned[person.id], duties))
        losses.update(_agreed(problem, person, planned[person.id]))
        for duty in planned[person.id]:
            losses.update(_pair(problem, person, duty, attending[duty.id]))
    losses.update(_broken(problem, set(places), duties))
    return Account(losses, value_of(problem))


def value_of(problem: Problem) -> float:
    """The points of all places, if all were open."""
    return sum(sum(_open(problem, duty, 0).values()) for duty in problem.duties)


def _open(problem: Problem, duty: Duty, taken: int) -> dict[str, float]:
    hour = duty.value * duty.minutes / 60
    return {
        "least": problem.weights.least * hour * max(0, duty.least - taken),
        "most": problem.weights.most * hour * (duty.most - max(taken, duty.least)),
    }


def _hope(problem: Problem, person: Person, own: list[Duty], duties: Mapping[Key, Duty]) -> dict[str, float]:
    """Minutes short of the hope, in each fortnight in which there was something that the person could have taken."""
    given: dict[int, int] = {}
    for key in person.ready_for:
        duty = duties[key]
        fortnight = problem.week_of(duty) // 2
        if fortnight not in given and reason_against(problem, person, duty) is Reason.NONE:
            given[fortnight] = 0
    for duty in own:
        given[problem.week_of(duty) // 2] += duty.minutes
    short = sum(max(0, problem.rules.hope_minutes - minutes) for minutes in given.values())
    return {"hope": problem.weights.hope * short / 60}


def _agreed(problem: Problem, person: Person, own: list[Duty]) -> dict[str, float]:
    if person.agreed_week_minutes is None:
        return {}
    weeks: Counter[int] = Counter()
    for duty in own:
        weeks[problem.week_of(duty)] += duty.minutes
    above = sum(max(0, minutes - person.agreed_week_minutes) for minutes in weeks.values())
    return {"agreed": problem.weights.agreed * above / 60}


def _pair(problem: Problem, person: Person, duty: Duty, attending: set[Key]) -> dict[str, float]:
    weights, wishes, hours = problem.weights, person.wishes, duty.minutes / 60
    friends = wishes.people - {person.id}
    return {
        "reliance": weights.reliance * hours * person.carries.get(duty.station, 0.0),
        "fair": weights.fair * hours * (1 - person.credit),
        "role": weights.role * hours * (bool(wishes.roles) and duty.role not in wishes.roles),
        "station": weights.station * hours * (bool(wishes.stations) and duty.station not in wishes.stations),
        "alone": weights.alone * hours * (bool(friends) and not friends & attending),
        "kilometres": weights.kilometre * person.metres.get(duty.station, 0) / 1000,
    }


def _broken(problem: Problem, places: set[Place], duties: Mapping[Key, Duty]) -> dict[str, float]:
    weights = problem.weights
    return {
        "promises": sum(
            (weights.accepted if promise.is_accepted else weights.offered) * duties[promise.duty].minutes / 60
            for promise in problem.promises
            if Place(promise.person, promise.duty) not in places
        )
    }

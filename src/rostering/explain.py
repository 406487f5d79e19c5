"""Says why, in plain words: why this person is not at that duty, what would have to change, why these people are."""

from collections.abc import Iterable
from dataclasses import dataclass

from rostering.check import account, clash, faults, minutes_left, reason_against
from rostering.problem import Duty, Key, Person, Place, Plan, Problem, Reason

# What stands against the person, and what would have to change.
WORDS: dict[Reason, tuple[str, str]] = {
    Reason.NOT_READY: (
        "They are not ready for this duty: readiness says which step is missing.",
        "The missing step of their readiness for this role, unit and day would have to be done.",
    ),
    Reason.NOT_FREE: (
        "It is outside the times that they gave.",
        "They would have to add this time to their availability, if they wish.",
    ),
    Reason.NEVER_SUITS: (
        "They said that this time never suits.",
        "Only they can change that; nobody asks for a reason.",
    ),
    Reason.BUSY: (
        "They have agreed to something else that day, or too near to it for a rest.",
        "The other duty would have to be given back or moved.",
    ),
    Reason.TOO_LONG: (
        "The duty is longer than the longest day.",
        "The duty would have to be shorter, or made into two that different people share.",
    ),
    Reason.TOO_LONG_FOR_YOUNG: (
        "The duty is longer than the longest day of somebody under 18.",
        "The duty would have to be shorter.",
    ),
    Reason.NIGHT: (
        "People under 18 give no time at night.",
        "The duty would have to lie in the daytime.",
    ),
    Reason.MONTH_FULL: (
        "It is longer than what is left of their hours in that month.",
        "The duty would have to be shorter, or lie in another month.",
    ),
    Reason.WEEK_FULL: (
        "It is longer than the most they wish to give in a week.",
        "They would have to wish for more in a week; only they can say so.",
    ),
}


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a person is not at a duty, and what would have to change for it. ``points`` is what the change would cost."""

    because: str
    change: str
    reason: Reason = Reason.NONE
    points: float | None = None


@dataclass(frozen=True, slots=True)
class WhyThis:
    """Why a person is at a duty: what speaks for them, and what planning without them would cost."""

    person: Key
    because: tuple[str, ...]


def why_not(problem: Problem, plan: Plan, person: Key, duty: Key) -> tuple[WhyNot, ...]:
    """Why the plan does not have this person at this duty. An empty answer means that it has.

    First what stands against it whatever is planned; else what in the plan stands against it; else that the plan would
    be no better for it, and by how many points.

    Raises KeyError for a person or duty that is not in the problem.
    """
    who, what = _person(problem, person), _duty(problem, duty)
    if Place(person, duty) in plan.places:
        return ()
    reason = reason_against(problem, who, what)
    if reason is not Reason.NONE:
        return (WhyNot(*WORDS[reason], reason=reason),)
    standing = (*_clashes(problem, plan, who, what), *_full(problem, plan, who, what))
    return standing or (_no_better(problem, plan, who, what),)


def _clashes(problem: Problem, plan: Plan, person: Person, duty: Duty) -> tuple[WhyNot, ...]:
    """What the person is planned for at the time, or too near to it."""
    found = []
    for other in _planned(problem, plan, person.id):
        if words := clash(problem, other, duty, is_young=person.is_young):
            points = _points_of(problem, plan, person, duty, without={Place(person.id, other.id)})
            found.append(WhyNot(f"{words} They are planned for another.", _instead(points), points=points))
    return tuple(found)


def _full(problem: Problem, plan: Plan, person: Person, duty: Duty) -> tuple[WhyNot, ...]:
    """The limits of the month, the week and the day, with what is planned already."""
    month = problem.rules.day_of(duty.starts_at).replace(day=1)
    own = _planned(problem, plan, person.id)
    in_month = sum(each.minutes for each in own if problem.rules.day_of(each.starts_at).replace(day=1) == month)
    in_week = sum(each.minutes for each in own if problem.week_of(each) == problem.week_of(duty))
    most = person.wishes.most_week_minutes
    found = []
    if in_month + duty.minutes > minutes_left(problem, person, month):
        found.append(
            WhyNot("With what is planned for them, the month's hours would be passed.", "One of them would have to go.")
        )
    if most is not None and in_week + duty.minutes > most:
        found.append(
            WhyNot(
                "With what is planned for them, it is more than they wish to give in a week.", "One would have to go."
            )
        )
    return tuple(found)


def _no_better(problem: Problem, plan: Plan, person: Person, duty: Duty) -> WhyNot:
    """Nothing forbids it: the plan is as good or better without."""
    others = [place for place in plan.places if place.duty == duty.id]
    if len(others) < duty.most:
        points = _points_of(problem, plan, person, duty, without=set())
        return WhyNot("Nothing forbids it; the plan is no better with it.", _instead(points), points=points)
    swaps = {place.person: _points_of(problem, plan, person, duty, without={place}) for place in others}
    cheapest = min(swaps, key=lambda key: (swaps[key], str(key)))
    points = swaps[cheapest]
    change = f"They could come instead of {cheapest}. {_instead(points)}"
    return WhyNot("Every place is taken by people for whom it fits as well or better.", change, points=points)


def _instead(points: float) -> str:
    if points > 0.005:
        return f"Changing to it would make the plan worse by {points:.1f} points."
    if points < -0.005:
        return f"Changing to it would make the plan better by {-points:.1f} points."
    return "Changing to it would make the plan neither better nor worse."


def _points_of(problem: Problem, plan: Plan, person: Person, duty: Duty, *, without: set[Place]) -> float:
    """What the plan would cost more with this place and without those."""
    kept = [place for place in plan.places if place not in without]
    return _difference(problem, plan, [*kept, Place(person.id, duty.id)])


def _difference(problem: Problem, plan: Plan, places: list[Place]) -> float:
    """The points between these places and the plan's: only those whom the change touches are counted."""
    changed = set(places) ^ set(plan.places)
    touched = {place.person for place in changed}
    touched |= {person.id for person in problem.people if person.wishes.people & touched}
    only = frozenset(touched)
    return account(problem, places, only).cost - account(problem, plan.places, only).cost


def why_these(problem: Problem, plan: Plan, duty: Key) -> tuple[WhyThis, ...]:
    """Why the people at this duty are there. Raises KeyError for a duty that is not in the problem."""
    what = _duty(problem, duty)
    together = {place.person for place in plan.places if place.duty == duty}
    return tuple(
        WhyThis(key, tuple(_because(problem, plan, _person(problem, key), what, together)))
        for key in sorted(together, key=str)
    )


def _because(problem: Problem, plan: Plan, person: Person, duty: Duty, together: set[Key]) -> Iterable[str]:
    wishes = person.wishes
    if any(each.person == person.id and each.duty == duty.id for each in problem.promises):
        yield "It was promised to them before."
    if duty.role in wishes.roles:
        yield "They wish for this role."
    if duty.station in wishes.stations:
        yield "They wish for this station."
    if wishes.people & (together - {person.id}):
        yield "Somebody they wish to be with is there."
    if person.credit > 0.75:
        yield "They have had few offers so far, so it is their turn."
    if duty.station in person.metres:
        yield f"The way there is {person.metres[duty.station] / 1000:.1f} km."
    if _is_hoped_for(problem, plan, person, duty):
        yield "Without it they would have less than the time that is hoped for in a fortnight."
    yield _without(problem, plan, person, duty)


def _is_hoped_for(problem: Problem, plan: Plan, person: Person, duty: Duty) -> bool:
    fortnight = problem.week_of(duty) // 2
    own = [each for each in _planned(problem, plan, person.id) if problem.week_of(each) // 2 == fortnight]
    return sum(each.minutes for each in own) - duty.minutes < problem.rules.hope_minutes


def _without(problem: Problem, plan: Plan, person: Person, duty: Duty) -> str:
    """Who could stand in, and what it would cost."""
    here = Place(person.id, duty.id)
    kept = [place for place in plan.places if place != here]
    points = _difference(problem, plan, kept)
    return f"Without them the place would be open, and the plan worse by {points:.1f} points."


def stand_ins(problem: Problem, plan: Plan, duty: Key) -> tuple[tuple[Key, float], ...]:
    """Who could take one more place at this duty as the plan stands, and the points that it costs them and the plan,
    what the place itself is worth left out; the fewest points first."""
    what = _duty(problem, duty)
    taken = [place for place in plan.places if place.duty == duty]
    found = []
    for person in problem.people:
        place = Place(person.id, duty)
        if place not in taken and reason_against(problem, person, what) is Reason.NONE:
            own = [each for each in plan.places if each.person == person.id]
            alone = Problem((person,), problem.duties, problem.rules, problem.weights, (), problem.starts_on)
            if not faults(alone, [*own, place]):
                found.append((person.id, _own_points(alone, own, place)))
    return tuple(sorted(found, key=lambda each: (each[1], str(each[0]))))


def _own_points(alone: Problem, own: list[Place], place: Place) -> float:
    here = {"least": 0.0, "most": 0.0}
    after, before = account(alone, [*own, place]).losses, account(alone, own).losses
    return sum(after[name] - before[name] for name in after if name not in here)


def _planned(problem: Problem, plan: Plan, person: Key) -> list[Duty]:
    at = {place.duty for place in plan.places if place.person == person}
    return [duty for duty in problem.duties if duty.id in at]


def _person(problem: Problem, key: Key) -> Person:
    return {person.id: person for person in problem.people}[key]


def _duty(problem: Problem, key: Key) -> Duty:
    return {duty.id: duty for duty in problem.duties}[key]

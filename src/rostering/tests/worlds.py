"""Random small problems for Hypothesis, and the best plan of each by trying every plan."""

from itertools import combinations

from hypothesis import strategies as st

from rostering.check import account, faults, reason_against
from rostering.problem import Place, Problem, Promise, Reason, Rules, Weights, Window, Wishes
from rostering.tests.build import a_duty, a_person, a_problem, london

MOST_PAIRS = 9
hours = st.sampled_from((1, 2, 2.5, 4, 7, 9))


@st.composite
def windows(draw):
    start, length = draw(st.integers(0, 22 * 24)), draw(st.integers(1, 200))
    return Window(london(start // 24, start % 24), london((start + length) // 24, (start + length) % 24))


@st.composite
def problems(draw, most_people=4, most_duties=5) -> Problem:
    """Over the end of April and three weeks, with everything that a person may say."""
    duties = [
        a_duty(
            *(f"duty {at}", draw(st.integers(0, 15)), draw(st.integers(0, 23)), draw(hours)),
            least=draw(st.integers(0, 2)),
            most=draw(st.integers(2, 3)),
            value=draw(st.sampled_from((0.0, 1.0, 2.5))),
            station=draw(st.sampled_from(("Camden", "Holborn"))),
            role=draw(st.sampled_from(("desk", "kennels"))),
        )
        for at in range(draw(st.integers(0, most_duties)))
    ]
    names = [f"person {at}" for at in range(draw(st.integers(0, most_people)))]
    people = [draw(persons(name, names, [duty.id for duty in duties])) for name in names]
    pairs = [(person, duty) for person in names for duty in duties]
    promised = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3)) if pairs else []
    return a_problem(
        people,
        duties,
        [Promise(person, duty.id, draw(st.booleans())) for person, duty in promised],
        Rules(
            duties_a_day=draw(st.integers(1, 3)),
            rest_minutes=draw(st.sampled_from((0, 480, 660))),
            month_minutes=draw(st.sampled_from((300, 480, 2400))),
            hope_minutes=draw(st.sampled_from((0, 200, 240))),
        ),
        weights=draw(st.sampled_from((Weights(), Weights(least=1, most=1, hope=0, alone=3)))),
    )


@st.composite
def persons(draw, name, names, duties):
    optional = st.none() | st.integers(0, 600)
    return a_person(
        *(name, *draw(st.sets(st.sampled_from(duties)) if duties else st.just(()))),
        free=draw(st.none() | st.lists(windows(), max_size=4).map(tuple)),
        busy=draw(st.lists(windows(), max_size=1).map(tuple)),
        wishes=Wishes(
            roles=draw(st.sampled_from((frozenset(), frozenset({"desk"})))),
            people=frozenset(draw(st.sets(st.sampled_from([*names, "a stranger"]), max_size=2))),
            never=draw(st.lists(windows(), max_size=1).map(tuple)),
            most_week_minutes=draw(optional),
        ),
        agreed_week_minutes=draw(optional),
        credit=draw(st.sampled_from((0.0, 0.5, 1.0))),
        metres={"Camden": draw(st.integers(0, 20_000))},
        carries={"Holborn": draw(st.sampled_from((0.0, 1.0)))},
        is_young=draw(st.booleans()),
    )


def possible_places(problem: Problem) -> list[Place]:
    return [
        Place(person.id, duty.id)
        for person in problem.people
        for duty in problem.duties
        if reason_against(problem, person, duty) is Reason.NONE
    ]


def lowest_cost(problem: Problem) -> float:
    """The cost of the best plan, by trying every plan: only for a few pairs."""
    pairs = possible_places(problem)
    plans = (plan for size in range(len(pairs) + 1) for plan in combinations(pairs, size))
    return min(account(problem, plan).cost for plan in plans if not faults(problem, plan))

"""Why not, what would have to change, and why these: in words that can be shown to those concerned."""

import pytest

from rostering.explain import WORDS, stand_ins, why_not, why_these
from rostering.problem import Place, Plan, Promise, Reason, Wishes
from rostering.tests.build import a_duty, a_person, a_problem, a_window


def a_plan(*places) -> Plan:
    return Plan(tuple(Place(*each) for each in places), {}, 0.0, 0.0, 0.0, {})


def test_every_reason_has_its_words():
    assert set(WORDS) == set(Reason) - {Reason.NONE}


def test_somebody_who_is_there_needs_no_reason():
    problem = a_problem([a_person("Ann", 1)], [a_duty(1)])

    assert why_not(problem, a_plan(("Ann", 1)), "Ann", 1) == ()


def test_what_stands_against_it_in_any_plan_is_said_alone():
    problem = a_problem([a_person("Ann", 1, free=(a_window(0, 12, 13),))], [a_duty(1)])

    (answer,) = why_not(problem, a_plan(), "Ann", 1)

    assert (answer.reason, answer.because) == (Reason.NOT_FREE, "It is outside the times that they gave.")
    assert answer.change == "They would have to add this time to their availability, if they wish."


def test_another_duty_at_the_time_is_named_with_what_the_change_would_cost():
    problem = a_problem([a_person("Ann", 1, 2)], [a_duty(1), a_duty(2, hour=12, value=0.5)])

    (answer,) = why_not(problem, a_plan(("Ann", 1)), "Ann", 2)

    assert answer.because == "The two duties overlap. They are planned for another."
    assert answer.change == "Changing to it would make the plan worse by 20.0 points."
    assert answer.points == pytest.approx(20)


def test_full_weeks_and_months_are_said():
    ann = a_person("Ann", 1, 2, wishes=Wishes(most_week_minutes=300), minutes_left={a_day(): 400})
    problem = a_problem([ann], [a_duty(1), a_duty(2, day=2)])

    assert [answer.because for answer in why_not(problem, a_plan(("Ann", 1)), "Ann", 2)] == [
        "With what is planned for them, the month's hours would be passed.",
        "With what is planned for them, it is more than they wish to give in a week.",
    ]


def a_day():
    return a_problem([], []).rules.day_of(a_duty(1).starts_at).replace(day=1)


def test_a_place_taken_names_the_cheapest_change():
    people = [a_person(name, 1, metres={"": metres}) for name, metres in [("Ann", 0), ("Bob", 5000), ("Cid", 1000)]]
    problem = a_problem(people, [a_duty(1, most=2)])

    (answer,) = why_not(problem, a_plan(("Ann", 1), ("Cid", 1)), "Bob", 1)

    assert answer.because == "Every place is taken by people for whom it fits as well or better."
    assert answer.change == "They could come instead of Cid. Changing to it would make the plan worse by 1.6 points."


def test_an_open_place_that_would_gain_nothing_is_said():
    problem = a_problem([a_person("Ann", 1, metres={"": 90_000})], [a_duty(1, hours=1)])

    (answer,) = why_not(problem, a_plan(), "Ann", 1)

    assert answer.because == "Nothing forbids it; the plan is no better with it."
    assert answer.change == "Changing to it would make the plan worse by 20.0 points."


def test_somebody_unknown_is_a_key_error():
    problem = a_problem([a_person("Ann", 1)], [a_duty(1)])

    with pytest.raises(KeyError):
        why_not(problem, a_plan(), "Bob", 1)
    with pytest.raises(KeyError):
        why_these(problem, a_plan(), 2)


def test_those_who_are_there_have_their_reasons():
    ann = a_person(
        *("Ann", 1),
        wishes=Wishes(frozenset({"desk"}), frozenset({"Camden"}), frozenset({"Bob"})),
        metres={"Camden": 1234},
    )
    bob = a_person("Bob", 1, credit=0.5)
    duty = a_duty(1, most=2, role="desk", station="Camden")
    problem = a_problem([ann, bob], [duty], [Promise("Ann", 1)])

    first, second = why_these(problem, a_plan(("Ann", 1), ("Bob", 1)), 1)

    assert first.because == (
        "It was promised to them before.",
        "They wish for this role.",
        "They wish for this station.",
        "Somebody they wish to be with is there.",
        "They have had few offers so far, so it is their turn.",
        "The way there is 1.2 km.",
        "Without it they would have less than the time that is hoped for in a fortnight.",
        "Without them the place would be open, and the plan worse by 75.5 points.",
    )
    assert second.because[0] == "Without it they would have less than the time that is hoped for in a fortnight."


def test_stand_ins_are_those_who_could_come_as_the_plan_stands_the_fittest_first():
    people = [
        a_person("Ann", 1, 2),
        a_person("Bob", 1, metres={"": 9000}),
        a_person("Cid", 1, metres={"": 1000}),
        a_person("Dan"),
        a_person("Eve", 1),
    ]
    problem = a_problem(people, [a_duty(1, most=2), a_duty(2, hour=12)])

    found = stand_ins(problem, a_plan(("Ann", 2), ("Eve", 1)), 1)

    assert found == (("Cid", pytest.approx(0.4 - 24)), ("Bob", pytest.approx(3.6 - 24)))

"""The referee finds each broken rule, and counts each loss as a person would on paper."""

from datetime import date, time

import pytest

from rostering.check import account, faults, reason_against
from rostering.problem import Place, Promise, Reason, Rules, Window, Wishes
from rostering.tests.build import a_duty, a_person, a_problem, a_window, london


def rules_broken(people, duties, places, **more) -> list[str]:
    return [fault.rule for fault in faults(a_problem(people, duties, **more), [Place(*each) for each in places])]


def test_a_plan_that_keeps_the_rules_has_no_faults():
    people, duties = [a_person("Ann", 1, 2)], [a_duty(1), a_duty(2, day=1)]

    assert rules_broken(people, duties, [("Ann", 1), ("Ann", 2)]) == []


@pytest.mark.parametrize(
    ("duties", "rules", "broken"),
    [
        ([a_duty(1), a_duty(2, hour=12, hours=2)], Rules(), ["rest"]),
        ([a_duty(1, hour=8), a_duty(2, hour=14)], Rules(), []),
        ([a_duty(1, hour=8), a_duty(2, hour=12)], Rules(), []),
        ([a_duty(1, hour=8), a_duty(2, hour=14, hours=5)], Rules(), ["rest", "day"]),
        ([a_duty(1, hour=8), a_duty(2, hour=14)], Rules(duties_a_day=1), ["rest", "day"]),
        ([a_duty(1, hour=18), a_duty(2, day=1, hour=8)], Rules(), ["rest"]),
        ([a_duty(1, hour=18), a_duty(2, day=1, hour=9)], Rules(), []),
        ([a_duty(1, hour=18), a_duty(2, day=1, hour=8)], Rules(rest_minutes=600), []),
        ([a_duty(1), a_duty(2, day=1)], Rules(month_minutes=479), ["month"]),
        ([a_duty(1, day=7), a_duty(2, day=8)], Rules(month_minutes=240), []),  # 30 April and 1 May
    ],
)
def test_two_duties_of_one_person(duties, rules, broken):
    assert rules_broken([a_person("Ann", 1, 2)], duties, [("Ann", 1), ("Ann", 2)], rules=rules) == broken


def test_three_short_duties_on_one_day_are_one_too_many():
    duties = [a_duty(each, hour=8 + 3 * each, hours=1) for each in range(3)]

    assert rules_broken([a_person("Ann", 0, 1, 2)], duties, [("Ann", each) for each in range(3)]) == ["day"]


def test_the_own_limit_of_a_week_is_kept_over_its_days():
    ann = a_person("Ann", 1, 2, 3, wishes=Wishes(most_week_minutes=300))
    duties = [a_duty(1), a_duty(2, day=6), a_duty(3, day=7)]

    assert rules_broken([ann], duties, [("Ann", 1), ("Ann", 2)]) == ["week"]
    assert rules_broken([ann], duties, [("Ann", 2), ("Ann", 3)]) == []


def test_a_duty_that_is_over_full_or_named_twice_or_unknown_is_found():
    people, duties = [a_person("Ann", 1), a_person("Bob", 1)], [a_duty(1)]

    assert rules_broken(people, duties, [("Ann", 1), ("Bob", 1)]) == ["most"]
    assert rules_broken(people, duties, [("Ann", 1), ("Ann", 1)]) == ["once", "most", "rest"]
    assert rules_broken(people, duties, [("Cid", 1)]) == ["known"]


@pytest.mark.parametrize(
    ("person", "duty", "reason"),
    [
        (a_person("Ann", 1), a_duty(1), Reason.NONE),
        (a_person("Ann"), a_duty(1), Reason.NOT_READY),
        (a_person("Ann", 1), a_duty(1, hours=30), Reason.TOO_LONG),
        (a_person("Ann", 1, is_young=True), a_duty(1, hour=19), Reason.NIGHT),
        (a_person("Ann", 1, is_young=True), a_duty(1, hour=18), Reason.NONE),
        (a_person("Ann", 1, is_young=True), a_duty(1, hour=5), Reason.NIGHT),
        (a_person("Ann", 1, free=(a_window(0, 9, 13),)), a_duty(1), Reason.NOT_FREE),
        (a_person("Ann", 1, free=(a_window(0, 10, 14),)), a_duty(1), Reason.NONE),
        (a_person("Ann", 1, free=()), a_duty(1), Reason.NOT_FREE),
        (a_person("Ann", 1, wishes=Wishes(never=(a_window(0, 13, 20),))), a_duty(1), Reason.NEVER_SUITS),
        (a_person("Ann", 1, wishes=Wishes(never=(a_window(0, 14, 20),))), a_duty(1), Reason.NONE),
        (a_person("Ann", 1, busy=(a_window(0, 20, 21),)), a_duty(1), Reason.BUSY),
        (a_person("Ann", 1, busy=(Window(london(1), london(1, 2)),)), a_duty(1), Reason.BUSY),
        (a_person("Ann", 1, busy=(Window(london(1, 1), london(1, 2)),)), a_duty(1), Reason.NONE),
        (a_person("Ann", 1, minutes_left={date(2007, 4, 1): 239}), a_duty(1), Reason.MONTH_FULL),
        (a_person("Ann", 1, wishes=Wishes(most_week_minutes=239)), a_duty(1), Reason.WEEK_FULL),
    ],
)
def test_what_stands_against_one_person_at_one_duty(person, duty, reason):
    assert reason_against(a_problem([person], [duty]), person, duty) is reason


def test_somebody_young_may_have_a_shorter_day():
    ann = a_person("Ann", 1, is_young=True)
    rules = Rules(young_longest_day_minutes=180, young_night_from=time(21))

    assert reason_against(a_problem([ann], [a_duty(1)], rules=rules), ann, a_duty(1)) is Reason.TOO_LONG_FOR_YOUNG


def losses(people, duties, places, **more) -> dict[str, float]:
    found = account(a_problem(people, duties, **more), [Place(*each) for each in places])
    return {name: points for name, points in found.losses.items() if points}


def test_open_places_cost_more_below_the_least():
    duty = a_duty(1, least=2, most=5, value=2.0)

    assert losses([], [duty], []) == {"least": 10 * 2 * 4 * 2, "most": 5 * 2 * 4 * 3}
    assert account(a_problem([], [duty]), []).value == 160 + 120


def test_a_hope_is_counted_only_where_something_was_possible():
    duties = [a_duty(1, hours=3, least=0), a_duty(2, day=14, least=0)]

    assert losses([a_person("Ann", 1)], duties, [("Ann", 1)])["hope"] == 6 * 1
    assert losses([a_person("Ann", 1, 2)], duties, [("Ann", 1)])["hope"] == 6 * 1 + 6 * 4
    assert "hope" not in losses([a_person("Ann")], duties, [])


def test_what_a_place_costs_is_counted_by_wish_way_turn_and_trust():
    ann = a_person(
        *("Ann", 1),
        wishes=Wishes(roles=frozenset({"desk"}), stations=frozenset({"Holborn"}), people=frozenset({"Bob"})),
        agreed_week_minutes=180,
        credit=0.5,
        carries={"Camden": 0.25},
        metres={"Camden": 5000},
    )
    duty = a_duty(1, station="Camden", role="kennels")

    assert losses([ann], [duty], [("Ann", 1)]) == {
        "agreed": 2.0,
        "reliance": 1.0,
        "fair": 1.0,
        "role": 4.0,
        "station": 4.0,
        "alone": 2.0,
        "kilometres": 2.0,
    }


def test_company_is_there_when_one_of_those_wished_for_is():
    people = [a_person("Ann", 1, wishes=Wishes(people=frozenset({"Bob", "Cid"}))), a_person("Bob", 1)]
    duties = [a_duty(1, most=2)]

    assert losses(people, duties, [("Ann", 1)])["alone"] == 2.0
    assert "alone" not in losses(people, duties, [("Ann", 1), ("Bob", 1)])


def test_promises_that_are_not_kept_cost_more_when_they_were_accepted():
    people, duties = [a_person("Ann", 1, 2)], [a_duty(1), a_duty(2, day=1)]
    promises = [Promise("Ann", 1), Promise("Ann", 2, is_accepted=False)]

    assert losses(people, duties, [], promises=promises)["promises"] == 8 * 4 + 4 * 4
    assert "promises" not in losses(people, duties, [("Ann", 1), ("Ann", 2)], promises=promises)

"""What the planner makes of ordinary and of awkward problems."""

from dataclasses import replace
from datetime import date

import pytest

from rostering import solve as planner
from rostering.check import faults
from rostering.problem import Place, Promise, Rules, Window, Wishes
from rostering.solve import solve
from rostering.tests.build import a_duty, a_person, a_problem, a_window, london


def places_of(people, duties, promises=(), **more) -> list[tuple]:
    plan = solve(a_problem(people, duties, promises, **more), seconds=5, threads=1)
    return [(place.person, place.duty) for place in plan.places]


def a_week(people=12, duties=10):
    """A problem large enough for a search, when it is made to go that way."""
    keys = [f"duty {at}" for at in range(duties)]
    wide = [a_duty(key, day=at % 7, hour=8 + at % 3 * 3, most=3) for at, key in enumerate(keys)]
    crowd = [
        a_person(f"person {at}", *keys[at % 3 :], metres={"": 500 * at}, agreed_week_minutes=480)
        for at in range(people)
    ]
    return a_problem(crowd, wide)


def test_the_nearest_comes_when_there_is_one_place():
    people = [a_person(name, 1, metres={"Camden": metres}) for name, metres in [("Ann", 9000), ("Bob", 200)]]

    assert places_of(people, [a_duty(1, station="Camden")]) == [("Bob", 1)]


def test_the_least_is_filled_before_the_most():
    ann = a_person("Ann", 1, 2, wishes=Wishes(most_week_minutes=240))

    assert places_of([ann], [a_duty(1, least=0, most=9), a_duty(2, day=1)]) == [("Ann", 2)]


def test_those_who_have_had_fewer_offers_come_first():
    people = [a_person("Ann", 1, credit=0.2), a_person("Bob", 1, credit=0.9)]

    assert places_of(people, [a_duty(1)]) == [("Bob", 1)]


def test_friends_come_together():
    people = [
        a_person("Ann", 1, 2, wishes=Wishes(people=frozenset({"Cid"}), most_week_minutes=240), metres={"": 100}),
        a_person("Bob", 1, 2, wishes=Wishes(most_week_minutes=240)),
        a_person("Cid", 2, wishes=Wishes(most_week_minutes=240)),
    ]
    duties = [a_duty(1, least=1, most=1), a_duty(2, day=1, least=2, most=2)]

    assert places_of(people, duties) == [("Bob", 1), ("Ann", 2), ("Cid", 2)]


def test_a_plan_names_its_open_places_prices_and_proof():
    problem = a_problem([a_person("Ann", 1)], [a_duty(1, most=3)])

    plan = solve(problem, seconds=5, threads=1)

    assert plan.open_places == {1: 2}
    assert plan.prices == {1: 20.0}
    assert (plan.cost, plan.bound, plan.value) == pytest.approx((40, 40, 80))
    assert (plan.gap, plan.welfare_gap, plan.is_proved_best) == (0, 0, True)


# Awkward problems


def test_nothing_to_plan_makes_an_empty_plan():
    plan = solve(a_problem([], []))

    assert (plan.places, plan.cost, plan.bound, plan.gap) == ((), 0, 0, 0)


def test_nobody_available_leaves_every_place_open():
    plan = solve(a_problem([a_person("Ann", 1, free=()), a_person("Bob")], [a_duty(1, most=2)]))

    assert (plan.places, plan.open_places, plan.is_proved_best) == ((), {1: 2}, True)


def test_people_without_any_duty_make_an_empty_plan():
    assert solve(a_problem([a_person("Ann")], [])).places == ()


def test_whoever_is_ready_for_nothing_is_offered_nothing():
    plan = solve(a_problem([a_person("Ann"), a_person("Bob", 1)], [a_duty(1, most=2)]))

    assert (plan.places, plan.open_places, plan.is_proved_best) == ((Place("Bob", 1),), {1: 1}, True)


def test_more_places_than_people_are_filled_where_they_are_worth_most():
    duties = [a_duty(at, least=5, most=9, value=float(at), hour=10) for at in range(1, 5)]
    people = [a_person(name, 1, 2, 3, 4) for name in "ABC"]

    assert places_of(people, duties) == [("A", 4), ("B", 4), ("C", 4)]


def test_a_duty_of_no_minutes_is_refused():
    with pytest.raises(ValueError, match="must end after it starts"):
        solve(a_problem([], [a_duty(1, hours=0)]))


def test_a_duty_of_thirty_hours_stays_open():
    plan = solve(a_problem([a_person("Ann", 1)], [a_duty(1, hours=30)]))

    assert (plan.places, plan.open_places) == ((), {1: 1})


def test_each_month_has_its_own_hours():
    ann = a_person("Ann", 1, 2, 3, minutes_left={date(2007, 4, 1): 240, date(2007, 5, 1): 240})
    duties = [a_duty(1, day=6), a_duty(2, day=7), a_duty(3, day=8)]  # Sunday 29 April to Tuesday 1 May

    assert [duty for _, duty in places_of([ann], duties)] in ([1, 3], [2, 3])


def test_a_night_belongs_to_the_month_in_which_it_starts():
    ann = a_person("Ann", 1, minutes_left={date(2007, 4, 1): 0})

    assert places_of([ann], [a_duty(1, day=7, hour=22)]) == []
    assert places_of([replace(ann, minutes_left={date(2007, 5, 1): 0})], [a_duty(1, day=7, hour=22)]) == [("Ann", 1)]


def test_a_night_belongs_to_the_day_on_which_it_starts():
    night, once = a_duty(1, hour=22), Rules(duties_a_day=1)  # until 2am
    early, late = a_duty(2, day=1, hour=12), a_duty(2, day=1, hour=13)

    assert places_of([a_person("Ann", 1, 2)], [night, late], rules=once) == [("Ann", 1), ("Ann", 2)]
    assert len(places_of([a_person("Ann", 1, 2)], [night, early], rules=once)) == 1  # an hour of rest is lacking


@pytest.mark.parametrize(("sunday", "ends", "minutes"), [(-29, 7, 480), (188, 5, 480)])
def test_the_longest_day_is_counted_as_it_passes_when_the_clocks_change(sunday, ends, minutes):
    # From 10pm: in March the night is an hour shorter than the clocks say, in October an hour longer.
    night = replace(a_duty(1), starts_at=london(sunday - 1, 22), ends_at=london(sunday, ends))
    longer = replace(night, ends_at=london(sunday, ends, 15))

    assert night.minutes == minutes
    assert places_of([a_person("Ann", 1)], [night]) == [("Ann", 1)]
    assert places_of([a_person("Ann", 1)], [longer]) == []


@pytest.mark.parametrize(("sunday", "is_enough"), [(-29, False), (188, True)])
def test_rest_is_counted_as_it_passes_when_the_clocks_change(sunday, is_enough):
    # Until 8pm, and again from 7am: eleven hours by the clock, ten in March, twelve in October.
    evening = a_duty(1, day=sunday - 1, hour=16)
    morning = a_duty(2, day=sunday, hour=7)

    assert (len(places_of([a_person("Ann", 1, 2)], [evening, morning])) == 2) == is_enough


def test_contradictory_wishes_still_make_a_plan():
    ann = a_person(
        *("Ann", 1),
        free=(a_window(0, 9, 18),),
        wishes=Wishes(
            *(frozenset({"kennels"}), frozenset({"nowhere"}), frozenset({"Ann", "a stranger"})),
            never=(Window(london(-100), london(0, 9)), Window(london(0, 18), london(100))),
            most_week_minutes=240,
        ),
        agreed_week_minutes=0,
    )

    assert places_of([ann], [a_duty(1, role="desk", station="Camden")]) == [("Ann", 1)]
    never = replace(ann, wishes=replace(ann.wishes, never=(Window(london(-100), london(100)),)))
    assert places_of([never], [a_duty(1)]) == []


def test_a_person_whose_month_is_overdrawn_is_left_alone():
    assert places_of([a_person("Ann", 1, minutes_left={date(2007, 4, 1): -60})], [a_duty(1)]) == []


def test_ten_thousand_people_alike_are_planned_without_a_fault():
    duties = [a_duty(at, day=at, most=300) for at in range(7)]
    people = [a_person(at, *range(7)) for at in range(10_000)]
    problem = a_problem(people, duties)

    plan = solve(problem, seconds=0.3, patience=400, seed=1, threads=2)

    assert set(plan.open_places.values()) == {0}
    assert len({place.person for place in plan.places}) == 2100  # nobody twice while others have had nothing
    assert plan.cost == pytest.approx(7900 * 4 * 6)  # the hope of all the others: no plan can do better


# Mending what is promised


def test_a_promise_is_kept_although_another_would_be_nearer():
    people = [a_person(name, 1, metres={"Camden": metres}) for name, metres in [("Ann", 9000), ("Bob", 200)]]
    duty = a_duty(1, station="Camden")

    assert places_of(people, [duty], [Promise("Ann", 1)]) == [("Ann", 1)]


def test_after_an_absence_only_the_gap_is_filled():
    people = [a_person(name, 1, 2, wishes=Wishes(most_week_minutes=240)) for name in ("Ann", "Bob")]
    duties = [a_duty(1), a_duty(2, day=1)]
    gone, there = a_person("Cid"), [a_person("Dan", 2)]
    promises = [Promise("Cid", 1), Promise("Ann", 2)]
    problem = a_problem([*people, gone, *there], duties, promises)
    before = replace(solve(problem, threads=1), places=(Place("Ann", 2), Place("Cid", 1), Place("nobody", 1)))

    plan = solve(problem, start=before, seconds=3, threads=1)

    assert plan.places == (Place("Bob", 1), Place("Ann", 2))
    assert plan.broken_promises == (Promise("Cid", 1),)


# The work


@pytest.fixture
def long_way(monkeypatch):
    """Small problems go the way of large ones."""
    monkeypatch.setattr(planner, "SMALL", 0)
    monkeypatch.setattr(planner, "MIDDLE", 0)


@pytest.mark.usefixtures("long_way")
def test_the_same_seed_and_threads_make_the_same_plan():
    one, other = (solve(a_week(80), seconds=0.02, patience=3000, seed=7, threads=2) for _ in range(2))

    assert (one.places, one.bound) == (other.places, other.bound)


@pytest.mark.usefixtures("long_way")
def test_the_long_way_finds_nearly_the_best():
    problem = a_week()

    plan = solve(problem, seconds=0.1, patience=600, threads=1)

    planner.SMALL = 4000
    best = solve(problem, seconds=60, threads=1)
    assert plan.bound <= best.cost + 1e-6
    assert best.cost - 1e-6 <= plan.cost <= 1.02 * best.cost


@pytest.mark.usefixtures("long_way")
def test_progress_is_told_and_the_work_can_be_stopped():
    heard = []

    plan = solve(a_week(80), seconds=60, progress=heard.append, stop=lambda: len(heard) >= 3)

    assert faults(a_week(80), plan.places) == []
    assert [each.seconds for each in heard] == sorted(each.seconds for each in heard)
    assert (heard[-1].done, heard[-1].cost, tuple(heard)) == (1.0, plan.cost, plan.progress)
    assert len(heard) < 10


@pytest.mark.usefixtures("long_way")
def test_no_time_at_all_still_makes_a_plan_that_keeps_the_rules():
    plan = solve(a_week(80), seconds=0.001)

    assert faults(a_week(80), plan.places) == []
    assert len(plan.places) > 10


def test_a_plan_that_breaks_a_rule_is_thrown_away(monkeypatch):
    monkeypatch.setattr(planner.check_columns, "faults_in", lambda columns, pairs: {})
    monkeypatch.setattr(planner, "_pairs_of", lambda columns, names, places: columns.row[:-1])
    problem = a_problem([a_person("Ann", 1), a_person("Bob", 1)], [a_duty(1)], rules=Rules())
    both = replace(solve(problem), places=(Place("Ann", 1), Place("Bob", 1)))

    monkeypatch.setattr(planner, "_searched", lambda columns, *rest: columns.row[:-1])
    monkeypatch.setattr(planner, "MIDDLE", 0)
    with pytest.raises(RuntimeError, match="broke a rule"):
        solve(problem, start=both)

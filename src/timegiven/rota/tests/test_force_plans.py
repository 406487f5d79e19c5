"""Plans for many boroughs in one act, made side by side; and what the planner is told, read at once for everybody."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rostering.problem import Plan, Problem
from rostering.solve import solve
from tests import builders as build
from tests.front_counter import a_front_counter
from timegiven.hours.models import Extension
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota import selectors, services, tasks
from timegiven.rota.models import Proposal
from timegiven.rota.tests.conftest import Scene

FIRST, AFTER = date(2007, 4, 30), date(2007, 5, 28)
DAYS = {"from_on": FIRST, "until_on": AFTER, "at": build.NOW}
NINE = datetime(2007, 5, 1, 9, tzinfo=UTC)


def _hackney() -> None:
    other = build.a_ready_volunteer(unit=build.a_unit("Desk", borough=build.a_borough("Hackney")), name="Hana Ito")
    build.a_duty(other)


def _boroughs(central: Person) -> list[Unit]:
    return list(selectors.boroughs_to_plan(central, build.TODAY))


def test_the_central_team_asks_for_a_plan_of_each_borough_that_has_something_to_plan(scene: Scene) -> None:
    central = build.the_central_team()
    build.a_duty(scene.placement)
    _hackney()

    every = Unit.objects.filter(kind="BOROUGH").order_by("name")
    made, left_out = services.propose_for_all(every, by=central, **DAYS)

    assert [unit.name for unit in _boroughs(central)] == ["Camden", "Hackney"]
    assert [each.unit.name for each in made] == ["Camden", "Hackney"]
    assert left_out == ["Barnet: no duty on these days has a place left."]
    with pytest.raises(NotAllowed, match="Camden: it is at work for this unit already"):
        services.propose_for_all(_boroughs(central), by=central, **DAYS)


def test_nobody_else_asks_for_many_boroughs_and_the_central_team_uses_no_plan(scene: Scene) -> None:
    central = build.the_central_team()
    build.a_duty(scene.placement)
    for who in (scene.mvpm, scene.manager):
        with pytest.raises(NotPermitted):
            services.propose_for_all([scene.unit.borough], by=who, **DAYS)
    services.propose_for_all([scene.unit.borough], by=central, **DAYS)
    made = services.make_next(solve, clock=lambda: build.NOW)
    chosen = [line.pk for line in selectors.proposed_places(made)]

    with pytest.raises(NotPermitted):
        services.use(made, chosen=chosen, by=central, at=build.NOW)

    assert [need.text for need in selectors.needs(scene.mvpm, build.TODAY) if "plan" in need.text] == [
        "Look at the plan for Camden"
    ]
    assert services.use(Proposal.objects.get(), chosen=chosen, by=scene.mvpm, at=build.NOW) == (1, 0)


@pytest.mark.usefixtures("clock")
def test_one_act_on_the_page_and_the_worker_makes_plan_after_plan(scene: Scene, client: Client) -> None:
    build.a_duty(scene.placement)
    _hackney()
    client.force_login(build.the_central_team())
    chosen = [unit.reference for unit in Unit.objects.filter(kind="BOROUGH", name__in=["Camden", "Hackney"])]

    page = client.post(
        "/rota/planner/boroughs/", {"boroughs": chosen, "from_on": "30/4/2007", "last_on": "27/5/2007"}, follow=True
    )
    tasks.make_proposals.enqueue()

    assert "2 plans asked for." in page.content.decode()
    assert list(Proposal.objects.values_list("status", flat=True)) == ["READY", "READY"]


@pytest.mark.usefixtures("clock")
def test_the_central_team_reads_a_plan_and_is_led_nowhere_that_is_shut(scene: Scene, client: Client) -> None:
    central = build.the_central_team()
    build.a_duty(scene.placement)
    services.propose_for_all([scene.unit.borough], by=central, **DAYS)
    made = services.make_next(solve, clock=lambda: build.NOW)
    client.force_login(central)

    page = client.get(f"/rota/planner/{made.reference}/").content.decode()

    assert "The MVP Manager there finds this plan on the first page" in page
    ways = {each for each in re.findall(r'href="(/[^"#?]*)', page) if each.startswith("/rota/")}
    assert {way: client.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_many_workers_make_many_plans_and_each_is_made_once() -> None:
    scene = a_front_counter()
    for number in range(6):
        unit = build.a_unit(f"Desk {number}")
        build.a_duty(build.a_ready_volunteer(unit=unit))
        services.propose(unit, by=scene.mvpm, **DAYS)
    made: list[Problem] = []

    def once(problem: Problem, **options: Any) -> Plan:
        made.append(problem)
        return Plan((), {}, 0.0, 0.0, 0.0, {})

    def work() -> None:
        try:
            while services.make_next(once, clock=lambda: build.NOW):
                pass
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        for each in [pool.submit(work) for _ in range(3)]:
            each.result()

    assert (len(made), set(Proposal.objects.values_list("status", flat=True))) == (6, {"READY"})


# What the planner is told


def _problem(scene: Scene) -> Problem:
    proposal = services.propose(scene.unit, by=scene.manager, **DAYS)
    return selectors.problem_of(proposal, build.NOW).problem


@pytest.mark.clause(44)
def test_the_planner_knows_how_far_somebody_lives_and_what_was_agreed_for_a_week(scene: Scene) -> None:
    build.a_duty(scene.placement)
    build.an_offer(scene.placement, duty=build.a_duty(scene.placement, starts_at=NINE + timedelta(days=8), hours=3),
                   status="ACCEPTED")  # fmt: skip
    _lives(scene, "NW1")

    (person,) = _problem(scene).people

    assert person.agreed_week_minutes == scene.placement.weekly_minutes - 3 * 60
    assert person.metres[scene.unit.reference] == pytest.approx(2_100, abs=200)


def _lives(scene: Scene, district: str) -> None:
    scene.unit.latitude, scene.unit.longitude = 51.552, -0.142  # the middle of NW5
    scene.unit.save()
    scene.volunteer.address = f"1 Elder Road, London {district}"
    scene.volunteer.save()


@pytest.mark.parametrize(
    ("district", "words"), [("NW5", "They live less than a mile away."), ("CR0", "They live about 13 miles away.")]
)
def test_the_reasons_tell_the_way_in_miles(district: str, words: str, scene: Scene) -> None:
    duty = build.a_duty(scene.placement)
    _lives(scene, district)
    proposal = services.propose(scene.unit, by=scene.manager, **DAYS)
    services.make_next(solve, clock=lambda: build.NOW)

    ((_, said),) = selectors.proposed_for(proposal, duty, build.NOW).here

    assert [each for each in said if "live" in each or "km" in each] == [words]


def test_the_planner_gives_somebody_a_longer_month_where_it_was_signed_for(scene: Scene) -> None:
    build.a_duty(scene.placement)
    Extension.objects.create(
        person=scene.volunteer, starts_on=date(2007, 5, 1), cap_minutes=50 * 60, why="Flood", signed_by=scene.mvpm,
        signed_at=build.NOW,
    )  # fmt: skip

    (person,) = _problem(scene).people

    assert person.minutes_left == {date(2007, 4, 1): 40 * 60, date(2007, 5, 1): 50 * 60}


def test_many_duties_and_people_are_asked_about_in_no_more_questions(scene: Scene, django_assert_num_queries) -> None:
    build.a_duty(scene.placement)
    proposal = services.propose(scene.unit, by=scene.manager, **DAYS)
    with CaptureQueriesContext(connection) as few:
        selectors.problem_of(proposal, build.NOW)
    build.a_ready_crowd(10, like=scene.placement)
    for hour in (2, 4, 6):
        build.a_duty(scene.placement, starts_at=NINE + timedelta(hours=hour), places=4)

    with django_assert_num_queries(len(few)):
        problem = selectors.problem_of(proposal, build.NOW).problem

    assert (len(problem.people), len(problem.duties)) == (11, 4)

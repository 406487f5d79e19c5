"""The MVP Manager lets the planner fill a month, looks at its plan and asks those people; one of them says yes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from rostering.solve import solve
from tests import builders
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import TUESDAY, Giving
from tests.journeys.hands import error, heading, press, reads, told
from timegiven.letters.models import Letter
from timegiven.rota import services as rota
from timegiven.rota.models import Offer, Proposal


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


@pytest.mark.clause(33, 43, 45)
def test_she_plans_a_month_and_asks_those_she_ticks(camden: Giving, browser_of: Visit, axe: Axe, clock: Clock) -> None:
    ben = builders.a_ready_volunteer(unit=camden.unit, version=camden.version, name="Ben Cole").volunteer
    for week in range(4):
        builders.a_duty(camden.placement, starts_at=TUESDAY + timedelta(weeks=week), places=3)
    page = browser_of(camden.mvpm)
    page.goto("/rota/week/?from=2007-04-30")
    page.get_by_role("link", name="The planner").click()
    axe(page)
    page.get_by_label("For which unit?").select_option(camden.unit.reference)
    press(page, "Make a plan")
    assert "The planner will begin in a moment." in reads(page)
    axe(page)

    page.get_by_role("link", name="Today").click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Plan for")
    rota.make_next(solve, clock=timezone.now)  # the worker's part
    clock.go_on(minutes=1)
    page.reload()
    page.get_by_role("link", name="Look at the plan for Records office, Camden").click()
    assert heading(page) == "Plan for Records office, Camden"
    assert "8 could be filled" in reads(page)
    assert "It is proved that no plan does better by the programme’s own measure." in reads(page)
    assert Offer.objects.count() == 0
    axe(page)

    page.get_by_role("link", name="Why these people? Tuesday 1 May 2007").click()
    assert "Without them this place would stay open." in reads(page)
    axe(page)
    page.get_by_role("link", name="Back to the plan").click()

    # She knows that he would rather not come every week.
    for box in page.get_by_label("Ben Cole").all()[1:]:
        box.uncheck()
    press(page, "Ask those who are ticked")
    assert told(page) == "5 offers made."
    axe(page)
    assert Proposal.objects.get().status == "SENT"
    assert sorted(Letter.objects.filter(template="rota/published").values_list("to_name", flat=True)) == [
        "Ben Cole",
        "Grace Adeyemi",
    ]

    his = browser_of(ben.person)
    his.goto("/")
    his.get_by_role("link", name="Can you come on Tuesday 1 May 2007").click()
    assert "10am to 2pm" in reads(his)


def test_days_that_have_passed_are_not_planned(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    camden.duty()
    page = browser_of(camden.manager)
    page.goto("/rota/planner/")
    page.get_by_label("From which day?").fill("1/4/2007")
    press(page, "Make a plan")
    assert error(page).startswith("We have not asked the planner: Sunday 1 April 2007 has passed.")
    assert page.get_by_label("From which day?").input_value() == "1/4/2007"
    axe(page)

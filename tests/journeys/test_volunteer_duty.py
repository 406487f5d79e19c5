"""Grace Adeyemi is asked to come next Tuesday, 10am to 2pm: yes with one tap, and "I cannot come" with two."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import TUESDAY, Giving
from tests.journeys.hands import choose, error, errors, heading, open_page, press, reads, refused, told
from timegiven.letters.models import Letter
from timegiven.rota.models import Duty, Offer

WHEN = "Tuesday 1 May 2007, 10am to 2pm"


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


@pytest.mark.clause(37)
def test_the_unit_offers_her_a_duty(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    page = browser_of(camden.manager)
    page.goto("/rota/plan/")
    axe(page)
    press(page, "Continue")
    assert errors(page) == ["Choose a role", "Choose how often"]
    axe(page)
    page.get_by_label("Which role, and where?").select_option("Archive files helper, Records office, Camden")
    choose(page, "How often?", "Once")
    press(page, "Continue")
    assert page.get_by_label("How many people do you hope for?").input_value() == "1"
    press(page, "Put it on the rota")
    assert errors(page) == ["Enter the day", "Enter a start time", "Enter an end time"]
    axe(page)

    page.get_by_label("Day", exact=True).fill("17/4/2007")
    page.get_by_label("Start time").fill("10am")
    page.get_by_label("End time").fill("2pm")
    press(page, "Put it on the rota")
    assert error(page) == (
        "We have not added this duty: Tuesday 17 April 2007 at 10am has passed. Choose a later day or time. Time "
        "already given goes into a session report."
    )
    axe(page)
    page.get_by_label("Day", exact=True).fill("1/5/2007")
    press(page, "Put it on the rota")

    assert told(page) == "The duty is on the rota. You can ask people now."
    axe(page)
    press(page, "Ask people")
    axe(page)
    press(page, "Ask them")
    assert error(page) == "Choose at least one person"
    choose(page, "Who would you like to ask?", "Grace Adeyemi")
    press(page, "Ask them")

    assert told(page) == "1 person has been asked."
    axe(page)
    duty = Duty.objects.get()
    assert (duty.when, duty.most, duty.unit, duty.version) == (WHEN, 1, camden.unit, camden.version)
    assert Offer.objects.values_list("duty", "person", "status").get() == (duty.pk, camden.grace.pk, "OPEN")
    assert Letter.objects.values_list("template", "to_name").get() == ("rota/offered", "Grace Adeyemi")


@pytest.mark.clause(37, 102)
def test_she_says_yes_with_one_tap(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    offer = camden.asked()
    page = browser_of(camden.grace)
    page.goto("/")
    axe(page)
    page.get_by_role("link", name=f"Can you come on {WHEN}?").click()
    assert heading(page) == "Would this suit you?"
    axe(page)

    press(page, "Yes, I can come")

    assert told(page) == "Thank you. Your name is down."
    axe(page)
    offer.refresh_from_db()
    assert (offer.status, list(offer.steps.order_by("pk").values_list("status", "by"))) == (
        "ACCEPTED",
        [("OPEN", camden.manager.pk), ("ACCEPTED", camden.grace.pk)],
    )

    page.goto("/rota/mine/")
    expect(page.get_by_role("link", name=WHEN, exact=True)).to_be_visible()
    assert "No offers are waiting." in reads(page)
    axe(page)


def test_one_that_overlaps_is_refused(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    later = camden.asked(camden.duty(TUESDAY + timedelta(hours=3)))
    camden.coming()
    page = browser_of(camden.grace)
    page.goto(f"/rota/offer/{later.reference}/")

    press(page, "Yes, I can come")

    assert error(page) == (
        f"We have not put your name down: it overlaps with another duty already agreed to ({WHEN}). You can tell us "
        "that you cannot come to the other one, or leave this one to someone else."
    )
    axe(page)
    later.refresh_from_db()
    assert later.status == "OPEN"


@pytest.mark.clause(47, 48)
def test_she_cannot_come_after_all(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    offer = camden.coming()
    page = browser_of(camden.grace)
    page.goto("/rota/mine/")

    page.get_by_role("link", name=f"I cannot come on {WHEN}").click()
    assert heading(page) == "You cannot come? That is all right"
    expect(page.get_by_role("main").get_by_role("textbox")).to_have_count(0)  # nobody asks why
    axe(page)
    press(page, "I cannot come")

    assert told(page) == "Thank you for telling us. The place is open to others now."
    axe(page)
    offer.refresh_from_db()
    assert offer.status == "RELEASED"
    told_of_it = Letter.objects.filter(template="rota/place_open").values_list("to_name", flat=True)
    assert sorted(told_of_it) == ["Priya Shah", "Ruth Okafor"]


def test_a_duty_that_has_begun_cannot_be_said_yes_to(camden: Giving, browser_of: Visit, axe: Axe, clock: Clock) -> None:
    offer = camden.asked(camden.duty(builders.NOW + timedelta(hours=1)))
    page = browser_of(camden.grace)
    page.goto(f"/rota/offer/{offer.reference}/")
    clock.go_on(minutes=65)

    press(page, "Yes, I can come")

    assert error(page) == (
        "Nothing has changed: this duty began on Tuesday 24 April 2007 at 1pm. If you were there, tell us in a "
        "session report."
    )
    axe(page)
    offer.refresh_from_db()
    assert offer.status == "OPEN"


def test_the_last_place_went_to_somebody_else(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    offer = camden.asked()
    page = browser_of(camden.grace)
    page.goto(f"/rota/offer/{offer.reference}/")
    other = builders.a_ready_volunteer(unit=camden.unit, version=camden.version)
    builders.an_offer(other, duty=offer.duty, status="ACCEPTED")

    press(page, "Yes, I can come")

    assert error(page) == (
        "We have not put your name down: every place on this duty has been taken meanwhile. Thank you for offering. "
        "If someone cannot come, the place opens again and you can say yes here."
    )
    axe(page)


def test_nobody_else_answers_for_her(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    offer = camden.asked()
    stranger = browser_of(builders.a_volunteer().person)
    assert open_page(stranger, f"/rota/offer/{offer.reference}/") == 404
    axe(stranger)

    unit = browser_of(camden.manager)
    unit.goto(f"/rota/offer/{offer.reference}/")
    expect(unit.get_by_role("main").get_by_role("button")).to_have_count(0)
    axe(unit)


def test_a_volunteer_plans_no_duties(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.grace)

    assert refused(page, "/rota/plan/") == "Unit managers and Borough MVP Managers plan duties."

    axe(page)

"""The rota for people: a week moved by keyboard, an answer from an e-mail, a stand-in, a daughter's word."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.builders import NOW
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import choose, heading, press, reads, told
from timegiven.letters.models import Letter
from timegiven.rota import services as rota
from timegiven.rota.models import Duty, Offer

WHEN = "Tuesday 1 May 2007, 10am to 2pm"


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


def _link_of(page: Page, name: str) -> None:
    """Tap the private link of the newest letter to somebody."""
    letter = Letter.objects.filter(to_name=name).order_by("pk").last()
    found = re.search(r"/rota/letter/[\w-]+/", letter.text)
    assert found
    page.goto(found[0])


@pytest.mark.clause(33, 50)
def test_a_manager_publishes_a_week_and_moves_a_duty_by_keyboard(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.manager)
    page.goto("/rota/plan/")
    page.get_by_label("Which role, and where?").select_option("Archive files helper, Records office, Camden")
    choose(page, "How often?", "Every week, or every other week")
    press(page, "Continue")
    axe(page)
    choose(page, "On which days?", "Tuesday", "Friday")
    page.get_by_label("Start time").fill("10am")
    page.get_by_label("End time").fill("2pm")
    page.get_by_label("From which day?").fill("1/5/2007")
    press(page, "Keep the pattern")
    choose(page, "For how long?", "Two weeks")
    press(page, "Lay it out")
    assert told(page) == "4 drafts made. Publish them when you are happy with them."
    axe(page)

    move = page.get_by_role("link", name="Move Archive files helper, Friday 4 May 2007, 10am to 2pm")
    move.focus()
    page.keyboard.press("Enter")
    day = page.get_by_label("Day", exact=True)
    page.wait_for_load_state("networkidle")  # a script makes the calendar beside the box
    day.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("3/5/2007")
    page.keyboard.press("Enter")
    assert told(page) == "The duty is moved to Thursday 3 May 2007, 10am to 2pm. Nobody had to be told."

    for duty in Duty.objects.order_by("starts_at")[:2]:
        page.goto(f"/rota/duty/{duty.reference}/ask/")
        choose(page, "Who would you like to ask?", "Grace Adeyemi")
        press(page, "Note them")
    page.goto("/rota/publish/?from=2007-04-30")
    axe(page)
    press(page, "Publish")

    assert told(page) == "4 duties are published. 1 person gets one letter."
    letter = Letter.objects.get()
    assert (letter.template, letter.to_name) == ("rota/published", "Grace Adeyemi")
    assert letter.subject == "Can you give time? 2 duties to choose from"


@pytest.mark.clause(45, 48)
def test_she_answers_from_an_email_without_signing_in(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    offer = camden.asked()
    page = browser_of(None)
    _link_of(page, "Grace Adeyemi")
    assert heading(page) == "Your time"
    assert "Grace" not in reads(page)
    axe(page)

    press(page, f"Yes, I can come on {WHEN}")
    assert told(page) == "Thank you. Your name is down."
    axe(page)

    _link_of(page, "Grace Adeyemi")
    press(page, f"I cannot come on {WHEN}")
    assert told(page) == "Thank you for telling us. The unit knows."
    offer.refresh_from_db()
    assert offer.status == "RELEASED"


@pytest.mark.clause(47, 48)
def test_a_stand_in_is_found(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    other = builders.a_ready_volunteer(unit=camden.unit, version=camden.version, name="Wilfrid Osgood")
    offer = camden.coming()
    page = browser_of(camden.grace)
    page.goto(f"/rota/offer/{offer.reference}/cannot-come/")
    page.get_by_label("Do you know somebody who might come instead?").select_option("Wilfrid O")
    axe(page)
    press(page, "I cannot come")
    assert told(page) == "Thank you for telling us. Somebody else has the place, or is being asked."

    his = browser_of(other.volunteer.person)
    his.goto("/rota/mine/")
    axe(his)
    press(his, f"Yes I can come on {WHEN}")

    assert told(his) == "Thank you. Your name is down."
    assert list(Offer.objects.filter(status="ACCEPTED").values_list("person", flat=True)) == [other.volunteer.person_id]


@pytest.mark.clause(48)
def test_her_daughter_says_it_for_her(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    offer = camden.coming()
    page = browser_of(camden.grace)
    page.goto("/rota/mine/")
    press(page, "Make a link for them")
    shown = page.get_by_text("/rota/family/").inner_text()
    axe(page)
    address = re.search(r"/rota/family/[\w-]+/", shown)
    assert address

    hers = browser_of(None)
    hers.goto(address[0])
    assert ("Grace" in reads(hers), "Archive" in reads(hers)) == (False, False)
    axe(hers)
    press(hers, f"They cannot come on {WHEN}")

    assert told(hers) == "Thank you for telling us. The unit knows, and nobody asks why."
    offer.refresh_from_db()
    assert offer.status == "RELEASED"


@pytest.mark.clause(34, 45)
def test_she_chooses_her_own_time_and_waits_for_a_place(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    full = camden.duty()
    other = builders.a_ready_volunteer(unit=camden.unit, version=camden.version)
    theirs = builders.an_offer(other, duty=full, status="ACCEPTED")
    page = browser_of(camden.grace)
    page.goto("/rota/choose/")
    axe(page)
    press(page, f"Wait for a place on {WHEN}")
    assert told(page) == "You are on the waiting list. If a place opens, it is yours and we write to you."
    axe(page)

    rota.cannot_come(theirs, by=theirs.person, at=NOW)

    page.goto("/rota/mine/")
    expect(page.get_by_role("link", name=WHEN, exact=True)).to_be_visible()
    page.goto("/rota/mine/wishes/")
    axe(page)


def test_a_duty_is_dragged_to_another_day(camden: Giving, browser_of: Visit) -> None:
    draft = builders.a_duty(camden.placement, is_draft=True)
    page = browser_of(camden.manager)
    page.goto("/rota/week/?from=2007-04-30")

    page.locator(f"[data-tr-move*='{draft.reference}']").drag_to(page.locator("[data-tr-iso='2007-05-04']"))

    assert told(page) == "The duty is moved to Friday 4 May 2007, 10am to 2pm. Nobody had to be told."
    assert heading(page) == "30 April to 6 May 2007"

"""Martin Osei has a letter: Grace Adeyemi has named him. His link is private and opens once."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.hands import choose, errors, heading, open_page, press, reads
from tests.journeys.scenes import Camden
from timegiven.letters.models import Letter

OFTEN = ("Do they do what they say they will do?", "Would you trust them with private information?")


@pytest.fixture
def camden(transactional_db: None) -> Camden:
    return Camden()


@pytest.mark.clause(75)
@pytest.mark.plain
def test_he_answers_once(camden: Camden, browser_of: Visit, axe: Axe, screen: str) -> None:
    reference, link = camden.asked()
    page = browser_of(None)
    page.goto(link)
    assert heading(page) == "A few words about Grace Adeyemi"
    axe(page)

    press(page, "Send your answers")
    assert errors(page) == [
        "Enter how you know them",
        "Choose how long you have known them",
        "Choose whether they do what they say they will do",
        "Choose whether you would trust them with private information",
        "Enter how they are with other people",
        "Choose whether you would be glad to see them with us",
    ]
    axe(page)
    _answer(page)
    press(page, "Send your answers")

    assert heading(page) == "Thank you"
    axe(page)
    reference.refresh_from_db()
    assert (reference.status, reference.is_satisfactory) == ("GIVEN", None)
    assert json.loads(reference.answers)["How do you know them?"] == "We shared a desk for six years"

    assert open_page(page, link) == 410
    assert heading(page) == "You have answered already"
    expect(page.get_by_text("Thank you. There is nothing more to do.")).to_be_visible()
    axe(page)


def _answer(page: Page) -> None:
    page.get_by_label("How do you know them?").fill("We shared a desk for six years")
    choose(page, "How long have you known them?", "More than three years")
    for question in OFTEN:
        choose(page, question, "Yes")
    page.get_by_label("How are they with other people?").fill("Patient and cheerful.")
    choose(page, "Would you be glad to see them volunteer with us?", "Yes")


def test_he_cannot_answer_and_need_not_say_why(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    reference, link = camden.asked()
    page = browser_of(None)
    page.goto(link)

    page.get_by_role("link", name="I cannot answer").click()
    axe(page)
    press(page, "I cannot answer")

    assert heading(page) == "Thank you"
    reference.refresh_from_db()
    assert reference.status == "DECLINED"
    assert Letter.objects.filter(template="joining/referee_needed").get().to_name == "Grace Adeyemi"

    applicant = browser_of(reference.application.person)
    applicant.goto("/joining/mine/")
    expect(applicant.get_by_role("heading", name="We need another name")).to_be_visible()
    axe(applicant)


def test_his_link_has_ended_after_four_weeks(camden: Camden, browser_of: Visit, axe: Axe, clock: Clock) -> None:
    reference, link = camden.asked()
    clock.go_on(days=28)
    page = browser_of(None)

    assert open_page(page, link) == 410

    assert heading(page) == "This link has ended"
    assert f"Any question? Ask Priya Shah, Borough MVP Manager for Camden: {camden.mvpm.email}." in reads(page)
    axe(page)
    reference.refresh_from_db()
    assert reference.status == "ASKED"


def test_a_link_copied_in_part_does_not_open(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    _, link = camden.asked()
    page = browser_of(None)

    assert open_page(page, link.rstrip("/")[:-4] + "/") == 410

    assert heading(page) == "This link does not open"
    axe(page)
    page.goto(link)  # copied whole: the browser has not kept the page before
    assert heading(page) == "A few words about Grace Adeyemi"

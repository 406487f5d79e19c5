"""Grace Mills is 16: at a desk, or on an old telephone without scripts, she asks, applies, and her mother agrees."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.filling import fill_in_everything
from tests.journeys.hands import choose, errors, heading, press, reads, told, type_day
from tests.journeys.scenes import Camden, link_in
from timegiven.joining.models import Application, Consent, Slot
from timegiven.letters.models import Letter
from timegiven.people import selectors as people


@pytest.mark.clause(7, 8, 76)
@pytest.mark.plain
def test_she_applies_and_her_mother_agrees(transactional_db: None, browser_of: Visit, axe: Axe, screen: str) -> None:
    camden = Camden()
    starts_at = builders.NOW + timedelta(days=3)
    Slot.objects.create(
        borough=camden.unit.borough, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=30),
        place="12 Holmes Road", published_by=camden.mvpm,
    )  # fmt: skip
    page = browser_of(None)

    _asks_whether_it_is_for_her(page)
    _registers(page)
    page.goto(link_in(Letter.objects.get()))
    press(page, "Carry on")
    page.get_by_role("main").get_by_role("button", name="Begin").click()
    asked = fill_in_everything(page)
    assert ("Your parent or guardian" in asked, "If you drive" in asked, len(asked)) == (True, False, 14)
    press(page, "Send the application")
    page.goto("/joining/mine/")

    axe(page)
    assert "Now with the Borough MVP Manager, since " in reads(page)
    assert "Ruth Mills: has been asked on Tuesday 24 April 2007." in reads(page)
    application = Application.objects.get()
    contacts = people.emergency_contacts(application.person)
    assert (application.status, [each.name for each in contacts]) == ("APPLIED", ["Tunde Adeyemi", "Joy Bell"])

    _mother_agrees(browser_of(None))
    page.goto("/joining/mine/")
    assert "Ruth Mills: has agreed." in reads(page)
    _books(page)
    assert application.meetings.get().starts_at == starts_at


def _asks_whether_it_is_for_her(page: Page) -> None:
    page.goto("/joining/")
    page.get_by_role("link", name="Is this for me? Four questions, no name").click()
    press(page, "See the answer")
    assert "Enter your date of birth" in errors(page)
    type_day(page, "When were you born?", 1, 4, 1991)
    choose(page, "Have you lived in the United Kingdom for the last 3 years?", "Yes, or nearly all of that time")
    choose(page, "Are the police or a court looking into anything about you now, or are you on bail?", "No")
    press(page, "See the answer")
    assert heading(page) == "Yes, this could be for you"


def _registers(page: Page) -> None:
    press(page, "Register your interest")
    page.get_by_label("Full name").fill("Grace Mills")
    page.get_by_label("Email address").fill("grace@example.org")
    page.get_by_label("Where would you like to volunteer?").select_option("Camden")
    type_day(page, "Date of birth", 1, 4, 1991)
    press(page, "Register")
    assert heading(page) == "We have sent you a letter"


def _mother_agrees(page: Page) -> None:
    page.goto(link_in(Letter.objects.get(template="joining/consent_asked")))
    assert heading(page) == "May Grace Mills volunteer with the police?"
    page.get_by_label("Which grown-up may we ring while they are with us?").fill("Ruth Mills")
    page.get_by_label("Their telephone number").fill("020 7946 0333")
    page.get_by_label("Your full name").fill("Ruth Mills")
    press(page, "I agree")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert Consent.objects.get().status == "GIVEN"


def _books(page: Page) -> None:
    press(page, "Choose a time for a friendly interview")
    page.get_by_role("radio").first.check()
    page.get_by_role("main").get_by_role("button").first.click()
    assert told(page)

"""Ruth Mills has a letter: her daughter Grace, who is 16, would like to volunteer. Her link is private."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import errors, heading, open_page, press
from timegiven.joining.models import Consent
from timegiven.kernel.references import digest

LINK = "/joining/agree-for/a-link-to-ruth/"


@pytest.fixture
def asked(transactional_db: None) -> Consent:
    grace = builders.a_person("Grace Mills", born_on=date(1991, 4, 1))
    return Consent.objects.create(
        application=builders.an_application(grace),
        name="Ruth Mills",
        relationship="Mother",
        email="ruth@example.org",
        status="ASKED",
        link_digest=digest("a-link-to-ruth"),
        link_expires_at=builders.NOW + timedelta(days=20),
    )


@pytest.mark.plain
def test_she_agrees_once(asked: Consent, browser_of: Visit, axe: Axe, screen: str) -> None:
    page = browser_of(None)
    page.goto(LINK)
    assert heading(page) == "May Grace Mills volunteer with the police?"
    axe(page)

    press(page, "I agree")
    assert errors(page) == ["Enter whom we may ring", "Enter their telephone number", "Enter your full name"]
    axe(page)
    page.get_by_label("Which grown-up may we ring while they are with us?").fill("Ruth Mills")
    page.get_by_label("Their telephone number").fill("020 7946 0333")
    page.get_by_label("Your full name").fill("Ruth Mills")
    press(page, "I agree")

    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    asked.refresh_from_db()
    assert (asked.status, asked.adult_phone) == ("GIVEN", "020 7946 0333")
    assert open_page(page, LINK) == 410
    axe(page)

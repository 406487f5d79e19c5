"""The vetting office records an outcome and an expiry, and nothing of how it came about."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import choose, error, errors, press, reads, refused, told
from tests.journeys.scenes import Camden
from timegiven.joining.models import Clearance
from timegiven.letters.models import Letter

POLICY = "Only the vetting office sees who waits for a security check."


@pytest.fixture
def camden(transactional_db: None) -> Camden:
    return Camden()


@pytest.mark.clause(74)
@pytest.mark.plain
def test_it_records_that_somebody_is_cleared(camden: Camden, browser_of: Visit, axe: Axe, screen: str) -> None:
    application = camden.application("VETTING")
    office = builders.the_vetting_office()
    page = browser_of(office)
    page.goto("/joining/vetting/")
    axe(page)
    page.get_by_role("link", name="Grace Adeyemi").click()
    expect(page.get_by_label("Until")).to_have_value("24/4/2010")
    axe(page)

    press(page, "Record the outcome")
    assert errors(page) == ["Choose an outcome", "Enter your reference"]
    axe(page)
    choose(page, "Outcome", "Cleared")
    page.get_by_label("Your reference").fill("V/2007/118")
    page.get_by_label("From").fill("1 March 2007")
    page.get_by_label("Until").fill("1 April 2007")
    press(page, "Record the outcome")
    assert error(page) == (
        "The outcome has not been recorded: Sunday 1 April 2007 has passed, so the clearance would be over. "
        "Check the last day."
    )
    axe(page)
    page.get_by_label("Until").fill("1 March 2010")
    press(page, "Record the outcome")

    assert told(page) == "The outcome for Grace Adeyemi has been recorded."
    expect(page.get_by_text("Nobody waits for a security check.")).to_be_visible()
    axe(page)
    application.refresh_from_db()
    assert application.status == "VETTED"
    kept = Clearance.objects.values(
        "person", "level", "outcome", "office_reference", "from_on", "until_on", "decided_by"
    )
    assert kept.get() == {
        "person": application.person.pk,
        "level": "NPPV2A",
        "outcome": "CLEARED",
        "office_reference": "V/2007/118",
        "from_on": date(2007, 3, 1),
        "until_on": date(2010, 3, 1),
        "decided_by": office.pk,
    }


def test_it_records_that_somebody_is_not_cleared_and_the_letter_gives_no_reason(
    camden: Camden, browser_of: Visit
) -> None:
    application = camden.application("VETTING")
    page = browser_of(builders.the_vetting_office())
    page.goto(f"/joining/vetting/{application.reference}/")

    choose(page, "Outcome", "Not cleared")
    page.get_by_label("Your reference").fill("V/2007/119")
    press(page, "Record the outcome")

    assert told(page) == "The outcome for Grace Adeyemi has been recorded."
    application.refresh_from_db()
    assert (application.status, Clearance.objects.get().until_on) == ("DECLINED", None)
    assert "NPPV" not in Letter.objects.get(template="joining/not_cleared").text


def test_it_sees_nothing_of_why_somebody_would_volunteer(camden: Camden, browser_of: Visit) -> None:
    application = camden.application("VETTING")
    application.about = "To give something back"
    application.save()
    page = browser_of(builders.the_vetting_office())

    page.goto(f"/joining/vetting/{application.reference}/")

    assert "To give something back" not in reads(page)


@pytest.mark.parametrize("who", ["a volunteer", "the borough's MVP Manager"])
def test_nobody_else_opens_the_list(camden: Camden, browser_of: Visit, axe: Axe, who: str) -> None:
    page = browser_of(builders.a_volunteer().person if who == "a volunteer" else camden.mvpm)

    assert refused(page, "/joining/vetting/") == POLICY

    axe(page)

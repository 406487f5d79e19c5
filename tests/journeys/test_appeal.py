"""Grace Adeyemi's security check was refused: she asks for another look, and another officer decides for her."""

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import choose, error, heading, open_page, press, reads, told
from tests.journeys.scenes import Camden, link_in
from timegiven.joining import services as joining
from timegiven.joining.models import Appeal, Clearance
from timegiven.letters.models import Letter


@pytest.mark.clause(74)
def test_she_appeals_and_somebody_else_decides(transactional_db: None, browser_of: Visit, axe: Axe) -> None:
    application, first, second = Camden().application("VETTING"), *(builders.the_vetting_office() for _ in range(2))
    joining.clear(
        application, is_cleared=False, level="NPPV2A", office_reference="V-1", from_on=builders.TODAY, until_on=None,
        by=first, at=builders.NOW,
    )  # fmt: skip
    letter = Letter.objects.get(template="joining/not_cleared")
    link = link_in(letter)

    page = browser_of(None)
    page.goto(link)
    assert heading(page) == "Ask us to look again"
    axe(page)
    press(page, "Please look again")
    assert "we write to you by Tuesday 22 May 2007" in reads(page)
    axe(page)

    office = browser_of(first)
    office.goto("/joining/vetting/appeals/")
    office.get_by_role("link", name="Grace Adeyemi").click()
    _decide_for_her(office)
    assert error(office) == (
        "The appeal has not been decided: you decided the first time. Ask a colleague in the vetting office to look at "
        "it."
    )
    assert Appeal.objects.get().status == "ASKED"

    office = browser_of(second)
    office.goto("/joining/vetting/appeals/")
    axe(office)
    office.get_by_role("link", name="Grace Adeyemi").click()
    axe(office)
    _decide_for_her(office)
    assert told(office) == "The answer to Grace Adeyemi is on its way."

    application.refresh_from_db()
    assert (application.status, Clearance.objects.filter(outcome="CLEARED").count()) == ("VETTED", 1)
    expect(office.get_by_role("link", name="Grace Adeyemi")).to_have_count(0)
    assert open_page(page, link) == 200
    assert "We have written to you about the answer." in reads(page)


def _decide_for_her(office: Page) -> None:
    choose(office, "What did you decide?", "For the applicant: cleared")
    office.get_by_label("Your reference").fill("V-2")
    press(office, "Record the answer")

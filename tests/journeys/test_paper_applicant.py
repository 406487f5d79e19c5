"""Edith Wainfleet is 82 and has no mailbox: Priya Shah keys in what she wrote, and posts what we write to her."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Axe, Visit
from tests.journeys.filling import fill_in_everything
from tests.journeys.hands import heading, press, reads, told, type_day
from tests.journeys.scenes import Camden
from timegiven.joining.models import Application
from timegiven.letters.models import Letter


@pytest.mark.clause(76)
@pytest.mark.plain
def test_her_application_is_keyed_in_and_her_letters_carry_her_address(
    transactional_db: None, browser_of: Visit, axe: Axe, screen: str
) -> None:
    page = browser_of(Camden().mvpm)
    page.goto("/joining/applications/")
    press(page, "Key in a paper application")
    axe(page)
    page.get_by_label("Full name").fill("Edith Wainfleet")
    type_day(page, "Date of birth", 3, 2, 1925)
    press(page, "Start the application")
    assert heading(page) == "Application of Edith Wainfleet"
    axe(page)
    page.get_by_role("main").get_by_role("button", name="Begin").click()
    asked = fill_in_everything(page)
    assert len(asked) == 13
    press(page, "Send the application")

    assert told(page) == "Thank you. Your application has been sent."
    application = Application.objects.get()
    assert (application.status, application.person.email, application.person.born_on) == (
        "APPLIED",
        None,
        date(1925, 2, 3),
    )

    page.goto("/")
    page.get_by_role("link", name="1 letter to print and post").click()
    page.get_by_role("link", name="Edith Wainfleet").click()
    axe(page)
    for words in ("Edith Wainfleet", "4 Agar Grove", "London NW1 9SL"):
        expect(page.get_by_text(words).first).to_be_visible()
    page.get_by_role("link", name="Back to the list").click()
    axe(page)
    page.get_by_role("checkbox", name="Edith Wainfleet").check()
    press(page, "Put those ticked together")
    axe(page)
    with page.expect_download() as letters:
        page.get_by_role("link", name="Print it").click()
    assert letters.value.suggested_filename.startswith("letters-")
    press(page, "It is posted")
    press(page, "Not posted after all")
    press(page, "It is posted")
    axe(page)
    assert Letter.objects.get(recipient=application.person.reference).status == "PRINTED"

    page.goto(f"/joining/applications/{application.reference}/")
    page.get_by_role("link", name="Hilary Brandt", exact=True).click()  # a referee without a mailbox is rung
    assert "020 7946 0777" in reads(page)
    axe(page)

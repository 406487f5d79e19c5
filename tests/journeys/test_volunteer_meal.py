"""Grace Adeyemi bought a sandwich on the way to a session of four hours, and claims what it and the bus cost."""

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import error, errors, open_page, press, reads, told
from timegiven.expenses.models import Claim, Receipt
from timegiven.expenses.tests.papers import HEIC, a_pdf, a_photo

LUNCH = a_photo(colour="white")


def _file(content: bytes, kind: str = "image/jpeg") -> dict:
    return {"name": "receipt.jpg", "mimeType": kind, "buffer": content}


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


def _add(page: Page, pounds: str, receipt: dict) -> None:
    page.get_by_label("How much did you pay?").fill(pounds)
    page.get_by_label("A photo or PDF of the receipt").set_input_files(receipt)
    press(page, "Add it to your claim")


@pytest.mark.clause(97, 100, 101)
def test_she_claims_a_meal_and_her_fare(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    report = camden.reported()
    builders.a_cost_agreement(camden.placement, kind="FARES", most_pence=350)
    page = browser_of(camden.grace)
    page.goto(f"/sessions/thanks/{report.reference}/")
    page.get_by_role("main").get_by_role("button", name="Claim").or_(
        page.get_by_role("main").get_by_role("link", name="Claim")
    ).first.click()
    axe(page)
    page.get_by_role("link", name="A meal").click()
    assert "What it cost, up to £3, with the receipt." in reads(page)

    press(page, "Add it to your claim")
    assert errors(page) == ["Enter what you paid", "Add a photo or PDF of the receipt"]
    axe(page)
    _add(page, "4.20", _file(HEIC))
    assert error(page).startswith("This picture is in a format of Apple’s (HEIC).")
    assert Claim.objects.count() == 0
    _add(page, "£4.20", _file(LUNCH))

    assert "To be paid back in all £3" in reads(page)
    axe(page)
    page.get_by_role("link", name="Add another cost of this session").click()
    page.get_by_role("link", name="Fares").click()
    _add(page, "3.80", _file(a_pdf(), "application/pdf"))
    assert "To be paid back in all £6.50" in reads(page)  # £3 and, as agreed, £3.50
    press(page, "Send your claim")

    assert told(page) == "Thank you. The claim is with the MVP Manager."
    axe(page)
    claim = Claim.objects.get()
    assert (claim.report, claim.volunteer, claim.pence, claim.status) == (report, camden.volunteer, 650, "SUBMITTED")
    assert sorted(Receipt.objects.values_list("kind", flat=True)) == ["application/pdf", "image/jpeg"]

    page.goto(f"/expenses/new/{report.reference}/fares/")  # the same receipt again
    _add(page, "2.50", _file(LUNCH))
    assert error(page).startswith(
        "This cost has not been added: this receipt was used for your claim of Tuesday 17 April 2007 (meal)."
    )
    page.goto("/expenses/mine/")
    expect(page.get_by_role("row").filter(has_text="17 Apr 2007")).to_have_count(1)
    axe(page)


@pytest.mark.clause(97)
def test_a_shorter_session_makes_no_claim(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    report = camden.reported(hours=3)
    page = browser_of(camden.grace)

    page.goto(f"/expenses/new/{report.reference}/")

    assert "Nothing can be claimed for this session." in reads(page)
    page.get_by_text("What cannot be claimed this time, and why").click()
    assert "From 4 hours in one session; this one was 3 hours" in reads(page)
    axe(page)


def test_a_claim_comes_too_late(camden: Giving, browser_of: Visit, clock: Clock) -> None:
    report = camden.reported()
    clock.go_on(days=365)
    page = browser_of(camden.grace)
    page.goto(f"/expenses/new/{report.reference}/meal/")

    _add(page, "2.85", _file(a_photo()))

    assert error(page).startswith("These costs cannot be claimed any more: it was on Tuesday 17 April 2007,")
    assert Claim.objects.count() == 0


def test_nobody_claims_for_her_session(camden: Giving, browser_of: Visit) -> None:
    report = camden.reported()
    for person in (camden.manager, camden.mvpm, builders.a_volunteer().person):
        page = browser_of(person)
        assert open_page(page, f"/expenses/new/{report.reference}/") == 404

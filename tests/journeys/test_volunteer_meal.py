"""Grace Adeyemi bought a sandwich at a session of four hours, and claims what it cost."""

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import error, errors, open_page, press, reads, told
from timegiven.expenses.models import Claim, Receipt
from timegiven.expenses.tests.papers import a_pdf, a_photo

PHOTO = {"name": "receipt.jpg", "mimeType": "image/jpeg", "buffer": a_photo()}
PROGRAM = {"name": "receipt.jpg", "mimeType": "image/jpeg", "buffer": b"MZ this is a program"}


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


def _claim(page: Page, pounds: str, receipt: dict = PHOTO) -> None:
    page.get_by_label("How much did you pay?").fill(pounds)
    page.get_by_label("A photo or PDF of the receipt").set_input_files(receipt)
    press(page, "Send your claim")


@pytest.mark.clause(97, 100, 101)
def test_she_claims_a_meal(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    report = camden.reported()
    page = browser_of(camden.grace)
    page.goto(f"/sessions/thanks/{report.reference}/")
    axe(page)
    page.get_by_role("main").get_by_role("link", name="Claim for a meal").or_(
        page.get_by_role("main").get_by_role("button", name="Claim for a meal")
    ).click()
    assert "What you paid can be paid back, up to £3." in reads(page)
    axe(page)

    press(page, "Send your claim")
    assert errors(page) == ["Enter what you paid", "Add a photo or PDF of the receipt"]
    axe(page)
    _claim(page, "4.20", PROGRAM)
    assert len(errors(page)) == 1
    axe(page)
    assert Claim.objects.count() == 0
    _claim(page, "£4.20")

    assert told(page) == "Thank you. Your claim for £3 is with your MVP Manager."
    assert "To be paid back £3" in reads(page)
    axe(page)
    claim = Claim.objects.get()
    assert (claim.report, claim.volunteer, claim.receipt_pence, claim.pence, claim.status) == (
        report,
        camden.volunteer,
        420,
        300,
        "SUBMITTED",
    )
    assert Receipt.objects.values_list("claim", "kind").get() == (claim.pk, "image/jpeg")

    page.goto(f"/expenses/new/{report.reference}/")  # the same meal again
    _claim(page, "2.50")
    assert error(page) == (
        "This meal has not been claimed again: there is a claim for this session already, and one meal can be claimed "
        "for each session. You can see how far it is under “My claims”."
    )
    axe(page)
    page.goto("/expenses/mine/")
    expect(page.get_by_role("row").filter(has_text="17 Apr 2007")).to_have_count(1)
    axe(page)


@pytest.mark.clause(97)
def test_what_she_paid_is_what_she_gets(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    report = camden.reported()
    page = browser_of(camden.grace)
    page.goto(f"/expenses/new/{report.reference}/")

    _claim(page, "2.85", {"name": "receipt.pdf", "mimeType": "application/pdf", "buffer": a_pdf()})

    assert told(page) == "Thank you. Your claim for £2.85 is with your MVP Manager."
    assert (Claim.objects.get().pence, Receipt.objects.get().kind) == (285, "application/pdf")


@pytest.mark.clause(97)
def test_a_shorter_session_makes_no_claim(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    report = camden.reported(hours=3)
    page = browser_of(camden.grace)
    page.goto(f"/sessions/thanks/{report.reference}/")
    expect(page.get_by_text("Claim for a meal")).to_have_count(0)

    page.goto(f"/expenses/new/{report.reference}/")

    assert "A meal can be paid back from 4 hours in one session; this one was 3 hours." in reads(page)
    expect(page.get_by_role("button", name="Send your claim")).to_have_count(0)
    axe(page)


def test_a_claim_comes_too_late(camden: Giving, browser_of: Visit, axe: Axe, clock: Clock) -> None:
    report = camden.reported()
    clock.go_on(days=365)
    page = browser_of(camden.grace)
    page.goto(f"/expenses/new/{report.reference}/")

    _claim(page, "2.85")

    assert error(page).startswith("This meal cannot be claimed any more: the session was on Tuesday 17 April 2007,")
    axe(page)
    assert Claim.objects.count() == 0


def test_nobody_claims_for_her_session(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    report = camden.reported()
    for person in (camden.manager, camden.mvpm, builders.a_volunteer().person):
        page = browser_of(person)
        assert open_page(page, f"/expenses/new/{report.reference}/") == 404

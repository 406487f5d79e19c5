"""Priya Shah decides on the claims of Camden's volunteers. The unit has no part in it."""

import pytest

from tests import builders
from tests.builders import NOW
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import error, errors, fill, open_page, press, reads, refused, told
from timegiven.expenses import selectors
from timegiven.expenses import services as expenses
from timegiven.expenses.models import Claim
from timegiven.expenses.tests.papers import a_photo
from timegiven.letters.models import Letter
from timegiven.people.models import Person


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


@pytest.fixture
def claim(camden: Giving) -> Claim:
    """£4.20 on the receipt, £3 to pay."""
    return claimed(camden)


def claimed(camden: Giving) -> Claim:
    paid = {"kind": "MEAL", "spent_pence": 420, "receipt": a_photo()}
    claim = expenses.add_cost(selectors.of_session(camden.reported()), by=camden.grace, at=NOW, **paid).claim
    expenses.send(claim, by=camden.grace, at=NOW)
    return claim


@pytest.mark.clause(97, 98, 100)
def test_she_approves_it(camden: Giving, claim: Claim, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.mvpm)
    page.goto("/expenses/")
    axe(page)
    page.get_by_role("link", name="Grace Adeyemi").click()
    assert "On the receipt £4.20 To be paid back £3" in reads(page)
    axe(page)
    with page.expect_download() as opened:
        page.get_by_role("link", name="Open the receipt").click()
    assert opened.value.suggested_filename.endswith(".jpg")

    press(page, "Approve")
    axe(page)
    press(page, "Approve this claim")

    assert told(page) == "The claim of Grace Adeyemi is approved."
    axe(page)
    claim.refresh_from_db()
    assert (claim.status, claim.decided_by, claim.pence) == ("APPROVED", camden.mvpm, 300)
    assert Letter.objects.values_list("template", "to_name").get() == ("expenses/approved", "Grace Adeyemi")


@pytest.mark.clause(98)
def test_she_asks_and_grace_answers(camden: Giving, claim: Claim, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.mvpm)
    page.goto(f"/expenses/{claim.reference}/")
    press(page, "Send back with a question")
    press(page, "Send back with a question")
    assert error(page) == "Write your question"
    axe(page)
    fill(page, What_would_you_like_to_know="Was the tea yours?")
    press(page, "Send back with a question")
    assert told(page) == "The claim of Grace Adeyemi is sent back with your question."

    hers = browser_of(camden.grace)
    hers.goto("/")
    hers.get_by_role("main").get_by_role("link", name="claim").first.click()
    assert "Was the tea yours?" in reads(hers)
    axe(hers)
    press(hers, "Answer the question")
    axe(hers)
    hers.get_by_label("Your answer").fill("Yes, the sandwich and the tea.")
    press(hers, "Send your answer")
    assert told(hers) == "Thank you. Your answer is with the MVP Manager."
    claim.refresh_from_db()
    assert claim.status == "SUBMITTED"


def test_a_refusal_has_a_reason(camden: Giving, claim: Claim, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.mvpm)
    page.goto(f"/expenses/{claim.reference}/")
    page.get_by_role("link", name="Do not approve").click()
    press(page, "Do not approve this claim")
    assert error(page) == "Write the reason"
    axe(page)
    page.get_by_label("Why can this not be paid back?").fill("The receipt is of another day.")
    press(page, "Do not approve this claim")

    assert told(page) == "The claim of Grace Adeyemi is not approved."
    claim.refresh_from_db()
    assert (claim.status, claim.answer) == ("REFUSED", "The receipt is of another day.")

    page.goto(f"/expenses/{claim.reference}/approve/")  # after that, on an old page
    assert "This claim is “not approved” now, so this cannot be done with it." in reads(page)
    assert page.get_by_role("main").get_by_role("button").count() == 0
    axe(page)


@pytest.mark.clause(98, 100)
def test_what_she_types_in_for_grace_she_approves_with_what_grace_signed(
    camden: Giving, browser_of: Visit, axe: Axe
) -> None:
    Person.objects.filter(pk=camden.grace.pk).update(email=None)
    report = camden.reported()
    report.placement.volunteer.person.refresh_from_db()
    paid = {"kind": "MEAL", "spent_pence": 285, "receipt": a_photo()}
    claim = expenses.add_cost(selectors.of_session(report), by=camden.mvpm, at=NOW, **paid).claim
    page = browser_of(camden.mvpm)
    page.goto(f"/expenses/{claim.reference}/")
    press(page, "Send the claim")
    assert told(page) == "The claim is sent. Add the signed paper, or leave the decision to somebody else."
    assert "where there is none the Central Team" in reads(page)
    axe(page)
    page.goto("/expenses/")
    assert "You typed it in: add the signed paper, or somebody else decides" in reads(page)
    axe(page)
    page.get_by_role("link", name="Grace Adeyemi").click()
    press(page, "Add the signed paper")
    press(page, "Add the paper")
    assert "Add a photo or PDF of the paper" in errors(page)
    axe(page)
    paper = {"name": "paper.jpg", "mimeType": "image/jpeg", "buffer": a_photo()}
    page.get_by_label("A photo or PDF of the paper that they signed").set_input_files(paper)
    page.get_by_label("It says the same costs").check()
    press(page, "Add the paper")
    assert told(page) == "The signed paper is with the claim."
    axe(page)
    press(page, "Approve")
    press(page, "Approve this claim")

    assert told(page) == "The claim of Grace Adeyemi is approved."
    claim.refresh_from_db()
    assert (claim.status, claim.typed_in_by, claim.is_signed) == ("APPROVED", camden.mvpm, True)


@pytest.mark.clause(99)
def test_the_unit_manager_never_signs_off_expenses(camden: Giving, claim: Claim, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.manager)

    policy = refused(page, "/expenses/")

    assert policy == (
        "The claims of a borough are for its MVP Manager, Finance and the Central Team; a unit manager never signs off "
        "expenses."
    )
    axe(page)
    assert open_page(page, f"/expenses/{claim.reference}/") == 404
    assert open_page(page, f"/expenses/{claim.reference}/approve/") == 404
    claim.refresh_from_db()
    assert claim.status == "SUBMITTED"


def test_the_volunteer_does_not_approve_her_own(camden: Giving, claim: Claim, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(camden.grace)

    policy = refused(page, f"/expenses/{claim.reference}/approve/")

    assert policy == (
        "The borough's MVP Manager decides on a claim: never the unit manager, never on one's own claim or, without "
        "the signed paper, on one they typed in. Where there is no other, the Central Team does."
    )
    axe(page)


def test_another_boroughs_manager_does_not_find_it(camden: Giving, claim: Claim, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(builders.an_mvpm(builders.a_borough("Brent")))

    assert open_page(page, f"/expenses/{claim.reference}/") == 404
    page.goto("/expenses/")
    assert "0 claims" in reads(page)
    axe(page)

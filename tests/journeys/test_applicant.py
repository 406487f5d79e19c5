"""Grace Adeyemi finds a role in the library, registers, applies, names two referees, and agrees to what is expected."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.filling import fill_in_everything
from tests.journeys.hands import choose, error, errors, heading, open_page, press, reads, told, type_day
from tests.journeys.scenes import Camden, link_in
from timegiven.joining.models import Agreement, Application, EqualityAnswer
from timegiven.letters.models import Letter
from timegiven.people.models import EmergencyContact


@pytest.fixture
def camden(transactional_db: None) -> Camden:
    return Camden()


def _register(page: Page, *, born: tuple[int, int, int]) -> None:
    page.get_by_label("Full name").fill("Grace Adeyemi")
    page.get_by_label("Email address").fill("grace@example.org")
    type_day(page, "Date of birth", *born)
    press(page, "Register")


@pytest.mark.clause(75, 76)
def test_she_registers_and_applies(camden: Camden, browser_of: Visit, axe: Axe, screen: str) -> None:
    role = camden.approved().profile
    page = browser_of(None)
    page.goto("/roles/")
    page.get_by_role("link", name="Archive files helper").click()
    axe(page)
    press(page, "Register your interest")
    expect(page.get_by_text("You are interested in Archive files helper, Records office, Camden.")).to_be_visible()

    press(page, "Register")
    assert errors(page) == ["Enter full name", "Enter email address", "Enter date of birth"]
    axe(page)
    _register(page, born=(1, 5, 1991))
    assert error(page) == (
        "We cannot take this further yet: volunteers are 16 or older. You are welcome from your 16th birthday on. "
        "Until then the Volunteer Police Cadets may be for you."
    )
    axe(page)
    _register(page, born=(1, 6, 1972))  # she is 34
    assert heading(page) == "We have sent you a letter"
    axe(page)

    link = link_in(Letter.objects.get())
    page.goto(link)
    axe(page)
    press(page, "Carry on")
    axe(page)
    application = Application.objects.get()
    assert (application.status, application.profile, application.borough) == ("REGISTERED", role, camden.unit.borough)

    press(page, "Check the answers and send")  # too early: what is missing is listed, and nothing can be sent
    expect(page.get_by_role("heading", name="Still to fill in")).to_be_visible()
    expect(page.get_by_role("button", name="Send the application")).to_have_count(0)
    axe(page)
    page.get_by_role("main").get_by_role("link", name="Your name", exact=True).click()

    _fill_in(page, axe)
    assert heading(page) == "Check your answers"
    axe(page)
    press(page, "Send the application")

    assert told(page) == "Thank you. Your application has been sent."
    assert heading(page) == "A few questions about everybody"
    axe(page)
    page.get_by_label("Your religion").select_option("Sikh")
    press(page, "Send these answers")
    assert EqualityAnswer.objects.get().religion == "SIKH"
    assert "Now with the Borough MVP Manager, since " in reads(page)
    axe(page)
    application.refresh_from_db()
    assert (application.status, application.availability, application.skills) == ("APPLIED", ["TUE", "AM"], [])
    assert [(each.name, each.status) for each in application.references.order_by("pk")] == [
        ("Martin Osei", "ASKED"),
        ("Hilary Brandt", "ASKED"),
    ]
    assert EmergencyContact.objects.get(person=application.person).name == "Tunde Adeyemi"
    to_referees = Letter.objects.filter(template="joining/reference_asked").values_list("to_name", flat=True)
    assert sorted(to_referees) == ["Hilary Brandt", "Martin Osei"]


def _fill_in(page: Page, axe: Axe) -> None:
    """Every question, one after the other."""
    for title in ("Your name", "Your date of birth", "Your telephone number"):
        assert heading(page) == title
        axe(page)
        press(page, "Save and carry on")
    press(page, "Save and carry on")
    assert error(page) == "Enter address and postcode"
    axe(page)
    page.get_by_label("Address and postcode").fill("4 Agar Grove, London")
    press(page, "Save and carry on")
    assert heading(page) == "Why you would like to volunteer"
    axe(page)
    press(page, "Save and carry on")
    _find_a_skill(page, axe)
    assert heading(page) == "Languages you speak"
    axe(page)
    press(page, "Save and carry on")
    press(page, "Save and carry on")
    assert errors(page) == ["Choose at least one day", "Choose at least one time of day"]
    axe(page)
    choose(page, "On which days could you give some time?", "Tuesday")
    choose(page, "At what time of day?", "Mornings")
    press(page, "Save and carry on")
    assert heading(page) == "How you would come to us"
    axe(page)
    choose(page, "How would you usually come?", "By bus")
    press(page, "Save and carry on")
    assert heading(page) == "What would help you here"
    axe(page)
    press(page, "Save and carry on")
    page.get_by_label("Their full name").fill("Tunde Adeyemi")
    page.get_by_label("Who are they to you?").fill("Brother")
    page.get_by_label("Their telephone number").fill("020 7946 0123")
    axe(page)
    press(page, "Save and carry on")
    _name(page, "Martin Osei", "martin@example.org")
    axe(page)
    press(page, "Save and carry on")
    _name(page, "Martin Osei", "martin@example.org")
    press(page, "Save and carry on")
    assert error(page) == (
        "We have not saved this: Martin Osei and Martin Osei look like the same person. Name someone who knows you "
        "from a job, studies or a club, with an email address or telephone of their own."
    )
    axe(page)
    _name(page, "Hilary Brandt", "hilary@example.org")
    press(page, "Save and carry on")


def _find_a_skill(page: Page, axe: Axe) -> None:
    """A word finds a few of the many, and going back corrects what was saved."""
    assert heading(page) == "What you are good at"
    axe(page)
    page.get_by_label("Find a skill").fill("photo")
    page.get_by_label("Find a skill").press("Enter")
    expect(page.get_by_role("checkbox")).to_have_count(1)
    page.get_by_label("Photography").check()
    axe(page)
    press(page, "Save and carry on")
    assert heading(page) == "Languages you speak"
    page.go_back()
    page.get_by_label("Photography").uncheck()
    press(page, "Save and carry on")


def _name(page: Page, name: str, email: str) -> None:
    page.get_by_label("Their full name").fill(name)
    page.get_by_label("How do they know you?").select_option("Colleague")
    page.get_by_label("Their email address").fill(email)
    page.get_by_label("This person is not a relative of mine, or my partner").check()


@pytest.mark.clause(76)
@pytest.mark.plain
def test_she_applies_on_a_telephone_that_runs_no_script(camden: Camden, browser_of: Visit) -> None:
    page = browser_of(None)
    page.goto("/joining/register/")
    page.get_by_label("Where would you like to volunteer?").select_option("Camden")
    _register(page, born=(1, 6, 1972))
    page.goto(link_in(Letter.objects.get()))
    press(page, "Carry on")
    page.get_by_role("main").get_by_role("button", name="Begin").click()
    asked = fill_in_everything(page)
    press(page, "Send the application")

    assert ("Your parent or guardian" in asked, Application.objects.get().status) == (False, "APPLIED")


@pytest.mark.clause(134)
def test_she_accepts_the_statement_of_expectation(camden: Camden, browser_of: Visit, axe: Axe, screen: str) -> None:
    edition = builders.the_statement()
    grace = builders.a_volunteer("Grace Adeyemi").person
    page = browser_of(grace)
    page.goto("/joining/agree/")
    axe(page)

    press(page, "I have read this and accept it")
    assert error(page) == "Enter your full name"
    axe(page)
    page.get_by_label("Your full name").fill("G. A.")
    press(page, "I have read this and accept it")
    assert error(page) == (
        "We have not recorded this: the name is not the one that we know you by. Type Grace Adeyemi."
    )
    page.get_by_label("Your full name").fill("Grace Adeyemi")
    press(page, "I have read this and accept it")

    assert told(page) == "Thank you. We have sent you a copy."
    expect(page.get_by_role("button", name="I have read this and accept it")).to_have_count(0)
    axe(page)
    assert Agreement.objects.values("person", "edition", "typed_name", "recorded_by", "accepted_at").get() == {
        "person": grace.pk,
        "edition": edition.pk,
        "typed_name": "Grace Adeyemi",
        "recorded_by": grace.pk,
        "accepted_at": builders.NOW,
    }


def test_she_withdraws_and_nobody_asks_why(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    application = camden.application("APPLIED")
    page = browser_of(application.person)
    page.goto("/joining/mine/")

    page.get_by_role("link", name="Withdraw").click()
    axe(page)
    press(page, "Withdraw")

    assert told(page) == "The application has been withdrawn. Thank you for thinking of us."
    axe(page)
    application.refresh_from_db()
    assert (application.status, application.person.born_on) == ("WITHDRAWN", date(1950, 6, 1))


def test_another_applicants_application_does_not_exist_for_her(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    application = camden.application("APPLIED")
    page = browser_of(builders.an_application().person)

    assert open_page(page, f"/joining/applications/{application.reference}/") == 404

    axe(page)


def test_an_old_link_is_explained(camden: Camden, browser_of: Visit, axe: Axe) -> None:
    page = browser_of(None)

    assert open_page(page, "/joining/resume/of-a-letter-long-ago/") == 410

    assert heading(page) == "This link has ended"
    axe(page)


def test_the_newest_link_opens_in_a_browser_that_was_shown_an_old_one(camden: Camden, browser_of: Visit) -> None:
    page = browser_of(None)
    page.goto("/joining/resume/of-a-letter-long-ago/")
    page.goto("/joining/register/")
    page.get_by_label("Where would you like to volunteer?").select_option(camden.unit.borough.name)
    _register(page, born=(1, 6, 1972))

    page.goto(link_in(Letter.objects.get()))

    assert heading(page) == "Carry on with your application"

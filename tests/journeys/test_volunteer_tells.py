"""Grace Adeyemi is troubled: she says so on her telephone, and follows what is done about it."""

from datetime import timedelta

import pytest

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import choose, error, fill, heading, open_page, press, reads, told
from timegiven.concerns.models import Concern, DayOff
from timegiven.letters.models import Letter

WORDS = "Somebody at the desk laughs at my questions"


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


@pytest.mark.plain
@pytest.mark.clause(118, 119, 126)
def test_she_tells_is_heard_and_says_that_it_is_settled(
    camden: Giving, browser_of: Visit, axe: Axe, screen: str
) -> None:
    page, theirs = browser_of(camden.grace), browser_of(camden.mvpm)
    page.goto("/roles/")
    page.get_by_role("contentinfo").get_by_role("link", name="Tell us about a worry").click()  # one press
    assert "Priya Shah, Borough MVP Manager of Camden, reads it within 3 days." in reads(page)
    axe(page)
    press(page, "Send")
    assert error(page).startswith("We have not sent this: there is nothing in it yet.")
    fill(page, What_would_you_like_to_tell_us=WORDS)
    choose(page, "What would you like us to do?", "Please ring me")
    press(page, "Send")
    assert told(page) == "Thank you for telling us."
    assert heading(page) == "What you told us"
    axe(page)

    theirs.goto("/")
    theirs.get_by_role("link", name="1 volunteer told you something").click()
    axe(theirs)
    theirs.get_by_role("main").get_by_role("link", name="Grace Adeyemi").click()
    assert WORDS in reads(theirs)
    axe(theirs)
    press(theirs, "I have read it and look after it")
    press(theirs, "Say what is being done")
    axe(theirs)
    fill(theirs, What_is_being_done="I come by on Tuesday")
    press(theirs, "Send the answer")

    page.goto("/concerns/mine/")
    axe(page)
    page.get_by_role("link", name=WORDS).click()
    assert "Being looked after" in reads(page)
    assert "I come by on Tuesday" in reads(page)

    press(theirs, "It is settled")
    fill(theirs, How_did_it_end="We all talked about it")
    press(theirs, "Say that it is settled")
    page.reload()
    page.get_by_role("link", name="It is not settled for me").click()
    axe(page)
    fill(page, What_would_you_like_to_add="They laughed again")
    press(page, "Send")
    assert Concern.objects.get().status == "TOLD"
    assert not Letter.objects.filter(text__contains="laugh").exists()


@pytest.mark.clause(119)
def test_what_is_about_her_manager_goes_to_the_central_team(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    team, page = builders.the_central_team(), browser_of(camden.grace)
    page.goto("/concerns/tell/")
    fill(page, What_would_you_like_to_tell_us=WORDS)
    page.get_by_label("It is about my MVP Manager.").check()
    press(page, "Send")
    assert "The MVP Manager does not see it" in reads(page)

    address = f"/concerns/{Concern.objects.get().reference}/"
    assert open_page(browser_of(camden.mvpm), address) == 404
    theirs = browser_of(team)
    theirs.goto("/")
    theirs.get_by_role("link", name="1 volunteer told you something").click()
    theirs.get_by_role("main").get_by_role("link", name="Grace Adeyemi").click()
    assert WORDS in reads(theirs)
    axe(theirs)


@pytest.mark.clause(113)
def test_her_unit_asks_her_kindly_not_to_come(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    offer = camden.coming(camden.duty(builders.NOW + timedelta(hours=3)))
    page = browser_of(camden.manager)
    page.goto(f"/placements/people/{camden.volunteer.reference}/")
    page.get_by_role("link", name="Better not to come on a day?").click()
    axe(page)
    press(page, "Ask them kindly")
    assert error(page) == "Choose why"
    choose(page, "Why would it be better?", "Medication")
    press(page, "Ask them kindly")
    assert told(page) == "Grace is told, kindly, and without the reason."
    offer.refresh_from_db()
    assert offer.status == "RELEASED"

    theirs = browser_of(camden.mvpm)
    theirs.goto("/")
    theirs.get_by_role("link", name="1 volunteer to talk with").click()
    theirs.get_by_role("main").get_by_role("link", name="Grace Adeyemi").click()
    assert "Medication" in reads(theirs)
    axe(theirs)
    press(theirs, "We have talked")
    assert DayOff.objects.get().status == "TALKED"

"""Priya Shah invites her volunteers to a meeting; Grace Adeyemi hopes to come, and reads what was shared."""

from datetime import timedelta

import pytest

from tests import builders
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import Giving, ledger
from tests.journeys.hands import choose, errors, fill, heading, press, reads, told
from timegiven.engagement import services


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


@pytest.mark.clause(35, 125)
def test_they_meet(camden: Giving, browser_of: Visit, axe: Axe, clock: Clock, screen: str) -> None:
    page, hers = browser_of(camden.mvpm), browser_of(camden.grace)
    page.goto("/meetings/")
    axe(page)
    press(page, "Invite your volunteers to a meeting")
    axe(page)
    fill(page, Day="4/5/2007", It_starts_at="6pm", It_ends_at="8pm", Where="The canteen")
    press(page, "Invite them")
    assert errors(page) == ["Choose what it is for"]
    choose(page, "What is it for?", "Support: to talk, ask, and meet fellow volunteers")
    press(page, "Invite them")
    assert told(page) == "Your volunteers are being invited, each by a letter."
    services.invite_to_meetings(builders.NOW)

    hers.goto("/")
    hers.get_by_role("link", name="Would you like to come to the volunteer meeting?").click()
    axe(hers)
    choose(hers, "Would you like to come?", "I hope to come")
    press(hers, "Send the answer")

    clock.go_to(builders.NOW + timedelta(days=11))
    page, hers = browser_of(camden.mvpm), browser_of(camden.grace)
    page.goto("/")
    page.get_by_role("link", name="Who came to the volunteer meeting?").click()
    assert heading(page) == "Who came to the meeting?"
    axe(page)
    choose(page, "Who came?", "Grace Adeyemi")
    fill(page, What_was_shared="The canteen opens at six.")
    press(page, "Write it down")
    assert ledger(camden.grace) == [("MEETING", 120)]

    hers.goto("/meetings/")
    hers.get_by_role("main").get_by_role("link", name="Friday 4 May 2007, 6pm to 8pm").click()
    assert "The canteen opens at six." in reads(hers)
    axe(hers)

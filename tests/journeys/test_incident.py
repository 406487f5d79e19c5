"""A major incident from the opening of its board to the standing down: the MVPM at her desk, a volunteer on a phone."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page

from tests import builders
from tests.journeys.conftest import Axe, Clock, SignIn
from tests.journeys.giving import Giving
from tests.journeys.hands import choose, heading, press, reads, told
from timegiven.letters.models import Letter
from timegiven.programme.models import Unit
from timegiven.rota.models import Offer

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


@pytest.mark.clause(142)
def test_from_call_out_to_stand_down(
    camden: Giving, new_context, live_server, sign_in: SignIn, axe: Axe, clock: Clock
) -> None:
    ben = builders.a_ready_volunteer(unit=camden.unit, version=camden.version, name="Ben Cole").volunteer.person
    Unit.objects.filter(pk=camden.unit.pk).update(latitude=51.5497, longitude=-0.1408)
    for person, address in ((ben, "1 Elder Road, London NW5"), (camden.grace, "2 Hazel Street, London NW1")):
        person.address = address
        person.save()
    page = _browser(new_context, live_server, DESKTOP)
    sign_in(page, camden.mvpm)
    page.goto("/rota/")
    page.get_by_role("link", name="Major incidents").click()
    axe(page)
    press(page, "Open a board")
    page.get_by_label("What has happened?").fill("Flood in Camden Town")
    axe(page)
    press(page, "Open the board")
    assert told(page) == "The board is open. Nobody has been asked yet."
    assert "2 ready today, within reach 16 hours of staff time they could free today" in reads(page)
    axe(page)

    page.get_by_role("link", name="Call out for Archive files helper").click()
    choose(page, "Who would you like to ask?", "Grace Adeyemi", "Ben Cole")
    axe(page)
    press(page, "Call them out")
    assert told(page) == "2 offers made. Their answers appear here as they come."
    axe(page)

    his = _browser(new_context, live_server, PHONE)
    his.goto(_link("Ben Cole"))
    assert "Flood in Camden Town" in reads(his)
    axe(his)
    press(his, "Yes, I can come on Tuesday 24 April 2007, 2pm to 6pm")
    assert told(his) == "Thank you. Your name is down."
    hers = _browser(new_context, live_server, PHONE)
    hers.goto(_link("Grace Adeyemi"))
    press(hers, "Yes, I can come on Tuesday 24 April 2007, 2pm to 6pm")
    assert told(hers).startswith("Thank you. Every place has just been taken: you are next in line")
    axe(hers)

    page.reload()
    assert ("1 of 1" in reads(page), "Next, if a place opens" in reads(page)) == (True, True)
    axe(page)
    clock.go_on(hours=3)  # 3pm: he has been there for an hour
    press(page, "Stand everybody down")
    page.get_by_label("Would you like to add a word of thanks?").fill("The water is gone.")
    axe(page)
    press(page, "Stand everybody down")
    assert told(page) == "Everybody is stood down. 2 people are being told, with thanks."
    assert heading(page) == "Flood in Camden Town"
    axe(page)

    letters = Letter.objects.filter(template="rota/stood_down").order_by("to_name")
    assert [each.to_name for each in letters] == ["Ben Cole", "Grace Adeyemi"]
    assert all("The water is gone." in each.text for each in letters)
    assert dict(Offer.objects.values_list("person__name", "status")) == {
        ben.name: "ACCEPTED",
        "Grace Adeyemi": "RELEASED",
    }


def _browser(new_context, live_server, screen: dict[str, int]) -> Page:
    context: BrowserContext = new_context(base_url=live_server.url, viewport=screen)
    context.set_default_timeout(8_000)
    return context.new_page()


def _link(name: str) -> str:
    found = re.search(r"/rota/letter/[\w-]+/", Letter.objects.get(template="rota/called_out", to_name=name).text)
    assert found
    return found[0]

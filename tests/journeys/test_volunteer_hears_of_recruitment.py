"""Grace Adeyemi would like to hear when the force recruits; the Central Team writes, and she takes it back."""

import pytest

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import choose, fill, press, reads, told
from timegiven.engagement import services
from timegiven.letters.models import Letter


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


@pytest.mark.clause(140)
def test_she_asks_hears_and_takes_it_back(camden: Giving, browser_of: Visit, axe: Axe, screen: str) -> None:
    hers, page = browser_of(camden.grace), browser_of(builders.the_central_team())
    hers.goto("/me/")
    hers.get_by_role("link", name="Whether you would like to hear when the force recruits").click()
    axe(hers)
    choose(hers, "Would you like to hear of it?", "Yes, while I volunteer")
    press(hers, "Save")
    assert told(hers) == "Noted. You can change it at any time."
    axe(hers)

    page.goto("/recruitment/")
    axe(page)
    page.get_by_role("button", name="Tell them that the force recruits").click()
    fill(page, What_is_it_about="The force recruits officers", What_would_you_like_to_say="Until June.")
    page.get_by_label("Send it to everybody who asked").check()
    axe(page)
    press(page, "Send it")
    assert "On its way" in reads(page)
    services.tell_of_recruitment(builders.NOW)
    assert list(Letter.objects.values_list("to_name", "subject")) == [("Grace Adeyemi", "The force recruits officers")]

    press(hers, "No more, please")
    page.goto("/recruitment/")
    assert "Nobody has asked to hear when the force recruits." in reads(page)

"""Three at night in the control room: a volunteer is hurt, and somebody has to ring her family, now."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests import builders
from tests.journeys.conftest import Axe, Clock, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import error, heading, press, reads, told
from timegiven.audit.models import Event
from timegiven.letters.models import Letter
from timegiven.people.models import EmergencyContact
from timegiven.placements.models import Opening

SECONDS, ACTIONS = 10, 3


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    camden = Giving()
    contact = {"name": "Tom Adeyemi", "relationship": "Son", "phone": "07700 900123"}
    EmergencyContact.objects.create(person=camden.grace, confirmed_on=builders.TODAY, **contact)
    return camden


class Stopwatch:
    """Counts what hands do, and the seconds until it is done."""

    def __init__(self) -> None:
        self.actions, self.began = 0, time.monotonic()

    def __call__(self, deed: Callable[[], object]) -> None:
        self.actions += 1
        deed()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began


def _type_and_enter(page: Page, label: str, words: str) -> None:
    page.get_by_label(label).fill(words)
    page.keyboard.press("Enter")


@pytest.mark.clause(108)
def test_the_control_room_has_the_number_in_three_actions_and_ten_seconds(
    camden: Giving, browser_of: Visit, axe: Axe
) -> None:
    page = browser_of(builders.someone_appointed("CONTROL_ROOM", builders.the_force()))
    page.goto("/placements/emergency/")

    does = Stopwatch()
    does(lambda: _type_and_enter(page, "Part of a name, or the number on the pass", "adey"))
    does(lambda: page.get_by_role("link", name="Grace Adeyemi").click())
    does(lambda: press(page, "Hurt or taken ill"))
    page.get_by_role("link", name="07700 900123").wait_for()

    assert (does.actions, does.seconds < SECONDS) == (ACTIONS, True)
    assert "Tom Adeyemi, Son" in reads(page)
    axe(page)
    page.get_by_role("link", name="On paper").click()
    assert "Keep sealed" in page.content()
    axe(page)


@pytest.mark.clause(108)
def test_somebody_from_elsewhere_breaks_the_glass_as_fast_and_is_asked_about_it(
    camden: Giving, browser_of: Visit, axe: Axe, clock: Clock
) -> None:
    brent = builders.a_unit_manager(builders.a_unit("Front counter", borough=builders.a_borough("Brent")))
    page = browser_of(brent)
    page.goto("/placements/emergency/")

    does = Stopwatch()
    does(lambda: _type_and_enter(page, "Part of a name, or the number on the pass", "grace"))
    does(lambda: page.get_by_role("link", name="Grace Adeyemi").click())
    assert "For an emergency only" in reads(page)
    does(lambda: _type_and_enter(page, "Why do you need it now?", "Fell at our door, ambulance called"))
    page.get_by_role("link", name="07700 900123").wait_for()

    assert (does.actions, does.seconds < SECONDS) == (ACTIONS, True)
    axe(page)
    assert sorted(Letter.objects.filter(template__contains="sheet").values_list("to_name", flat=True)) == sorted(
        [camden.grace.name, camden.mvpm.name]
    )

    clock.go_on(minutes=15)
    page.reload()
    assert "07700 900123" not in page.content()
    axe(page)
    _type_and_enter(page, "Why do you need it now?", "again")
    assert error(page).startswith("We have not opened the sheet: say in a few words why you need it now.")

    hers = browser_of(camden.mvpm)
    hers.goto("/")
    hers.get_by_role("link", name="1 emergency sheet opened from outside to look at").click()
    assert heading(hers) == "Emergency sheets opened from outside"
    assert "Fell at our door, ambulance called" in reads(hers)
    axe(hers)
    hers.get_by_role("button", name="I have looked at it").click()
    assert told(hers) == "Noted that you have looked at it."
    assert Opening.objects.get().reviewed_by == camden.mvpm
    assert not Event.objects.filter(why__contains="Fell").exists()

"""A volunteer feels faint: the first aider reads on a phone what to do, and nothing of why."""

import pytest

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import error, fill, heading, open_page, press, reads, told
from timegiven.audit.models import Event


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


@pytest.mark.clause(106, 107)
def test_she_writes_what_to_do_and_the_first_aider_reads_it(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    aider = builders.someone_appointed("FIRST_AIDER", camden.unit, name="Hamish Oduya")
    page = browser_of(camden.grace)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/placements/people/{camden.volunteer.reference}/health/")
    axe(page)
    page.get_by_role("link", name="Write it down").click()
    fill(page, What_helps_from_day_to_day="A chair with arms", What_should_people_do="Sit me down. I have epilepsy.")
    page.get_by_label("First aiders where I volunteer").check()
    press(page, "Keep this")
    assert error(page).startswith("We have not kept this: it seems to name an illness or a medicine")
    axe(page)
    fill(page, What_should_people_do="Sit me down, and stay with me.")
    press(page, "Keep this")
    assert told(page) == "Kept. Thank you."

    his = browser_of(aider)
    his.set_viewport_size({"width": 360, "height": 740})
    his.goto("/placements/first-aid/")
    axe(his)
    his.get_by_role("link", name="Grace Adeyemi").click()
    assert heading(his).split("\n")[-1] == "What to do"
    said = reads(his)
    assert ("Sit me down, and stay with me." in said, "A chair with arms" in said) == (True, False)
    axe(his)
    looks = Event.objects.filter(actor=aider.reference, act="saw health card", about=camden.grace.reference)
    assert looks.count() == 1

    elsewhere = browser_of(builders.someone_appointed("FIRST_AIDER", builders.a_unit("Property store")))
    assert open_page(elsewhere, f"/placements/people/{camden.volunteer.reference}/health/") == 404

"""The role of Grace Adeyemi changes: she reads what is different, and says yes or would rather not."""

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.builders import NOW, TODAY
from tests.journeys.conftest import Axe, Visit
from tests.journeys.giving import Giving
from tests.journeys.hands import press, reads, told
from timegiven.letters.models import Letter
from timegiven.library.models import ProfileVersion, Task
from timegiven.placements import services as placements


@pytest.fixture
def camden(transactional_db: None) -> Giving:
    return Giving()


def changed(camden: Giving) -> ProfileVersion:
    """Version 2, approved today, with one task the same, one gone and one new; Grace has been told."""
    old = camden.version
    ProfileVersion.objects.filter(pk=old.pk).update(status="SUPERSEDED", ended_on=TODAY)
    newer = ProfileVersion.objects.create(
        profile=old.profile, number=2, status="APPROVED", purpose=old.purpose, approved_on=TODAY
    )
    for position, text in enumerate(("Greet visitors", "Show visitors the way"), start=1):
        Task.objects.create(version=newer, position=position, text=text)
    builders.a_risk_assessment(newer)
    placements.tell_of_changes(at=NOW)
    return newer


@pytest.mark.clause(52, 57, 61)
def test_she_keeps_to_what_stayed_the_same_until_she_says_yes(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    newer = changed(camden)
    page, priya = browser_of(camden.grace), browser_of(camden.mvpm)
    priya.goto("/")
    priya.get_by_role("link", name="1 volunteer has not said yes to a changed role yet").click()
    expect(priya.get_by_role("link", name="Grace Adeyemi")).to_be_visible()
    axe(priya)

    page.goto(f"/sessions/report/role/{camden.placement.reference}/")
    expect(page.get_by_label("Greet visitors")).to_be_visible()
    expect(page.get_by_label("Hand out leaflets")).to_have_count(0)
    expect(page.get_by_label("Show visitors the way")).to_have_count(0)

    page.goto("/")
    axe(page)
    page.get_by_role("link", name="Your role has changed: Archive files helper, Records office, Camden").click()
    axe(page)
    words = reads(page)
    assert "New task: Show visitors the way." in words
    assert "No longer a task: Hand out leaflets." in words
    press(page, "Yes, I agree to the changed role")

    assert told(page) == "Thank you. You are in the changed role from today."
    axe(page)
    camden.placement.refresh_from_db()
    assert camden.placement.version == newer
    page.goto(f"/sessions/report/role/{camden.placement.reference}/")
    expect(page.get_by_label("Show visitors the way")).to_be_visible()
    assert list(Letter.objects.values_list("template", "to_name")) == [("placements/role_changed", "Grace Adeyemi")]


@pytest.mark.clause(57)
def test_she_would_rather_not_and_nobody_asks_why(camden: Giving, browser_of: Visit, axe: Axe) -> None:
    changed(camden)
    page = browser_of(camden.grace)
    page.goto(f"/placements/{camden.placement.reference}/changed-role/")

    page.get_by_role("link", name="I would rather not").click()
    expect(page.get_by_role("main").get_by_role("textbox")).to_have_count(0)
    axe(page)
    press(page, "End this placement")

    camden.placement.refresh_from_db()
    assert (camden.placement.status, camden.placement.version) == ("ENDED", camden.version)

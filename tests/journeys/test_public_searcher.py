"""A stranger looks for something to do near home, reads about a role, passes it on and tells us of an interest."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests import builders
from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import heading, open_page, press, reads
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.programme.models import Unit


@pytest.fixture
def roles(transactional_db: None) -> dict[str, ProfileVersion]:
    """One open role in Camden, one in Croydon, and one that waits for its yearly review."""
    builders.insurance()
    camden = builders.a_unit("Records office")
    croydon = builders.a_unit("Front counter", borough=builders.a_borough("Croydon"))
    Unit.objects.filter(pk=camden.pk).update(latitude=51.5517, longitude=-0.1413)
    Unit.objects.filter(pk=croydon.pk).update(latitude=51.3833, longitude=-0.1)
    near = builders.an_approved_version(unit=camden, title="Archivist", usual_times="Tuesday mornings")
    far = builders.an_approved_version(unit=croydon, title="Front counter triage", usual_times="6pm to 9pm")
    waits = builders.an_approved_version(unit=camden, title="Archive helper")
    RiskAssessment.objects.filter(version=waits).update(review_on=builders.TODAY)
    return {"near": near, "far": far, "waits": waits}


def _search(page: Page, **typed: str) -> None:
    fold = page.locator("details.tg-filter__fold")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    for label, words in typed.items():
        box = page.get_by_label(label.replace("_", " "), exact=True)
        if label == "Near_to":
            box.fill(words)
        else:
            box.select_option(label=words)
    press(page, "Apply filters")
    page.wait_for_load_state()


def _listed(page: Page) -> list[str]:
    return page.locator(".tg-card h2").all_inner_texts()


@pytest.mark.clause(1, 4, 11, 12)
def test_a_stranger_finds_a_role_near_home_and_registers_an_interest(
    roles: dict[str, ProfileVersion], browser_of: Visit, axe: Axe, screen: str
) -> None:
    page = browser_of(None)
    open_page(page, "/")
    assert page.locator("aside .tg-needs a").all_inner_texts() == ["Front counter triage", "Archivist"]
    axe(page)
    page.get_by_role("link", name="See all roles").click()
    axe(page)

    _search(page, Near_to="Kentish Town")

    assert page.title().startswith("Error: ")
    assert "as if you had left “Near to” empty" in page.locator(".govuk-error-summary").inner_text()
    assert page.locator("details.tg-filter__fold").get_attribute("open") is not None  # on a phone as well
    page.get_by_role("link", name="Type the first part of a postcode").click()
    assert page.get_by_label("Near to", exact=True).evaluate("box => box === document.activeElement")
    axe(page)

    _search(page, Near_to="nw5 3ae")

    assert page.url.endswith("/roles/?near=NW5")
    assert _listed(page) == ["Archivist", "Archive helper", "Front counter triage"]
    assert re.findall(r"[\d.]+ miles", reads(page)) == ["0.2 miles", "0.2 miles", "11.8 miles"]
    axe(page)

    page.get_by_role("link", name="Remove this filter: Near to: NW5").click()
    assert page.url.endswith("/roles/?")
    assert page.get_by_text("Chosen filters").count() == 0
    page.go_back()

    _search(page, Time="Mornings", Borough="Croydon")
    assert "You can widen the search" in reads(page)
    axe(page)
    page.get_by_role("link", name="Look in every borough").click()
    page.get_by_role("link", name="Archivist", exact=True).click()

    assert heading(page) == "Archivist"
    assert "Who would I talk to?" in reads(page)
    axe(page)
    told = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert (told["@type"], told["name"]) == ("VolunteerAction", "Archivist")
    assert page.locator("link[rel=canonical]").get_attribute("href") == told["url"]

    page.get_by_role("button", name="Register your interest").click()
    assert re.search(r"/joining/register/\?profile=", page.url)


def test_a_role_that_is_not_open_says_why_and_leads_to_others(
    roles: dict[str, ProfileVersion], browser_of: Visit, axe: Axe
) -> None:
    page = browser_of(None)
    open_page(page, "/roles/?words=helper")
    page.get_by_role("link", name="Archive helper").click()

    assert "Not open just now. The yearly look at what could cause harm is due" in reads(page)
    axe(page)

    page.get_by_role("link", name="Archivist", exact=True).click()
    assert heading(page) == "Archivist"


def test_the_search_works_without_scripts(
    roles: dict[str, ProfileVersion], new_context: Callable[..., BrowserContext], live_server: LiveServer
) -> None:
    page = new_context(base_url=live_server.url, java_script_enabled=False).new_page()
    page.goto("/roles/")

    _search(page, Near_to="CR0")
    assert page.url.endswith("/roles/?near=CR0")
    assert _listed(page)[0] == "Front counter triage"

    _search(page, Near_to="the moon")
    assert "Type the first part of a postcode, such as NW1 or SE13" in reads(page)
    assert "moon" not in page.url

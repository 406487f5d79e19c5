"""Somebody with a post is told before a pause is too long, goes on with one press, and loses nothing if it was."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import LazySettings
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Page, expect

from tests import builders
from tests.journeys.conftest import Axe, Visit
from timegiven.home.pause import BEGAN, SEEN
from timegiven.people.models import Person

MINUTE = 60
EMAIL, PASSWORD, SECRET = "priya@example.org", "a kettle, a bicycle", "JBSWY3DPEHPK3PXP"


@pytest.fixture
def mvpm(transactional_db: None, settings: LazySettings) -> Person:
    settings.STAFF_NEED_SECOND_FACTOR = True
    person = builders.an_mvpm()
    person.email = EMAIL
    person.set_password(PASSWORD)
    person.save()
    TOTP.activate(person, SECRET)
    return person


def _session(page: Page, settings: Any) -> SessionStore:
    (key,) = [each["value"] for each in page.context.cookies() if each["name"] == settings.SESSION_COOKIE_NAME]
    return SessionStore(key)


@pytest.fixture
def pass_by(settings: LazySettings) -> Callable[[Page, int], None]:
    """So many minutes pass in which nothing is done, for the site and then for the page."""

    def wait(page: Page, minutes: int) -> None:
        session = _session(page, settings)
        at, seconds = session[SEEN]
        session[SEEN] = (at - minutes * MINUTE, seconds)
        session.save()
        page.clock.fast_forward(minutes * MINUTE * 1000)

    return wait


def _sign_in(entrance: Page) -> None:
    """By hand, with the second step: it changes the key by which forms are known as ours."""
    entrance.get_by_label("Email").fill(EMAIL)
    entrance.locator("#id_password").fill(PASSWORD)
    entrance.get_by_role("button", name="Sign in", exact=True).click()
    counter = next(iter(yield_hotp_counters_from_time()))
    entrance.get_by_label("Code").fill(format_hotp_value(hotp_value(SECRET, counter)))
    entrance.get_by_role("button", name="Sign in", exact=True).click()
    expect(entrance.get_by_role("button", name="Sign out")).to_be_visible()


def _details(page: Page) -> None:
    """The page of one's own details, with something typed and not sent."""
    page.clock.install()
    page.goto("/people/contact")
    page.get_by_label("Telephone").fill("020 7946 0123")
    page.clock.fast_forward(27 * MINUTE * 1000)  # what was typed is noted as something done
    page.wait_for_timeout(500)


def test_one_press_and_nothing_has_happened(
    browser_of: Visit, axe: Axe, mvpm: Person, pass_by: Callable[[Page, int], None], screen: str
) -> None:
    page = browser_of(mvpm)
    _details(page)

    pass_by(page, 28)

    dialog = page.get_by_role("alertdialog", name="Are you still there?")
    expect(dialog).to_contain_text("You will be signed out in 3 minutes")
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    axe(page)
    page.get_by_role("button", name="Go on").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_label("Telephone")).to_have_value("020 7946 0123")
    page.get_by_role("button", name="Keep these details").click()
    expect(page.get_by_text("Your details are kept.")).to_be_visible()


def test_after_it_the_page_is_covered_and_what_was_typed_is_sent_after_signing_in_again(
    browser_of: Visit, axe: Axe, mvpm: Person, pass_by: Callable[[Page, int], None], screen: str
) -> None:
    page = browser_of(mvpm)
    _details(page)

    pass_by(page, 40)

    dialog = page.get_by_role("alertdialog", name="You have been signed out")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_visible()
    axe(page)
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Sign in (opens in a new window)").click()
    _sign_in(opened.value)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Keep these details").click()
    expect(page.get_by_text("Your details are kept.")).to_be_visible()


def test_a_long_day_ends_whatever_is_done_and_nothing_that_was_typed_is_lost(
    browser_of: Visit, axe: Axe, mvpm: Person, settings: LazySettings, screen: str
) -> None:
    page = browser_of(mvpm)
    _details(page)
    session = _session(page, settings)
    began, seconds = session[BEGAN]
    session[BEGAN] = (began - seconds + 3 * MINUTE, seconds)
    session.save()

    page.clock.fast_forward(27 * MINUTE * 1000)  # until the page asks again how long is left
    dialog = page.get_by_role("alertdialog", name="You have been signed in for a long time")
    expect(dialog).to_contain_text("You will be signed out in 3 minutes")
    expect(page.get_by_text("Nothing has been done here")).to_be_hidden()
    axe(page)
    page.get_by_role("button", name="Go on").click()
    expect(dialog).to_be_hidden()
    page.get_by_label("Telephone").fill("020 7946 0124")

    session = _session(page, settings)
    session[BEGAN] = (session[BEGAN][0] - 4 * MINUTE, seconds)
    session.save()
    page.clock.fast_forward(4 * MINUTE * 1000)
    over = page.get_by_role("alertdialog", name="You have been signed out")
    expect(page.get_by_text("You had been signed in for a long time.")).to_be_visible()
    expect(page.get_by_text("Nothing had been done here")).to_be_hidden()
    expect(over).to_contain_text("What you typed is still on this page.")
    axe(page)
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Sign in (opens in a new window)").click()
    _sign_in(opened.value)
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.get_by_role("button", name="Keep these details").click()
    expect(page.get_by_text("Your details are kept.")).to_be_visible()
    mvpm.refresh_from_db()
    assert mvpm.phone == "020 7946 0124"


@pytest.mark.plain
def test_without_scripts_what_was_sent_too_late_is_sent_again(
    browser_of: Visit, axe: Axe, mvpm: Person, settings: LazySettings, sign_in: Any, screen: str
) -> None:
    page = browser_of(mvpm)
    page.goto("/people/contact")
    page.get_by_label("Telephone").fill("020 7946 0123")
    session = _session(page, settings)
    session[SEEN] = (session[SEEN][0] - 40 * MINUTE, session[SEEN][1])
    session.save()

    page.get_by_role("button", name="Keep these details").click()

    expect(page.get_by_role("heading", name="Sign in to send this")).to_be_visible()
    axe(page)
    sign_in(page, mvpm)  # in another window
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_text("Your details are kept.")).to_be_visible()
    mvpm.refresh_from_db()
    assert mvpm.phone == "020 7946 0123"


def test_what_a_volunteer_sent_when_their_day_was_over_is_sent_again_after_signing_in(
    browser_of: Visit, axe: Axe, transactional_db: None, settings: LazySettings
) -> None:
    person = builders.a_volunteer(email="rose@example.org").person
    person.set_password("a kettle, a bicycle")
    person.save()
    page = browser_of(person)
    page.goto("/people/contact")
    page.get_by_label("Telephone").fill("020 7946 0123")
    _session(page, settings).delete()

    page.get_by_role("button", name="Keep these details").click()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="sign in (opens in a new window)").click()
    entrance = opened.value
    entrance.get_by_label("Email").fill("rose@example.org")
    entrance.locator("#id_password").fill("a kettle, a bicycle")
    entrance.get_by_role("button", name="Sign in", exact=True).click()
    expect(entrance.get_by_role("button", name="Sign out")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.get_by_text(f"You are signed in as {person.name}. If that is right, send it again.")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Send it again").click()

    expect(page.get_by_text("Your details are kept.")).to_be_visible()
    person.refresh_from_db()
    assert person.phone == "020 7946 0123"

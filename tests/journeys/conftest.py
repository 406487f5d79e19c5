"""What the journeys share: the builders' day in the live server, and a browser in which a person is signed in."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from playwright.sync_api import BrowserContext, Locator, Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests import builders
from timegiven.home.middleware import DeskMiddleware
from timegiven.people.models import Person

SignIn = Callable[[BrowserContext | Page, Person], None]
Visit = Callable[[Person | None], Page]
Axe = Callable[[Page], None]


class Clock:
    """What Django, and so every page of the live server, holds for now; it stands until it is moved."""

    def __init__(self) -> None:
        self.at = builders.NOW

    def __call__(self) -> datetime:
        return self.at

    def go_to(self, at: datetime) -> None:
        self.at = at
        caches["desks"].clear()

    def go_on(self, **by: float) -> None:
        """A while later: ``clock.go_on(days=7)``."""
        self.go_to(self.at + timedelta(**by))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The builders' moment, midday on Tuesday 24 April 2007, for the pages too: every journey runs on that day.

    Signed links and one-time codes go by the machine's own clock, which stays as it is.
    """
    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock)
    return clock


@pytest.fixture(autouse=True)
def whole_frame(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page says how much waits, as it does for people; but what anybody does shows at once to everybody."""
    settings.COUNT_IN_FRAME, settings.DESK_SECONDS = True, 60
    answer = DeskMiddleware.__call__

    def answer_and_count_anew(middleware: DeskMiddleware, request: HttpRequest) -> HttpResponse:
        response = answer(middleware, request)
        if request.method == "POST":
            caches["desks"].clear()
        return response

    monkeypatch.setattr(DeskMiddleware, "__call__", answer_and_count_anew)


@pytest.fixture(autouse=True)
def whole_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A click ends as soon as the next page begins to arrive: the journey goes on when all of it is there."""
    click = Locator.click

    def click_and_wait(where: Locator, **options: Any) -> None:
        click(where, **options)
        where.page.wait_for_load_state("domcontentloaded")

    monkeypatch.setattr(Locator, "click", click_and_wait)


@pytest.fixture
def sign_in(live_server: LiveServer, transactional_db: None) -> SignIn:
    """`sign_in(page_or_context, person)`: the browser is this person's (test_sign_in.py does it by hand)."""

    def give_session(browser: BrowserContext | Page, person: Person) -> None:
        session = SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session.save()
        context = browser.context if isinstance(browser, Page) else browser
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key or "", "url": live_server.url}
        context.add_cookies([cookie])

    return give_session


@pytest.fixture
def browser_of(
    new_context: Callable[..., BrowserContext],
    live_server: LiveServer,
    sign_in: SignIn,
    request: pytest.FixtureRequest,
) -> Visit:
    """`browser_of(person)`: a page in a browser of their own; `page.goto("/roles/")` is enough. None: a stranger.

    A journey marked ``plain`` runs no script; one on both screens runs none on the telephone.
    """
    screen = request.getfixturevalue("screen") if "screen" in request.fixturenames else "phone"
    is_plain = bool(request.node.get_closest_marker("plain")) and screen == "phone"
    for name in settings.CACHES:  # what is counted there belongs to the journey before
        caches[name].clear()

    def open_one(person: Person | None) -> Page:
        context = new_context(base_url=live_server.url, **({"java_script_enabled": False} if is_plain else {}))
        context.set_default_timeout(8_000)
        if person:
            sign_in(context, person)
        return context.new_page()

    return open_one

"""What every test stands on: settings for tests, a closed network, and a browser that notices each fault."""

import os
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# Before Django is set up: Playwright keeps an event loop open in the thread that the tests run in.
os.environ["DJANGO_SETTINGS_MODULE"] = "timegiven.site.settings"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
os.environ["TIMEGIVEN_TESTING"] = "1"
# Far from the database of whoever develops here, should a test ever reach past its own.
os.environ["TIMEGIVEN_VAR"] = tempfile.mkdtemp(prefix="timegiven-tests-")
ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "scripts")]

import django
import hypothesis
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response, WebError

import browser as browser_finder

django.setup()
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")

ON_POSTGRES = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
SCREENS = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 780}}
ACCESSIBILITY_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HERE = {"127.0.0.1", "::1", "localhost"}


# What runs where


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if not ON_POSTGRES and item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="proves a guard that only PostgreSQL gives"))
        if _drives_a_browser(item) and not browser_finder.chromium() and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason=browser_finder.HOW_TO_INSTALL))


def _drives_a_browser(item: pytest.Item) -> bool:
    return "browser" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A browser asks from many threads at once, which one database in memory cannot serve: give it a file."""
    if not ON_POSTGRES and any(_drives_a_browser(item) for item in request.session.items):
        database = settings.DATABASES["default"]
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "journeys.sqlite3")
        database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """A test that reaches beyond this machine fails."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in HERE:
            raise AssertionError(f"A test tried to reach {address[0]}: tests stay on this machine.")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


# A browser that notices


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    path = browser_finder.chromium()
    if not path:
        pytest.fail(browser_finder.HOW_TO_INSTALL)
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    return {"executable_path": path, "args": ["--no-sandbox", "--disable-quic", *quiet]}


@pytest.fixture(params=list(SCREENS))
def screen(request: pytest.FixtureRequest) -> str:
    """A test that asks for this runs twice, on a desktop and on a phone, and is told which."""
    return str(request.param)


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What went wrong in any page of the test; it may end only when this is empty."""
    seen: list[str] = []
    yield seen
    if seen:
        pytest.fail("The browser noticed:\n" + "\n".join(seen), pytrace=False)


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], request: pytest.FixtureRequest, faults: list[str]
) -> Callable[..., BrowserContext]:
    """A browser of one's own, for each person of a story: `new_context().new_page()`."""
    size = SCREENS[request.getfixturevalue("screen") if "screen" in request.fixturenames else "desktop"]

    def open_one(**options: Any) -> BrowserContext:
        ours = {"viewport": size, "locale": "en-GB", "timezone_id": "Europe/London", "reduced_motion": "reduce"}
        context = new_context(**ours | options)
        _watch(context, faults)
        return context

    return open_one


def _watch(context: BrowserContext, faults: list[str]) -> None:
    def said(message: ConsoleMessage) -> None:
        # The status of a page is the journey's to judge; that of its parts is judged below.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            faults.append(f"console: {message.text}")

    def broke(error: WebError) -> None:
        faults.append(f"script: {error.error}")

    def answered(response: Response) -> None:
        part = response.request.resource_type != "document"
        if response.status >= (400 if part else 500):
            faults.append(f"{response.status} for {response.url}")

    context.on("console", said)
    context.on("weberror", broke)
    context.on("response", answered)
    context.add_init_script(
        "document.addEventListener('securitypolicyviolation', event => console.error("
        "`Content-Security-Policy: ${event.violatedDirective} forbids ${event.blockedURI} on ${document.URL}`))"
    )


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """`axe(page)` finds nothing that WCAG 2.0 to 2.2 A and AA or good practice would change, and no page too wide."""

    def check(page: Page) -> None:
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": ACCESSIBILITY_RULES}})
        troubles = [
            f"{each['id']}: {each['help']}: {node['html']}"
            for each in found.response["violations"]
            for node in each["nodes"]
        ]
        if troubles:
            pytest.fail(f"{page.url} is not accessible:\n" + "\n".join(troubles))
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow:
            pytest.fail(f"{page.url} scrolls sideways by {overflow} pixels.")

    return check

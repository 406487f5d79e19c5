"""What every test stands on: settings for tests, a closed network, and a browser that notices each fault."""

import asyncio
import gc
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# Before Django is set up: Playwright keeps an event loop open in the thread that the tests run in.
os.environ["DJANGO_SETTINGS_MODULE"] = "timegiven.site.settings"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
os.environ["TIMEGIVEN_TESTING"] = "1"
# Far from the database of whoever develops here, should a test ever reach past its own.
os.environ["TIMEGIVEN_VAR"] = tempfile.mkdtemp(prefix="timegiven-tests-")
ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "scripts")]

import axe_playwright_python
import django
import greenlet
import hypothesis
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.contrib.contenttypes.management import create_contenttypes
from django.db import connection
from django.db.models.signals import post_migrate
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, WebError

import browser as browser_finder

settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, ("axe", Path(axe_playwright_python.__file__).parent)]
settings.WHITENOISE_AUTOREFRESH = True  # a file is looked for when it is asked for, not all of them for every client
django.setup()
from tests.kept import book  # stands on what has been set up

# What has been loaded stays, and a test makes little that is worth looking for: the collector may take its time.
gc.freeze()
gc.set_threshold(100_000, 50, 50)
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")

ON_POSTGRES = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
SCREENS = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 780}}
ACCESSIBILITY_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The site serves axe to its own pages, so a browser reads half a megabyte once and not anew for every page.
AXE = "axe/axe.min.js"
FETCH_AXE = """address => new Promise(answer => {
    if ("axe" in window) return answer(true);
    const script = Object.assign(document.createElement("script"), {src: address});
    script.onload = script.onerror = () => { script.remove(); answer("axe" in window); };
    document.head.append(script);
})"""
# Only what is wrong leaves the browser: all that axe found right takes longer to hand over than to find.
WHAT_IS_WRONG = """async rules => {
    const found = await axe.run({
        runOnly: {type: "tag", values: rules}, resultTypes: ["violations"], selectors: false
    });
    const troubles = found.violations.flatMap(
        each => each.nodes.map(node => `${each.id}: ${each.help}: ${node.html}`)
    );
    return troubles;
}"""
HOW_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PATIENCE = 30_000  # milliseconds, as Playwright has it
LONGEST_JOURNEY = 300  # seconds: the longest takes 20 alone, 60 on a busy machine
HASTY = "--js-flags=--no-opt --no-maglev"  # a page is left before the later compilers of its scripts would pay
# Keys between tables need no second look when all are emptied; it is for a superuser to say so.
WITHOUT_KEYS = (
    "SELECT set_config('session_replication_role', 'replica', true) FROM pg_user WHERE usename = user AND usesuper"
)
HERE = {"127.0.0.1", "::1", "localhost"}


# What runs where


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if ON_POSTGRES:
        _leave_out_what_asks_no_database(config, items)
    for item in items:
        if not ON_POSTGRES and item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="proves a guard that only PostgreSQL gives"))
        if _drives_a_browser(item) and not browser_finder.chromium() and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason=browser_finder.HOW_TO_INSTALL))


def _leave_out_what_asks_no_database(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What asks no database cannot answer otherwise on another: it has its turn on SQLite."""
    out = [item for item in items if not _asks_the_database(item)]
    items[:] = [item for item in items if item not in set(out)]
    config.hook.pytest_deselected(items=out)


def _asks_the_database(item: pytest.Item) -> bool:
    asks = {"db", "transactional_db", "django_db_setup", "live_server"}
    return bool(item.get_closest_marker("django_db") or asks & set(getattr(item, "fixturenames", ())))


def _drives_a_browser(item: pytest.Item) -> bool:
    return "browser" in getattr(item, "fixturenames", ())


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Builders begin anew. Once a test has emptied every table at its end, they are no longer kept."""
    if _empties_the_database(item):
        book.shut()
    book.open()
    if _drives_a_browser(item):
        _be_patient()


def _empties_the_database(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    is_asked = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(is_asked or (marker and marker.kwargs.get("transaction")))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    if _drives_a_browser(item):
        _be_patient()
    try:
        yield
    finally:
        signal.alarm(0)


def _be_patient() -> None:
    """A browser that no longer answers ends its journey, which then has another try, and does not hold up the rest."""
    journey = greenlet.getcurrent()

    def give_up(*_: object) -> None:
        trouble = TimeoutError(f"The browser has not answered in {LONGEST_JOURNEY} seconds.")
        if greenlet.getcurrent() is journey:
            raise trouble
        # Playwright waits in a greenlet of its own, from which its next turn leads to the journey's.
        asyncio.get_running_loop().call_soon_threadsafe(journey.throw, trouble)

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LONGEST_JOURNEY)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A browser asks from many threads at once, which one database in memory cannot serve: give it a file."""
    if not ON_POSTGRES and any(_drives_a_browser(item) for item in request.session.items):
        database = settings.DATABASES["default"]
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "journeys.sqlite3")
        database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Nobody asks Django's own permissions and kinds of content: no test that empties every table has them anew."""
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")
    post_migrate.disconnect(create_contenttypes)
    if ON_POSTGRES:
        type(connection.ops).sql_flush = _taken_out
    book.open()  # for the first of all tests the tables have only now been made


def _taken_out(_: object, __: object, tables: list[str], **___: object) -> list[str]:
    """TRUNCATE makes new files for every table and index, in a quarter of a second; few tables hold anything."""
    return ["; ".join([WITHOUT_KEYS, *(f'DELETE FROM "{table}"' for table in tables)])] if tables else []  # noqa: S608 - Django's own names


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
    return {"executable_path": path, "args": ["--no-sandbox", "--disable-quic", HASTY, *quiet]}


@pytest.fixture(params=list(SCREENS))
def screen(request: pytest.FixtureRequest) -> str:
    """A test that asks for this runs twice, on a desktop and on a phone, and is told which.

    The main way through each scene asks for it; what branches off runs once, and each of its pages fits both screens.
    """
    return str(request.param)


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What went wrong in any page of the test; it may end only when this is empty."""
    seen: list[str] = []
    yield seen
    if seen:
        pytest.fail("The browser noticed:\n" + "\n".join(seen), pytrace=False)


class Browsers:
    """Browsers of one's own, wiped and lent again: to open one anew takes longer than most pages of a journey."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[BrowserContext]] = {}
        self._lent: list[tuple[str, BrowserContext]] = []
        self._faults: list[str] = []
        self.plain: set[BrowserContext] = set()  # no script runs in these

    def lend(self, **options: Any) -> BrowserContext:
        kind = repr(sorted(options.items()))
        free = self._free.setdefault(kind, [])
        context = free.pop() if free else self._open(**options)
        self._lent.append((kind, context))
        return context

    @contextmanager
    def telling(self, faults: list[str]) -> Iterator[None]:
        """Tell these of every fault; afterwards nothing is left open, or remembered, of all that was lent."""
        self._faults = faults
        yield
        for kind, context in self._lent:
            if self._wiped(context):
                self._free[kind].append(context)
        self._lent.clear()

    def _open(self, **options: Any) -> BrowserContext:
        context = self._browser.new_context(**options)
        if not options.get("java_script_enabled", True):
            self.plain.add(context)
        _watch(context, self._tell)
        return context

    def _tell(self, fault: str) -> None:
        self._faults.append(fault)

    def _wiped(self, context: BrowserContext) -> bool:
        """Forget who was signed in; the style sheets and scripts may stay. Not if the test itself has closed it."""
        if context not in self._browser.contexts:
            return False
        for page in context.pages:
            page.close()
        context.clear_cookies()
        context.set_default_timeout(PATIENCE)
        return True


@pytest.fixture(scope="session")
def browsers(browser: Browser) -> Browsers:
    return Browsers(browser)


@pytest.fixture
def new_context(
    browsers: Browsers, request: pytest.FixtureRequest, faults: list[str]
) -> Iterator[Callable[..., BrowserContext]]:
    """A browser of one's own, for each person of a story: `new_context().new_page()`."""
    size = SCREENS[request.getfixturevalue("screen") if "screen" in request.fixturenames else "desktop"]

    def open_one(**options: Any) -> BrowserContext:
        ours = {"viewport": size, "locale": "en-GB", "timezone_id": "Europe/London", "reduced_motion": "reduce"}
        return browsers.lend(**ours | options)

    with browsers.telling(faults):
        yield open_one


def _watch(context: BrowserContext, tell: Callable[[str], None]) -> None:
    def said(message: ConsoleMessage) -> None:
        # The status of a page is the journey's to judge; that of its parts is judged below.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            tell(f"console: {message.text}")

    def broke(error: WebError) -> None:
        tell(f"script: {error.error}")

    def answered(response: Response) -> None:
        part = response.request.resource_type != "document"
        if response.status >= (400 if part else 500):
            tell(f"{response.status} for {response.url}")

    context.on("console", said)
    context.on("weberror", broke)
    context.on("response", answered)
    context.add_init_script(
        "document.addEventListener('securitypolicyviolation', event => console.error("
        "`Content-Security-Policy: ${event.violatedDirective} forbids ${event.blockedURI} on ${document.URL}`))"
    )


@pytest.fixture
def axe(browsers: Browsers) -> Callable[[Page], None]:
    """`axe(page)` finds nothing that WCAG 2.0 to 2.2 A and AA or good practice would change, and no page too wide."""

    def check(page: Page) -> None:
        page.wait_for_load_state()  # a click ends as soon as the next page begins
        # axe waits by the page's own clock, which stands still where no script runs: a desk has the same journey.
        if page.context not in browsers.plain:  # the page itself does not always know
            _nothing_to_change(page)
        _not_too_wide(page)

    return check


def _nothing_to_change(page: Page) -> None:
    is_ours = urlsplit(page.url).hostname in HERE
    if not (is_ours and page.evaluate(FETCH_AXE, settings.STATIC_URL + AXE)):  # or the line to the site is cut
        page.evaluate(AXE_SCRIPT)
    if troubles := page.evaluate(WHAT_IS_WRONG, ACCESSIBILITY_RULES):
        pytest.fail(f"{page.url} is not accessible:\n" + "\n".join(troubles))


def _not_too_wide(page: Page) -> None:
    """On no screen, whichever the journey is on: a page is checked on both, and left as it was."""
    here = page.viewport_size
    for size in SCREENS.values() if here in SCREENS.values() else [here]:
        if size != page.viewport_size:
            page.set_viewport_size(size)
        if overflow := page.evaluate(HOW_WIDE):
            pytest.fail(f"{page.url} scrolls sideways by {overflow} pixels at a width of {size['width']}.")
    if here != page.viewport_size:
        page.set_viewport_size(here)

"""The journeys prove little unless the browser notices faults: here each is planted once and must be seen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

SITE = "http://localhost:9/"  # nothing listens there: every answer below is made up
GOOD = (
    "<!doctype html><html lang='en'><head><title>A page</title></head><body><main><h1>Hello</h1></main></body></html>"
)


def show(page: Page, body: str, *, policy: str = "") -> None:
    headers = {"content-type": "text/html", "content-security-policy": policy}
    page.route(SITE, lambda route: route.fulfill(status=200, body=body, headers=headers))
    page.goto(SITE)


def test_nothing_is_noticed_on_a_good_page(page: Page, axe: Callable[[Page], None], screen: str) -> None:
    show(page, GOOD)

    axe(page)
    assert (
        page.viewport_size
        == {
            "desktop": {"width": 1280, "height": 900},
            "phone": {"width": 360, "height": 780},
        }[screen]
    )


def test_a_console_error_is_noticed(page: Page, faults: list[str]) -> None:
    show(page, "<script>console.error('lost')</script>")

    assert faults == ["console: lost"]
    faults.clear()


def test_a_script_that_breaks_is_noticed(page: Page, faults: list[str]) -> None:
    show(page, "<script>throw new Error('broken')</script>")

    assert len(faults) == 1
    assert "broken" in faults[0]
    faults.clear()


def test_a_breach_of_the_content_security_policy_is_noticed(page: Page, faults: list[str]) -> None:
    show(page, "<p style='color: red'>x", policy="style-src 'self'")

    assert f"console: Content-Security-Policy: style-src-attr forbids inline on {SITE}" in faults
    faults.clear()


def test_a_missing_part_of_a_page_is_noticed(page: Page, faults: list[str]) -> None:
    page.route("**/*", lambda route: route.fulfill(status=200, body="<script src='gone.js'></script>"))
    page.route("**/gone.js", lambda route: route.fulfill(status=404, body=""))

    page.goto(SITE)

    assert faults == [f"404 for {SITE}gone.js"]
    faults.clear()


@pytest.mark.parametrize(
    ("fault", "noticed"),
    [
        ("<img src='data:,'>", "image-alt"),
        ("<h1>Hello</h1><p style='color: #ddd'>Pale</p>", "color-contrast"),
        ("<h1>Hello</h1><svg width='3000' height='1' aria-hidden='true'></svg>", "scrolls sideways"),
    ],
)
def test_an_inaccessible_page_is_noticed(page: Page, axe: Callable[[Page], None], fault: str, noticed: str) -> None:
    show(page, GOOD.replace("<h1>Hello</h1>", fault))

    with pytest.raises(pytest.fail.Exception, match=noticed):
        axe(page)

"""Priya Shah uses no mouse: from her first page to the board, the next act for an applicant, and back again."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Axe, Visit
from tests.journeys.hands import heading, reads, told
from tests.journeys.scenes import Camden
from timegiven.joining.models import Batch
from timegiven.letters.models import Letter

FOCUSED = """() => {
    const at = document.activeElement, style = getComputedStyle(at);
    const words = (at.labels && at.labels[0] ? at.labels[0] : at).innerText || at.value || "";
    const is_seen = style.outlineStyle !== "none" || style.boxShadow !== "none" || at.type === "radio";
    return [words.trim(), is_seen];
}"""


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what begins with these words is reached; every stop on the way shows where one is."""
    for _ in range(80):
        page.keyboard.press("Tab")
        here, is_seen = page.evaluate(FOCUSED)
        assert is_seen, f"the focus cannot be seen on “{here}”"
        if here.startswith(words):
            return
    raise AssertionError(f"“{words}” is not reached by the Tab key on {page.url}")


def press_enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.clause(74, 76)
def test_she_sends_somebody_to_vetting_and_takes_it_back_by_keyboard_alone(
    transactional_db: None, browser_of: Visit, axe: Axe, screen: str
) -> None:
    camden = Camden()
    application = camden.application("INTERVIEWED", references=2)
    page = browser_of(camden.mvpm)
    page.goto("/")

    if screen == "phone":
        tab_to(page, "Menu")
        page.keyboard.press("Enter")
    tab_to(page, "Applications")
    press_enter(page)
    assert heading(page) == "Applications by stage"
    tab_to(page, "Send to vetting")
    press_enter(page)
    assert "Until then nobody has been written to, and you can undo it." in reads(page)
    axe(page)

    tab_to(page, "Undo it: nothing happens")
    page.keyboard.press("Space")
    tab_to(page, "Go on")
    press_enter(page)

    assert told(page) == "Undone: nothing has happened, and nobody has been written to."
    application.refresh_from_db()
    assert (application.status, Batch.objects.get().status, Letter.objects.count()) == ("INTERVIEWED", "UNDONE", 0)

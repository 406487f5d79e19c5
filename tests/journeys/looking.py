"""A look at a page with axe, and at its width: what hangs on the style sheets alone is asked once, and not again."""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.screens import SCREENS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST, TURNING = "color-contrast", "css-orientation-lock"
# Only what is wrong leaves the browser: all that axe found right takes longer to hand over than to find.
WHAT_IS_WRONG = """async ({tags, leftOut}) => {
    const rules = Object.fromEntries(leftOut.map(id => [id, {enabled: false}]));
    const found = await axe.run({
        runOnly: {type: "tag", values: tags}, rules, resultTypes: ["violations"], selectors: false,
        preload: !leftOut.includes("css-orientation-lock")
    });
    return found.violations.flatMap(
        each => each.nodes.map(node => `${each.id}: ${each.help}: ${node.html}`)
    );
}"""
# Every ink on its ground, with the size and weight of the words: all that their contrast hangs on.
LOOKS = """() => {
    const grounds = new Map();
    const ground = element => {
        if (!element) return "";
        if (!grounds.has(element)) {
            const {backgroundColor: colour, backgroundImage: image, opacity} = getComputedStyle(element);
            const own = colour === "rgba(0, 0, 0, 0)" && image === "none" ? "" : `${colour} ${image}`;
            const seen = opacity === "1" ? "" : opacity;
            grounds.set(element, (own || ground(element.parentElement)) + seen);
        }
        return grounds.get(element);
    };
    const inked = new Set(document.querySelectorAll("input, select, textarea"));
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.data.trim()) inked.add(texts.currentNode.parentElement);
    const inks = new Set();
    for (const each of inked) {
        const {color, fontSize, fontWeight} = getComputedStyle(each);
        inks.add(`${color} ${fontSize} ${fontWeight} on ${ground(each)}`);
    }
    const sheets = [...document.styleSheets].map(each => each.href || each.ownerNode.textContent);
    return {inks: [...inks], sheets};
}"""
# Handed to a browser once, and worked out on the pages that are looked at: half a megabyte takes its time on the way.
ON_DEMAND = f"window.loadAxe = () => {{ {AXE_SCRIPT} }};"
IS_LOADED = "'axe' in window || ('loadAxe' in window && (loadAxe(), true))"
HOW_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Look:
    """`axe(page)` finds nothing that WCAG 2.0 to 2.2 A and AA or good practice would change, and no page too wide.

    Whether words can be told from their ground takes half of the time: it is asked of a page with an ink on a ground
    that no page had before. Whether a style sheet stops a page from turning is asked once of each sheet. Everything
    else is asked of every page.
    """

    def __init__(self) -> None:
        self._inks: set[str] = set()
        self._sheets: set[str] = set()

    def __call__(self, page: Page) -> None:
        page.wait_for_load_state()  # a click ends as soon as the next page begins
        self._nothing_to_change(page)
        _not_too_wide(page)

    def _nothing_to_change(self, page: Page) -> None:
        if not page.evaluate(IS_LOADED):
            page.context.add_init_script(ON_DEMAND)
            page.evaluate(AXE_SCRIPT)
        seen: dict[str, Any] = page.evaluate(LOOKS)
        left_out = [CONTRAST] if self._inks.issuperset(seen["inks"]) else []
        left_out += [TURNING] if self._sheets.issuperset(seen["sheets"]) else []
        if troubles := page.evaluate(WHAT_IS_WRONG, {"tags": RULES, "leftOut": left_out}):
            pytest.fail(f"{page.url} is not accessible:\n" + "\n".join(troubles))
        self._inks.update(seen["inks"])
        self._sheets.update(seen["sheets"])


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

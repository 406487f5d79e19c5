"""A filter that is wrong is told of: on every page that has a filter panel, whatever the screen and without scripts."""

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import timegiven
from tests.builders import NOW
from tests.doors.scene import the_scene

HOME = Path(timegiven.__file__).parent
PANEL = re.compile(r"{% filter_panel (\w+)")
LONG = "x" * 999  # more than any box of text takes
LISTS = {  # address: who looks, which filter is wrong, another that is right
    "attendance:reports": ("MVPM", {"since": "32/13/2027"}, {"words": "Ottoline"}),
    "expenses:claims": ("MVPM", {"status": "NONE"}, {"words": "Ottoline"}),
    "expenses:typed_in": ("auditor", {}, {"alone": "on"}),
    "insight:register": ("Central Team", {"on": "31/2/2007"}, {"words": "counter"}),
    "joining:applications": ("MVPM", {"status": "NONE"}, {"name": "Peregrine"}),
    "joining:passes": ("pass office", {"status": "NONE"}, {"name": "Ottoline"}),
    "library:actions": ("MVPM", {"state": "none"}, {}),
    "library:agenda": ("MVPM", {}, {"mine": "on"}),
    "library:drafts": ("MVPM", {"status": "NONE"}, {}),
    "library:library": ("MVPM", {"near": "nowhere"}, {"words": "counter"}),
    "library:requests": ("MVPM", {}, {"waiting": "on"}),
    "library:reviews": ("MVPM", {"state": "none"}, {}),
    "people:appointments": ("Central Team", {"borough": "none"}, {"words": "a"}),
    "people:trail": ("Central Team", {"on": "yesterday week"}, {"act": "saw"}),
    "placements:volunteers": ("MVPM", {"unit": "none"}, {"words": "Ottoline"}),
    "programme:glossary": ("MVPM", {"words": LONG}, {}),
    "programme:organisation": ("MVPM", {"day": "31/2/2007"}, {}),
    "programme:policies": ("MVPM", {"words": LONG}, {"everything": "on"}),
    "training:courses": ("training unit", {"delivery": "none"}, {"find": "a"}),
    "training:expiring": ("MVPM", {"within": "none"}, {}),
    "training:requests": ("MVPM", {"status": "none"}, {}),
    "training:sessions": ("training unit", {"when": "never"}, {}),
}
ELSEWHERE = {"ui/specimen.html", "demonstration/letters.html"}  # installed only to try things


def drawn(page: Any) -> Element:
    return html5lib.parse(page.content.decode(), treebuilder="etree", namespaceHTMLElements=False)


def templates() -> dict[str, str]:
    """The templates with a panel, each with what it calls its filters."""
    found = {path: PANEL.search(path.read_text()) for path in HOME.glob("*/templates/**/*.html")}
    return {path.relative_to(path.parents[1]).as_posix(): each[1] for path, each in found.items() if each}


@pytest.mark.django_db
def test_every_wrong_filter_is_told_of_and_its_panel_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    scene, client, seen = the_scene(), Client(), set()
    for name, (who, wrong, right) in LISTS.items():
        client.force_login(scene.people[who])  # type: ignore[arg-type]
        plain, page = (client.get(reverse(name), query) for query in (right, wrong | right))
        seen |= {each.name for each in page.templates}

        assert plain.status_code == page.status_code == 200, name
        assert told(plain) == ([], "", True), name
        if not wrong:  # ticks alone, which cannot be wrong
            continue
        said = next(page.context["filters"][field] for field in wrong)
        others = " Your other filters are used." if right else ""
        left_out = f"What you see below is as if you had left “{said.label}” empty.{others}"
        assert told(page) == (list(said.errors), left_out, False), name
    assert templates().keys() - ELSEWHERE <= seen
    assert set(templates().values()) == {"filters"}  # the name by which the page tells of them


def told(page: Any) -> tuple[list[str], str, bool]:
    """What stands in the summary, what the list is said to be, and whether the panel may fold."""
    tree = drawn(page)
    title = "".join(tree.find(".//title").itertext())  # type: ignore[union-attr]
    panel = tree.find(".//details[@class='tg-filter__fold']")
    summary = tree.find(".//div[@class='govuk-error-summary']")
    assert panel is not None
    assert "open" in panel.attrib
    assert title.startswith("Error: ") == (summary is not None)
    if summary is None:
        return [], "", "data-tg-fold" in panel.attrib
    links = list(summary.iter("a"))
    inside = {each.get("id") for each in panel.iter()}
    assert all(link.get("href", "").removeprefix("#") in inside for link in links)
    more = "".join("".join(each.itertext()) for each in summary.iter("p"))
    return ["".join(link.itertext()) for link in links], more, "data-tg-fold" in panel.attrib


@pytest.mark.django_db
def test_what_is_right_still_narrows_and_what_was_typed_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    scene, client = the_scene(), Client()
    client.force_login(scene.people["Central Team"])  # type: ignore[arg-type]

    page = client.get(reverse("people:trail"), {"on": "some day", "act": "no such act"})

    assert [page.context["filters"][name].value() for name in ("on", "act")] == ["some day", "no such act"]
    assert list(page.context["rows"]) == []
    tags = [each for each in drawn(page).iter("a") if each.get("class") == "moj-filter__tag"]
    assert ["".join(each.itertext()).split(": ", 1)[1] for each in tags] == ["What was done: no such act"]


def test_no_page_writes_into_what_was_asked_for() -> None:
    """What stands in the address is what was asked; links go by ``narrowed_by`` where that differs."""
    files = [*HOME.glob("*/views.py"), *HOME.glob("*/views/*.py")]
    assert [file.name for file in files if re.search(r"request\.(GET|POST) = ", file.read_text())] == []
    assert len(files) > 100

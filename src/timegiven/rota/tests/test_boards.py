"""The board of a week, one person's weeks, the sheet for the wall, and what hangs on one person."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import builders as build
from timegiven.rota import rules, selectors
from timegiven.rota.tests.conftest import Scene

WEEK = reverse("rota:week") + "?from=2007-05-02"
pytestmark = pytest.mark.usefixtures("clock")


def _lines(page) -> list[tuple[date, str, str, list[str]]]:
    return [
        (day["date"], line.tone, line.note, line.coming)
        for days in page.context["rows"]
        for day in days
        for line in day["lines"]
    ]


@pytest.mark.clause(50)
def test_a_week_shows_who_comes_and_where_people_are_missing(scene: Scene, client: Client) -> None:
    full, thin = build.a_duty(scene.placement), build.a_duty(scene.placement, places=3, least=2)
    build.an_offer(scene.placement, duty=full, status="ACCEPTED")
    draft = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 3, 9, tzinfo=UTC), is_draft=True)
    build.an_offer(scene.placement, duty=draft, status="PREPARED")
    client.force_login(scene.manager)

    page = client.get(WEEK)

    assert _lines(page) == [
        (date(2007, 5, 1), "full", "1 of 1, full", ["Ada O"]),
        (date(2007, 5, 1), "none", "0 of 3, 2 more hoped for", []),
        (date(2007, 5, 3), "draft", "Draft, 1 to ask", []),
    ]
    assert (page.context["thin"], page.context["drafts"], page.context["title"]) == (1, 1, "30 April to 6 May 2007")
    assert f'href="{reverse("rota:move", args=[thin.reference])}"' in page.content.decode()


def test_a_week_costs_the_same_queries_for_one_duty_and_for_many(scene: Scene, client: Client) -> None:
    build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.mvpm)
    client.get(WEEK)
    with CaptureQueriesContext(connection) as one:
        client.get(WEEK)
    for number in range(8):
        starts_at = datetime(2007, 5, 2, 9, tzinfo=UTC) + timedelta(hours=2 * number)
        build.an_offer(scene.placement, duty=build.a_duty(scene.placement, starts_at=starts_at), status="ACCEPTED")
    with CaptureQueriesContext(connection) as many:
        client.get(WEEK + "&weeks=2")

    assert len(many) == len(one)


def test_one_persons_weeks_are_for_those_who_look_after_them(scene: Scene, client: Client) -> None:
    build.an_offer(scene.placement, status="ACCEPTED")
    elsewhere = build.a_unit("Stores")
    page = reverse("rota:person", args=[scene.placement.volunteer.reference])

    found = {}
    people = [scene.volunteer, scene.manager, scene.mvpm, build.a_unit_manager(elsewhere), scene.stranger]
    for number, person in enumerate(people):
        client.force_login(person)
        found[number] = client.get(page).status_code

    assert found == {0: 200, 1: 200, 2: 200, 3: 404, 4: 404}


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_the_sheet_for_the_wall_is_a_document(scene: Scene, client: Client, paper: str) -> None:
    build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.manager)

    sheet = client.get(reverse("rota:wall"), {"from": "2007-04-30", "paper": paper})

    assert (sheet.status_code, sheet.headers["Content-Type"], sheet.content[:5]) == (200, "application/pdf", b"%PDF-")
    assert sheet.headers["Content-Disposition"] == f'attachment; filename="rota-2007-04-30-{paper}.pdf"'


def test_the_wall_names_first_names_and_initials_and_no_drafts(scene: Scene) -> None:
    duty = build.a_duty(scene.placement, places=2)
    build.an_offer(scene.placement, duty=duty, status="ACCEPTED")

    (line,) = selectors.board(scene.unit, duty.on, 1)[duty.on]

    assert (line.coming, line.note) == (["Ada O"], "1 of 2, room for 1")


# Reliance


@pytest.mark.clause(43)
@pytest.mark.parametrize(
    ("carried", "leans"),
    [([], False), ([5], False), ([6], True), ([7, 3], True), ([6, 3], False), ([3, 3, 3], False)],
)
def test_when_a_unit_relies_on_somebody(carried: list[int], leans: bool) -> None:
    assert rules.leans(carried, least=6, share=70) is leans


@pytest.mark.clause(43)
def test_the_unit_is_told_and_nobody_is_named(scene: Scene, client: Client) -> None:
    for number in range(6):
        starts_at = build.NOW - timedelta(days=7 * number + 1)
        build.an_offer(scene.placement, duty=build.a_duty(scene.placement, starts_at=starts_at), status="GIVEN")
    client.force_login(scene.manager)

    page = client.get(reverse("rota:sharing")).content.decode()
    needs = [need.text for need in selectors.needs(scene.manager, build.TODAY)]

    assert "6 of 6 duties" in page
    assert "Nobody else is placed in this role here." in page
    assert [word for word in ("Ada", "Okafor") if word in page] == []
    assert needs == ["Front counter triage hangs on one person"]
    assert selectors.needs(scene.volunteer, build.TODAY) == []


def test_what_waits_for_a_planner(scene: Scene) -> None:
    build.a_duty(scene.placement)
    build.a_duty(scene.placement, is_draft=True)
    enough = build.a_duty(scene.placement, places=2)
    build.an_offer(scene.placement, duty=enough, status="ACCEPTED")

    assert [(need.text, need.url_name, need.query) for need in selectors.needs(scene.manager, build.TODAY)] == [
        ("1 duty still has a place", "rota:gaps", "?thin=1"),
        ("1 draft not published yet", "rota:publish", ""),
    ]

"""The MVP Manager's page of the week when much waits: nothing is left out without a word."""

from datetime import time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.attendance import selectors
from timegiven.attendance.models import LateEntry, Presence, Query, SessionReport
from timegiven.attendance.policies import UNIT_CONFIRMS
from timegiven.attendance.tests.conftest import AFTER, MAY, Scene
from timegiven.attendance.views import mondays
from timegiven.programme.models import PolicyValue

pytestmark = [pytest.mark.clause(86), pytest.mark.usefixtures("clock")]
PARTS = ("notes", "late", "beyond", "forgotten", "not_told")


@pytest.fixture
def three_of_each(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> list[SessionReport]:
    """On pages that hold two."""
    monkeypatch.setattr(mondays, "MOST", 2)
    made = []
    for days in (10, 20, 30):
        began = AFTER - timedelta(days=days)
        report = build.a_report(scene.placement, starts_at=began)
        SessionReport.objects.filter(pk=report.pk).update(has_words=True, idea=f"A stool {days}")
        Query.objects.create(report=report, asked_at=began)
        LateEntry.objects.create(
            placement=scene.placement,
            person=scene.volunteer,
            on=began.date(),
            starts=time(10),
            typed="{}",
            sent_at=AFTER,
        )
        duty = build.a_duty(scene.placement, starts_at=began)
        build.an_offer(scene.placement, duty=duty, status="ACCEPTED")
        Presence.objects.create(
            placement=scene.placement, person=scene.volunteer, unit=scene.unit, came_at=began + timedelta(days=1),
            came_how="PHONE", is_forgotten=True,
        )  # fmt: skip
        made.append(report)
    return made


@pytest.mark.parametrize("part", PARTS)
def test_a_long_list_says_how_many_there_are_and_leads_to_all(
    scene: Scene, client: Client, three_of_each: list, part: str
) -> None:
    client.force_login(scene.mvpm)
    address = reverse("attendance:monday")

    page = client.get(address)
    second = client.get(f"{address}?part={part}&page=2")

    assert page.text.count("The first 2 of 3 are shown here.") == len(PARTS)
    assert f'<a class="govuk-link" href="?part={part}">See all 3<' in page.text
    assert len(page.context[part]) == 2
    seen = [*client.get(f"{address}?part={part}").context[part], *second.context[part]]
    assert len({each.pk for each in seen}) == 3
    others = [each for each in PARTS if each != part]
    assert not [each for each in others if f'id="{each}"' in second.text]


def test_what_stands_on_a_later_page_is_marked_as_read_there(scene: Scene, client: Client, three_of_each: list) -> None:
    client.force_login(scene.mvpm)
    address = f"{reverse('attendance:monday')}?part=notes&page=2"
    last = selectors.to_read(scene.mvpm, AFTER.date()).last()

    sent = client.post(address, {"read": last.reference, "once": "1"})

    last.refresh_from_db()
    assert last.read_by == scene.mvpm
    assert sent.url == address


@pytest.mark.parametrize("query", ["?part=nonsense&page=2", "?page=2"])
def test_a_part_that_there_is_not_is_the_whole_page(
    scene: Scene, client: Client, three_of_each: list, query: str
) -> None:
    client.force_login(scene.mvpm)

    assert all(f'id="{part}"' in client.get(reverse("attendance:monday") + query).text for part in PARTS)


def test_sessions_to_confirm_have_pages(scene: Scene, client: Client, three_of_each: list) -> None:
    PolicyValue.objects.create(
        name=UNIT_CONFIRMS.name, from_on=MAY, value=True, decided_by="Steering Group", source="Minute 4"
    )
    client.force_login(scene.mvpm)
    address = reverse("attendance:confirm")

    first, second = client.get(address), client.get(f"{address}?page=2")

    assert "3 sessions wait: these are 1 to 2" in first.text
    shown = [list(each.context["page_obj"]) for each in (first, second)]
    assert [len(each) for each in shown] == [2, 1]
    client.post(f"{address}?page=2", {"chosen": shown[1][0].reference, "once": "1"})
    shown[1][0].refresh_from_db()
    assert shown[1][0].confirmed_by == scene.mvpm

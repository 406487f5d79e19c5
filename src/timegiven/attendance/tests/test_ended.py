"""Whoever has moved, whose role has ended or who has left: their last sessions can still be told of."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as build
from timegiven.attendance import selectors, services
from timegiven.attendance.models import SessionReport
from timegiven.attendance.tests.conftest import AFTER, MAY, Scene
from timegiven.concerns import services as concerns
from timegiven.joining import services as joining
from timegiven.kernel.refusals import NotAllowed
from timegiven.placements.models import Placement

LATER = AFTER + timedelta(days=3)
TYPED = {"day": "1/5/2007", "starts": "10am", "ends": "2pm"}


@pytest.fixture(autouse=True)
def days_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: LATER)


def _told(scene: Scene) -> dict:
    fresh = Placement.objects.get(pk=scene.placement.pk)
    return {"placement": fresh, "by": scene.mvpm, "at": LATER}


@pytest.mark.clause(38, 40, 120)
def test_paper_that_comes_after_somebody_left_is_keyed_in(scene: Scene, client: Client) -> None:
    concerns.end_volunteering(scene.placement.volunteer, by=scene.volunteer, at=AFTER)
    client.force_login(scene.mvpm)

    listed = client.get(reverse("attendance:key_in"))
    found = client.get(reverse("attendance:key_in"), {"words": "okafor"}).content.decode()
    added = client.post(reverse("attendance:stack"), TYPED | {"who": "okafor", "numbers": "1", "once": "a"})

    assert list(listed.context["page_obj"]) == []  # those who come now, until somebody is looked for
    assert "Until Wednesday 2 May 2007" in found
    assert added.status_code == 302
    assert (SessionReport.objects.get().person, SessionReport.objects.get().minutes) == (scene.volunteer, 240)


@pytest.mark.clause(38)
def test_a_sheet_knows_who_has_left_and_no_day_after_it(scene: Scene) -> None:
    concerns.end_volunteering(scene.placement.volunteer, by=scene.volunteer, at=AFTER)
    days = "".join(f"Ada Okafor,{day}/5/2007,10am,2pm,1\n" for day in (1, 2, 3))
    rows = f"Volunteer,Day,From,To,Tasks\n{days}".encode()

    made = services.look_at(rows, name="may.csv", by=scene.mvpm, at=LATER)

    assert [row.state for row in selectors.rows_of(made)] == ["GOOD", "BAD", "BAD"]
    last_day, after = selectors.rows_of(made, "BAD")
    assert "Key this session in by itself" in last_day.trouble
    assert "is after this placement ended" in after.trouble


def _moved(scene: Scene) -> Placement:
    """The role at the front counter ended on 2 May; another, at the store, began on that day."""
    Placement.objects.filter(pk=scene.placement.pk).update(status="ENDED", until_on=AFTER.date())
    store = build.a_unit("Store")
    build.a_risk_assessment(scene.placement.version, unit=store)
    there = build.a_placement(scene.placement.volunteer, scene.placement.version, unit=store)
    Placement.objects.filter(pk=there.pk).update(from_on=AFTER.date())
    return there


@pytest.mark.parametrize(("day", "is_old"), [("1/5/2007", True), ("2/5/2007", False)])
def test_of_two_roles_it_is_that_of_the_day(scene: Scene, client: Client, day: str, is_old: bool) -> None:
    there = _moved(scene)
    content = f"Volunteer,Day,From,To,Tasks\nAda Okafor,{day},10am,2pm,1\n".encode()
    made = services.look_at(content, name="may.csv", by=scene.mvpm, at=LATER)
    client.force_login(scene.mvpm)

    client.post(reverse("attendance:stack"), TYPED | {"day": day, "who": "okafor", "numbers": "1", "once": "a"})

    assert SessionReport.objects.get().placement == (scene.placement if is_old else there)
    assert selectors.rows_of(made).get().state == "GOOD"


def test_who_has_moved_tells_of_the_last_session_in_the_old_role(scene: Scene, client: Client) -> None:
    _moved(scene)
    client.force_login(scene.volunteer)
    old = reverse("attendance:report_other", args=[scene.placement.reference])

    page = client.get(reverse("attendance:report")).content.decode()
    here = client.get(reverse("attendance:here")).content.decode()
    sent = client.post(old, TYPED | {"tasks": ["1"]})

    assert f'href="{old}"' in page
    assert "Front counter, Camden, until Wednesday 2 May 2007" in page
    assert scene.placement.reference not in here  # nobody comes to it any more
    assert sent.url == reverse("attendance:thanks", args=[SessionReport.objects.get().reference])
    assert selectors.roles_to_tell(scene.volunteer, MAY + timedelta(days=120))[1:] == []


@pytest.mark.clause(79, 82)
def test_a_pass_that_was_lost_afterwards_does_not_matter(scene: Scene) -> None:
    held = scene.volunteer.passes.get()
    joining.report_lost(held, by=scene.volunteer, at=datetime(2007, 5, 2, 8, tzinfo=UTC))
    joining.cancel_pass(held, make_another=True, by=build.the_pass_office(), at=AFTER)

    assert scene.report(**_told(scene)).minutes == 240
    with pytest.raises(NotAllowed, match="no volunteer pass in force on Thursday 3 May 2007"):
        scene.report(day=MAY + timedelta(days=2), starts=time(9), ends=time(10), **_told(scene))


def test_a_pass_that_was_stopped_while_it_was_made_was_never_held(scene: Scene) -> None:
    scene.volunteer.passes.update(status="CANCELLED", until_on=AFTER.date())

    with pytest.raises(NotAllowed, match="no volunteer pass"):
        scene.report(**_told(scene))

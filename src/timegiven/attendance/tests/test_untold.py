"""A report that was not written from a duty's page tells of the duty, and of the coming and going, all the same."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.attendance import selectors, services
from timegiven.attendance.models import Presence, SessionReport
from timegiven.attendance.tests.conftest import AFTER, MAY, Scene
from timegiven.rota import selectors as rota
from timegiven.rota.models import Offer

pytestmark = pytest.mark.usefixtures("clock")
TEN = datetime(2007, 5, 1, 9, 2, tzinfo=UTC)  # 10:02am in London
TYPED = {"day": "1/5/2007", "starts": "10am", "ends": "2pm"}


def _on_paper(scene: Scene, client: Client) -> None:
    client.force_login(scene.mvpm)
    client.post(reverse("attendance:stack"), TYPED | {"who": "okafor", "numbers": "1", "once": "a"})


def _by_the_square_code(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)
    client.post(reverse("attendance:report_other", args=[scene.placement.reference]), TYPED | {"tasks": ["1"]})


def _on_a_sheet(scene: Scene, client: Client) -> None:
    content = b"Volunteer,Day,From,To,Tasks\nAda Okafor,1/5/2007,10am,2pm,1\n"
    made = services.look_at(content, name="may.csv", by=scene.mvpm, at=AFTER)
    services.choose(made, by=scene.mvpm, at=AFTER)
    services.enter_chosen(made, at=AFTER)


ways = pytest.mark.parametrize("tell", [_on_paper, _by_the_square_code, _on_a_sheet])


@ways
@pytest.mark.clause(34, 38, 45)
def test_nobody_is_asked_about_it_again_and_its_time_counts_once(scene: Scene, client: Client, tell) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    later = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 20, 9, tzinfo=UTC))

    tell(scene, client)

    offer.refresh_from_db()
    assert (offer.status, SessionReport.objects.get().offer) == ("GIVEN", offer)
    assert rota.to_tell(scene.volunteer, AFTER) == []
    assert selectors.to_remind(AFTER + timedelta(days=3)) == []
    assert not selectors.not_told(scene.mvpm, AFTER + timedelta(days=8), AFTER.date()).exists()
    plan = rota.plan_of(scene.volunteer, later)
    assert (plan.given, plan.planned) == (240, 0)


@ways
@pytest.mark.clause(21, 22)
def test_the_register_has_one_line_for_it(scene: Scene, client: Client, tell) -> None:
    presence = services.check_in(scene.placement, by=scene.volunteer, at=TEN)

    tell(scene, client)

    presence.refresh_from_db()
    assert (SessionReport.objects.get().presence, presence.left_how) == (presence, "REPORT")
    lines = selectors.register(scene.unit, MAY, MAY)
    assert [(line.came, line.left, line.told) for line in lines] == [("10:02am", "2pm", "On their own phone")]
    assert services.ask_when_left(at=AFTER) == 0


def test_of_two_duties_it_is_the_one_that_shares_most_time(scene: Scene) -> None:
    before = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 1, 7, tzinfo=UTC), hours=3)  # until 11am
    first = build.an_offer(scene.placement, duty=before, status="ACCEPTED")
    second = build.an_offer(scene.placement, duty=build.a_duty(scene.placement), status="ACCEPTED")
    elsewhere = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)
    other = build.an_offer(elsewhere, duty=second.duty, status="ACCEPTED")

    assert scene.report().offer == second
    assert scene.report(starts=time(8), ends=time(10)).offer == first
    assert scene.report(starts=time(14), ends=time(15)).offer is None
    assert Offer.objects.get(pk=other.pk).status == "ACCEPTED"


def test_a_morning_that_nobody_ended_is_not_taken_for_the_evening(scene: Scene) -> None:
    services.check_in(scene.placement, by=scene.volunteer, at=TEN)

    report = scene.report(starts=time(18), ends=time(20))

    assert report.presence is None
    assert Presence.objects.get().left_at is None


def test_a_coming_of_which_something_was_told_is_not_told_of_twice(scene: Scene) -> None:
    presence = services.check_in(scene.placement, by=scene.volunteer, at=TEN)
    services.check_out(presence, by=scene.volunteer, at=TEN + timedelta(hours=4))

    first = scene.report(ends=time(12))
    second = scene.report(starts=time(12), ends=time(14))
    services.void(first, why="The wrong day", by=scene.volunteer, at=AFTER)
    again = scene.report(ends=time(12))

    assert [each.presence for each in (first, second, again)] == [presence, None, presence]

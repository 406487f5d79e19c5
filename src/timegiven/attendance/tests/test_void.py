"""Take a report back; confirm that a session took place."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.attendance import access, selectors, services
from timegiven.attendance.models import SessionReport
from timegiven.attendance.policies import UNIT_CONFIRMS
from timegiven.attendance.tests.conftest import AFTER, MAY, Scene
from timegiven.hours import selectors as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.programme.models import PolicyValue

DAY = AFTER.date()


def test_what_is_taken_back_leaves_the_ledger_and_stays_to_be_read(scene: Scene) -> None:
    report = scene.report()

    services.void(report, why="Reported twice", by=scene.volunteer, at=AFTER)

    assert hours.given_in(scene.volunteer, MAY) == 0
    assert sorted(Entry.objects.values_list("minutes", flat=True)) == [-240, 240]
    assert list(selectors.reports_of(scene.volunteer)) == []
    assert list(selectors.reports_seen_by(scene.mvpm, DAY)) == [report]
    with pytest.raises(NotAllowed, match="taken back already"):
        services.void(report, why="Again", by=scene.volunteer, at=AFTER)
    assert scene.report().minutes == 240  # the time is free again


def test_a_duty_can_be_reported_again_after_its_report_was_taken_back(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    services.void(scene.report(offer=offer), why="The wrong day", by=scene.volunteer, at=AFTER)
    offer.refresh_from_db()

    assert scene.report(offer=offer).offer == offer
    assert offer.status == "GIVEN"


def test_only_the_newest_version_is_taken_back_and_only_by_whom_it_concerns(scene: Scene) -> None:
    report = scene.report()

    for person in (scene.manager, scene.stranger):
        with pytest.raises(NotPermitted):
            services.void(report, why="No", by=person, at=AFTER)
    services.correct(report, why="A slip", by=scene.mvpm, at=AFTER, **_told(report))
    with pytest.raises(NotAllowed, match="corrected already"):
        services.void(report, why="No", by=scene.mvpm, at=AFTER)


def _told(report: SessionReport) -> dict:
    return {"day": report.on, "starts": report.starts_at.time(), "ends": report.ends_at.time(), "tasks": [1]}


@pytest.mark.usefixtures("clock")
def test_the_pages(scene: Scene, client: Client) -> None:
    report = scene.report()
    client.force_login(scene.volunteer)
    address = reverse("attendance:void", args=[report.reference])

    silent = client.post(address, {"why": ""})
    done = client.post(address, {"why": "Reported twice"}, follow=True)

    assert "Say why it is taken back" in silent.content.decode()
    assert "This report was taken back" in done.content.decode()
    assert "Reported twice (Ada Okafor, Wednesday 2 May 2007)" in done.content.decode()


# Confirming, where the policy asks for it


def _ask_for_it() -> None:
    PolicyValue.objects.create(
        name=UNIT_CONFIRMS.name, from_on=MAY, value=True, decided_by="Steering Group", source="Minute 4"
    )


def test_nobody_confirms_where_the_policy_does_not_ask(scene: Scene) -> None:
    scene.report()

    assert selectors.to_confirm(scene.manager, DAY).count() == 0


@pytest.mark.usefixtures("clock")
def test_the_unit_confirms_many_at_once(scene: Scene, client: Client) -> None:
    _ask_for_it()
    one, other = scene.report(), scene.report(starts=AFTER.replace(hour=15).time(), ends=AFTER.replace(hour=16).time())
    client.force_login(scene.manager)

    shown = client.get(reverse("attendance:confirm")).content.decode()
    client.post(reverse("attendance:confirm"), {"chosen": [one.reference]})

    assert shown.count("checked") == 2
    assert list(selectors.to_confirm(scene.manager, DAY)) == [other]
    assert SessionReport.objects.get(pk=one.pk).confirmed_by == scene.manager
    people = [scene.manager, scene.mvpm, scene.volunteer, scene.stranger]
    assert [access.confirm(person, other, DAY) for person in people] == [True, True, False, False]
    with pytest.raises(NotPermitted):
        services.confirm([other], by=scene.volunteer, at=AFTER)

"""Put a report right: a new version, a reason, and the old one kept."""

from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.attendance import access, selectors, services
from timegiven.attendance.models import SessionReport
from timegiven.attendance.tests.conftest import AFTER, MAY, Scene
from timegiven.hours import selectors as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed, NotPermitted


def _correct(old: SessionReport, **changes: object) -> SessionReport:
    told = {"day": MAY, "starts": time(10), "ends": time(15), "tasks": [1], "why": "The end was 3pm", "at": AFTER}
    return services.correct(old, **{"by": old.person} | told | changes)


def test_the_ledger_takes_back_the_old_time_and_gives_the_new(scene: Scene) -> None:
    old = scene.report()

    new = _correct(old)

    assert (new.minutes, new.replaces, new.why_corrected) == (300, old, "The end was 3pm")
    assert list(Entry.objects.order_by("pk").values_list("minutes", flat=True)) == [240, -240, 300]
    assert hours.given_in(scene.volunteer, MAY) == 300
    assert list(selectors.reports_of(scene.volunteer)) == [new]
    assert selectors.versions_of(new) == [old]


def test_a_correction_may_move_to_another_month_and_never_past_the_cap(scene: Scene) -> None:
    old = scene.report(day=date(2007, 4, 30))
    build.time_given(scene.placement.volunteer, minutes=2160, on=MAY)

    with pytest.raises(NotAllowed, match="the limit is 40 hours"):
        _correct(old)
    moved = _correct(old, ends=time(14))

    assert [hours.given_in(scene.volunteer, day) for day in (date(2007, 4, 1), MAY)] == [0, 2400]
    assert moved.on == MAY


def test_only_the_newest_version_is_corrected(scene: Scene) -> None:
    old = scene.report()
    _correct(old)

    with pytest.raises(NotAllowed, match="corrected already"):
        _correct(old)


def test_who_may_correct_and_who_reads_the_words(scene: Scene) -> None:
    report = scene.report()
    people = [scene.volunteer, scene.mvpm, scene.manager, scene.stranger]

    for permission in (access.correct, access.read_words):
        assert [permission(person, report, MAY) for person in people] == [True, True, False, False]
    with pytest.raises(NotPermitted):
        _correct(report, by=scene.manager)


@pytest.mark.usefixtures("clock")
def test_the_page_shows_what_was_told_and_asks_why(scene: Scene, client: Client) -> None:
    report = scene.report(how_it_went="A lovely morning.")
    client.force_login(scene.volunteer)
    address = reverse("attendance:correct", args=[report.reference])
    typed = {"day": "1/5/2007", "starts": "10am", "ends": "3pm", "tasks": ["1"]}

    shown = client.get(address).content.decode()
    silent = client.post(address, typed)
    told = client.post(address, typed | {"why": "The end was 3pm"})

    assert "A lovely morning." in shown
    assert "Say why it changes" in silent.content.decode()
    newest = SessionReport.objects.get(replaced_by=None)
    assert told.url == reverse("attendance:session", args=[newest.reference])

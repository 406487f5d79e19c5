"""The same moment, on PostgreSQL: double sending, overlap, and the cap; each beside a control without its guard."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from threading import Barrier, Event

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as build
from tests.races import together
from timegiven.attendance import selectors
from timegiven.attendance.models import Presence, SessionReport
from timegiven.attendance.services import imports, presences, reports
from timegiven.attendance.tests.conftest import AFTER, MAY, Scene, set_the_scene
from timegiven.hours import selectors as hours
from timegiven.hours import services as ledger
from timegiven.hours.selectors.totals import ClosedMonth
from timegiven.hours.services import closing as closing_services
from timegiven.kernel.refusals import NotAllowed
from timegiven.placements.models import Placement
from timegiven.rota import services as rota
from timegiven.rota.models import Offer
from timegiven.rota.services import holding

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TYPED = {"day": "1/5/2007", "starts": "10am", "ends": "2pm", "tasks": ["1"]}


def meanwhile(report: Callable[[], object], deed: Callable[[], object]) -> object:
    """A report is written and not yet committed when the deed begins; None, or how the deed was refused."""
    written, answered = Event(), Event()

    def report_slowly() -> None:
        with transaction.atomic():
            report()
            written.set()
            answered.wait(timeout=1)

    def then() -> None:
        written.wait(timeout=20)
        try:
            deed()
        finally:
            answered.set()

    return together(report_slowly, then)[1]


def _sending(scene: Scene, typed: list[dict]) -> list[Callable[[], object]]:
    """As many browsers of the same person, each about to send the same report."""
    first = Client()
    first.force_login(scene.volunteer)
    address = reverse("attendance:report_other", args=[scene.placement.reference])
    browsers = []
    for each in typed:
        browser = Client()
        browser.cookies = first.cookies
        browsers.append(lambda browser=browser, each=each: browser.post(address, each))
    return browsers


@pytest.fixture
def the_day_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: AFTER)


@pytest.mark.usefixtures("the_day_after")
def test_a_form_sent_ten_times_at_once_gives_one_report_and_ten_thank_yous() -> None:
    scene = set_the_scene()

    answers = together(*_sending(scene, [TYPED | {"once": "one-key"}] * 10))

    report = SessionReport.objects.get()
    assert [answer.status_code for answer in answers] == [302] * 10
    assert {answer.url for answer in answers} == {reverse("attendance:thanks", args=[report.reference])}
    assert hours.given_in(scene.volunteer, MAY) == 240


@pytest.mark.usefixtures("the_day_after")
def test_with_a_key_each_the_deed_is_tried_ten_times() -> None:
    answers = together(*_sending(set_the_scene(), [TYPED | {"once": f"key-{n}"} for n in range(10)]))

    # The overlap stops nine: without one common key each of them is an attempt of its own.
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [302]


def _reporting(placement: Placement, count: int) -> list[Callable[[], object]]:
    told = {"day": MAY, "starts": time(10), "ends": time(14), "tasks": [1], "at": AFTER}
    fresh = [Placement.objects.get(pk=placement.pk) for _ in range(count)]
    return [lambda each=each: reports.report(each, by=each.volunteer.person, **told) for each in fresh]


def test_two_reports_of_the_same_time_give_one() -> None:
    scene = set_the_scene()

    answers = together(*_reporting(scene.placement, 2))

    assert SessionReport.objects.count() == 1
    assert len([answer for answer in answers if isinstance(answer, NotAllowed)]) == 1


def test_without_the_guard_the_same_time_is_given_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = set_the_scene()
    everybody_has_read, overlapping = Barrier(2), selectors.overlapping

    def read_together(*people: object, **besides: object) -> object:
        found = overlapping(*people, **besides)
        everybody_has_read.wait(timeout=20)
        return found

    monkeypatch.setattr(reports, "hold", lambda person: None)
    monkeypatch.setattr(selectors, "overlapping", read_together)

    together(*_reporting(scene.placement, 2))

    assert SessionReport.objects.count() == 2


def _sheet_beside_a_report(scene: Scene) -> None:
    """The same session stands on a sheet, which is being entered when the volunteer reports it."""
    content = b"Volunteer,Day,From,To,Tasks\nAda Okafor,1/5/2007,10am,2pm,1\n"
    made = imports.look_at(content, name="may.csv", by=scene.mvpm, at=AFTER)
    imports.choose(made, by=scene.mvpm, at=AFTER)
    (report,) = _reporting(scene.placement, 1)
    meanwhile(report, lambda: imports.enter_chosen(made, at=AFTER))


def test_a_sheet_waits_for_the_report_of_the_same_session() -> None:
    scene = set_the_scene()

    _sheet_beside_a_report(scene)

    assert SessionReport.objects.count() == 1
    assert hours.given_in(scene.volunteer, MAY) == 240


def test_without_the_guard_the_sheet_enters_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = set_the_scene()
    monkeypatch.setattr(imports, "_hold", lambda people: None)

    _sheet_beside_a_report(scene)

    assert SessionReport.objects.count() == 2


# The cap, reached by a report and a yes at once


def _report_while_accepting(scene: Scene) -> tuple[Offer, object]:
    """A report is written and not yet committed when the yes to a duty of the same month arrives."""
    build.time_given(scene.placement.volunteer, minutes=2160, on=MAY)
    duty = build.a_duty(scene.placement, starts_at=datetime(2007, 5, 20, 9, tzinfo=UTC))
    offer = build.an_offer(scene.placement, duty=duty)
    (report,) = _reporting(scene.placement, 1)
    return offer, meanwhile(report, lambda: rota.accept(Offer.objects.get(pk=offer.pk), by=scene.volunteer, at=AFTER))


@pytest.mark.clause(34)
def test_a_yes_waits_for_the_report_that_fills_the_month() -> None:
    scene = set_the_scene()

    offer, answer = _report_while_accepting(scene)

    assert isinstance(answer, NotAllowed)
    assert "the limit is 40 hours" in answer.reason
    assert Offer.objects.get(pk=offer.pk).status == "OPEN"
    assert hours.given_in(scene.volunteer, MAY) == 2400


def test_without_the_guard_the_yes_passes_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = set_the_scene()
    monkeypatch.setattr(holding, "hold", holding.read)

    offer, answer = _report_while_accepting(scene)

    assert answer is None
    given, planned = hours.given_in(scene.volunteer, date(2007, 5, 1)), Offer.objects.get(pk=offer.pk).duty.minutes
    assert given + planned == 2640


# Three devices at the fortieth hour; two doors at once; a month that closes meanwhile


@pytest.mark.clause(34)
def test_the_fortieth_hour_reached_by_three_devices_at_once_is_given_once() -> None:
    scene = set_the_scene()
    build.time_given(scene.placement.volunteer, minutes=2160, on=MAY)
    told = [{"starts": time(hour), "ends": time(hour + 4)} for hour in (6, 10, 14)]
    fresh = [Placement.objects.get(pk=scene.placement.pk) for _ in told]
    deeds = [
        lambda each=each, times=times: reports.report(
            each, by=each.volunteer.person, day=MAY, tasks=[1], at=AFTER, **times
        )
        for each, times in zip(fresh, told, strict=True)
    ]

    answers = together(*deeds)

    assert len([answer for answer in answers if isinstance(answer, SessionReport)]) == 1
    assert hours.given_in(scene.volunteer, MAY) == 2400


def test_one_person_at_two_doors_at_once_comes_in_at_one() -> None:
    scene = set_the_scene()
    fresh = [Placement.objects.get(pk=scene.placement.pk) for _ in range(2)]

    deeds = [lambda each=each: presences.check_in(each, by=each.volunteer.person, at=AFTER) for each in fresh]
    answers = together(*deeds)

    assert len([answer for answer in answers if isinstance(answer, NotAllowed)]) == 1
    assert Presence.objects.count() == 1


CLOSING = datetime(2007, 7, 16, 9, tzinfo=UTC)  # 45 days after the end of May


def _report_while_closing() -> ClosedMonth:
    """A report of May is written and not yet committed when May is closed."""
    scene = set_the_scene()
    build.time_given(build.a_volunteer(borough=build.a_borough("Barnet")), minutes=60, on=MAY)
    ledger.recount()  # in Camden nobody has given time in May so far
    fresh = Placement.objects.get(pk=scene.placement.pk)
    told = {"day": MAY, "starts": time(10), "ends": time(14), "tasks": [1], "at": CLOSING}
    meanwhile(lambda: reports.report(fresh, by=scene.mvpm, **told), lambda: ledger.close_due(at=CLOSING))
    return hours.closed_months()[0]


def test_a_month_waits_for_the_report_that_is_just_written() -> None:
    closed = _report_while_closing()

    assert (closed.closing.minutes, closed.counted_again) == (300, 300)


def test_without_the_lock_the_closing_misses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing_services, "_hold_totals", lambda starts_on: None)

    closed = _report_while_closing()

    assert (closed.closing.minutes, closed.counted_again) == (60, 300)

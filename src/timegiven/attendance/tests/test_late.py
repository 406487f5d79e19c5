"""A report that comes too late for the volunteer goes to the MVP Manager, with everything that was typed."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as build
from timegiven.attendance import selectors, services
from timegiven.attendance.models import LateEntry, SessionReport
from timegiven.attendance.tests.conftest import MAY, Scene
from timegiven.hours import selectors as hours
from timegiven.hours import services as hours_services
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.programme.models import PolicyValue

JUNE = datetime(2007, 6, 2, 9, tzinfo=UTC)  # 32 days later
TYPED = {"day": "1/5/2007", "starts": "10am", "ends": "2pm", "tasks": ["1"], "how_it_went": "A lovely morning."}


@pytest.fixture(autouse=True)
def in_june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: JUNE)


@pytest.mark.clause(38, 40)
def test_nothing_is_typed_twice(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)
    sent = client.post(reverse("attendance:report_other", args=[scene.placement.reference]), TYPED, follow=True)
    late = LateEntry.objects.get()
    client.force_login(scene.mvpm)
    address = reverse("attendance:late", args=[late.reference])
    shown = client.get(address).content.decode()
    added = client.post(address, TYPED)

    assert "has gone to the MVP Manager, who adds it" in sent.content.decode()
    assert Letter.objects.get().template == "attendance/late"
    assert "A lovely morning." in shown
    assert 'value="10am"' in shown
    assert "What did they do?" in shown
    assert "What did you do?" not in shown
    assert added.url == reverse("attendance:monday")
    late.refresh_from_db()
    report = SessionReport.objects.get()
    assert (late.report, report.person, report.reported_by) == (report, scene.volunteer, scene.mvpm)
    assert hours.given_in(scene.volunteer, MAY) == 240
    assert selectors.open_late(scene.mvpm, JUNE.date()).count() == 0


def test_what_cannot_be_added_is_left_out_and_the_volunteer_hears_why(scene: Scene) -> None:
    late = services.hand_over(
        scene.placement, day=MAY, starts=time(10), ends=time(14), typed={}, by=scene.volunteer, at=JUNE
    )

    with pytest.raises(NotPermitted):
        services.leave_out(late, why="Mine", by=scene.volunteer, at=JUNE)
    services.leave_out(late, why="The counter was closed that day.", by=scene.mvpm, at=JUNE)

    letter = Letter.objects.get(template="attendance/left_out")
    assert (letter.recipient, "The counter was closed that day." in letter.text) == (scene.volunteer.reference, True)
    told = {"day": MAY, "starts": time(10), "ends": time(14), "tasks": [1]}
    with pytest.raises(NotAllowed, match="has just settled this"):
        services.enter_late(late, by=scene.mvpm, at=JUNE, **told)
    assert SessionReport.objects.count() == 0


def test_sending_it_twice_keeps_one(scene: Scene) -> None:
    for words in ("First", "Second"):
        _hand_over(scene, {"idea": [words]})

    assert selectors.typed_in(LateEntry.objects.get())["idea"] == ["Second"]
    assert Letter.objects.count() == 1


def _hand_over(scene: Scene, typed: dict[str, list[str]], *, starts: time = time(10)) -> LateEntry:
    told = {"day": MAY, "starts": starts, "ends": starts.replace(hour=starts.hour + 4), "typed": typed}
    return services.hand_over(scene.placement, by=scene.volunteer, at=JUNE, **told)


@pytest.mark.clause(38, 45)
def test_a_duty_whose_report_waits_for_the_mvp_manager_is_not_asked_about_again(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.volunteer)
    choose = reverse("attendance:report")
    asked = client.get(choose).context["duties"]

    late = _hand_over(scene, {})

    assert ([each.reference for each in asked], late.offer) == ([offer.reference], offer)
    assert client.get(choose).context["duties"] == []
    assert selectors.needs(scene.volunteer, JUNE.date()) == []
    assert not selectors.not_told(scene.mvpm, JUNE, JUNE.date()).exists()
    PolicyValue.objects.create(
        name="attendance.remind_after_days", from_on=MAY, value=[20], decided_by="Group", source="Minute 5"
    )
    assert selectors.to_remind(JUNE - timedelta(days=9)) == []
    told = {"day": MAY, "starts": time(10), "ends": time(14), "tasks": [1]}
    services.enter_late(late, by=scene.mvpm, at=JUNE, **told)
    offer.refresh_from_db()
    assert offer.status == "GIVEN"


@pytest.mark.clause(38, 40)
def test_two_late_sessions_of_one_day_both_reach_the_mvp_manager(scene: Scene) -> None:
    _hand_over(scene, {"how_it_went": ["The morning"]})
    _hand_over(scene, {"how_it_went": ["The evening"]}, starts=time(18))

    told = [selectors.typed_in(late)["how_it_went"] for late in selectors.open_late(scene.mvpm, JUNE.date())]
    assert told == [["The morning"], ["The evening"]]
    assert Letter.objects.filter(template="attendance/late").count() == 2


@pytest.mark.clause(118, 119)
def test_a_worry_in_a_late_report_does_not_wait_for_it_to_be_added(scene: Scene, client: Client) -> None:
    scene.volunteer.phone = "020 7946 0999"
    scene.volunteer.save()
    _hand_over(scene, {"how_it_went": ["The morning"]})
    late = _hand_over(scene, {"worry": ["The stairs are dark"], "is_concern": ["on"]}, starts=time(18))
    client.force_login(scene.mvpm)

    needs = {need.text: need.is_urgent for need in selectors.needs(scene.mvpm, JUNE.date())}
    listed = client.get(reverse("attendance:monday")).text
    leaving_out = client.get(reverse("attendance:leave_out", args=[late.reference])).text

    assert needs == {"1 report came late, with a worry to look at today": True, "1 report came late": False}
    assert selectors.open_late(scene.mvpm, JUNE.date()).first() == late
    assert "Please ring" in listed
    assert "020 7946 0999" in listed
    assert "Please do that first: The stairs are dark" in leaving_out
    told = [letter.text for letter in Letter.objects.filter(template="attendance/late").order_by("pk")]
    assert ["Please ring them today" in text for text in told] == [False, True]
    assert "stairs" not in "".join(told)


def test_what_was_told_late_of_a_coming_is_not_asked_about_again(scene: Scene) -> None:
    presence = services.check_in(scene.placement, by=scene.volunteer, at=datetime(2007, 5, 1, 9, tzinfo=UTC))
    services.leave_open(presence, by=scene.volunteer, at=datetime(2007, 5, 1, 13, tzinfo=UTC))
    before = [need.text for need in selectors.needs(scene.volunteer, JUNE.date())]

    _hand_over(scene, {})

    assert before == ["When did you leave on Tuesday 1 May?"]
    assert selectors.needs(scene.volunteer, JUNE.date()) == []
    assert not selectors.forgotten_seen_by(scene.mvpm, JUNE.date()).exists()


def test_a_late_report_of_a_closed_month_asks_for_the_reason_at_once(scene: Scene, client: Client, monkeypatch) -> None:
    scene.report(starts=time(15), ends=time(16))
    late = _hand_over(scene, {"day": ["1/5/2007"], "starts": ["10am"], "ends": ["2pm"], "tasks": ["1"]})
    august = datetime(2007, 8, 1, 9, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: august)
    hours_services.close_due(at=august)
    client.force_login(scene.mvpm)

    page = client.get(reverse("attendance:late", args=[late.reference])).text

    assert "Why does it come so late?" in page


def test_a_correction_in_a_closed_month_asks_why_once(scene: Scene, client: Client, monkeypatch) -> None:
    report = scene.report()
    august = datetime(2007, 8, 1, 9, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: august)
    hours_services.close_due(at=august)
    client.force_login(scene.mvpm)
    address = reverse("attendance:correct", args=[report.reference])

    page = client.get(address).text
    client.post(address, TYPED | {"starts": "11am", "why": "The start was wrong"})

    assert ("Why does it change?" in page, "Why does it come so late?" in page) == (True, False)
    assert SessionReport.objects.get(replaces=report).why_corrected == "The start was wrong"


def test_a_closed_month_wants_the_reason_and_it_shows(scene: Scene, client: Client, monkeypatch) -> None:
    scene.report()
    august = datetime(2007, 8, 1, 9, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: august)
    hours_services.close_due(at=august)
    client.force_login(scene.mvpm)
    address = reverse("attendance:report_other", args=[scene.placement.reference])
    typed = TYPED | {"starts": "3pm", "ends": "4pm"}

    silent = client.post(address, typed)
    told = client.post(address, typed | {"why": "The sheet lay behind a cupboard"})

    assert "Why does it come so late?" in silent.content.decode()
    assert told.status_code == 302
    entry = SessionReport.objects.latest("starts_at").entry
    assert (entry.is_after_closing, entry.why) == (True, "The sheet lay behind a cupboard")

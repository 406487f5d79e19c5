"""Report a session."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import builders as build
from timegiven.attendance import access
from timegiven.attendance.models import SessionReport
from timegiven.attendance.tests.conftest import AFTER, MAY, Scene
from timegiven.hours import selectors as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.library.models import Task
from timegiven.rota.models import Offer


@pytest.mark.clause(38, 41)
def test_a_report_moves_the_ledger_and_the_duty_becomes_time_given(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")

    report = scene.report(offer=offer, feeling="GOOD", how_it_went="A lovely morning.")

    assert report.minutes == 240
    assert [task.text for task in report.tasks.order_by("position")] == ["Greet visitors", "Hand out leaflets"]
    assert (report.entry.minutes, report.entry.kind, report.entry.source) == (240, "SESSION", report.reference)
    assert hours.given_in(scene.volunteer, MAY) == 240
    assert Offer.objects.get().status == "GIVEN"
    assert Letter.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"day": date(2007, 5, 2), "starts": time(9), "ends": time(12, 1)}, "which is still to come"),
        ({"day": date(2007, 5, 3)}, "which is still to come"),
        ({"day": date(2007, 1, 1)}, "is before the first day in this role"),
        ({"at": datetime(2007, 6, 2, 9, tzinfo=UTC)}, "is more than 31 days ago"),
        ({"ends": time(22, 1)}, "the longest is 12 hours"),
        ({"ends": time(18, 1)}, "it would last 8 hours 1 minute"),
        ({"ends": time(10)}, "the longest is 12 hours"),
        ({"break_minutes": 61}, "up to 1 hour counts as time given"),
        ({"ends": time(11), "break_minutes": 61}, "the breaks come to 1 hour 1 minute, and the session lasted 1 hour"),
        ({"is_concern": True}, "does not say what"),
        ({"travel_minutes": 30}, "time given begins at the unit"),
        ({"tasks": [3]}, "not on the profile"),
        ({"tasks": []}, "does not say what was done"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(scene: Scene, changes: dict, reason: str) -> None:
    with pytest.raises(NotAllowed, match=reason) as refusal:
        scene.report(**changes)

    assert refusal.value.next_step
    assert (SessionReport.objects.count(), Entry.objects.count()) == (0, 0)


@pytest.mark.clause(61)
def test_tasks_come_from_the_profile_version_of_the_duty_alone(scene: Scene) -> None:
    other = build.an_approved_version(unit=scene.unit, title="Filing")
    Task.objects.create(version=other, position=3, text="File papers")

    with pytest.raises(NotAllowed, match="not on the profile"):
        scene.report(tasks=[3])


@pytest.mark.clause(55)
def test_something_else_never_blocks_and_asks_the_mvp_manager_quietly(scene: Scene) -> None:
    report = scene.report(tasks=[], something_else="I drove the van")

    letter = Letter.objects.get()
    assert (letter.recipient, report.something_else) == (scene.mvpm.reference, "I drove the van")
    assert "van" not in letter.text
    assert "insurance covers the tasks on the profile" in letter.text


@pytest.mark.clause(34)
@pytest.mark.parametrize(("given", "is_refused"), [(2160, False), (2161, True)])
def test_the_fortieth_hour_is_the_last(scene: Scene, given: int, is_refused: bool) -> None:
    build.time_given(scene.placement.volunteer, minutes=given, on=MAY)

    if is_refused:
        with pytest.raises(NotAllowed, match="the limit is 40 hours so that everyone gets a turn") as refusal:
            scene.report()
        assert refusal.value.next_step == "You can shorten it to 3 hours 59 minutes, or move it to June 2007."
    else:
        scene.report()
    assert hours.given_in(scene.volunteer, MAY) == (given if is_refused else 2400)


def test_two_sessions_may_touch_and_not_overlap(scene: Scene) -> None:
    scene.report()
    scene.report(starts=time(14), ends=time(15))

    with pytest.raises(NotAllowed, match="overlaps with a session reported already"):
        scene.report(starts=time(14, 59), ends=time(16))


def test_sessions_at_two_boroughs_do_not_overlap_either(scene: Scene) -> None:
    barnet = build.a_unit("Stores", borough=build.a_borough("Barnet"))
    there = build.a_placement(scene.placement.volunteer, scene.placement.version, unit=barnet)
    build.a_risk_assessment(scene.placement.version, unit=barnet)
    scene.report()

    with pytest.raises(NotAllowed, match="overlaps with a session reported already"):
        scene.report(placement=there, starts=time(13), ends=time(15))
    scene.report(placement=there, starts=time(14), ends=time(15))
    assert hours.given_in(scene.volunteer, MAY) == 300


@pytest.mark.parametrize(
    ("spoil", "own", "theirs"),
    [
        (
            lambda scene: scene.volunteer.clearances.update(from_on=date(2007, 5, 2)),
            "Your security check is not",
            "no security check",
        ),
        (lambda scene: scene.volunteer.passes.update(status="LOST"), "You have no pass", "no volunteer pass"),
        (lambda scene: scene.volunteer.agreements.all().delete(), "You have not accepted", "is not accepted yet"),
        (
            lambda scene: scene.placement.version.risk_assessments.update(review_on=MAY),
            "The safety check of this role",
            "risk assessment",
        ),
    ],
    ids=["before clearance", "no pass", "no agreement", "risk assessment out of date"],
)
def test_what_had_to_be_in_order_on_that_day_is_asked_of_that_day(scene: Scene, spoil, own: str, theirs: str) -> None:
    spoil(scene)

    with pytest.raises(NotAllowed, match=own):
        scene.report()
    with pytest.raises(NotAllowed, match=theirs):
        scene.report(by=scene.mvpm)


@pytest.mark.parametrize(("today", "is_said"), [(31, True), (32, False)])
def test_what_is_left_of_a_month_is_said_while_it_lasts(
    scene: Scene, client: Client, monkeypatch, today: int, is_said: bool
) -> None:
    report = scene.report()
    monkeypatch.setattr(timezone, "now", lambda: AFTER + timedelta(days=today - 2))  # 31 May, 1 June
    client.force_login(scene.volunteer)

    page = client.get(reverse("attendance:thanks", args=[report.reference])).text

    assert "That makes 4 hours in May." in page
    assert ("more are possible this month" in page) == is_said


def test_a_clearance_that_ran_out_afterwards_does_not_matter(scene: Scene) -> None:
    scene.volunteer.clearances.update(until_on=date(2007, 5, 2))

    assert scene.report().minutes == 240


@pytest.mark.parametrize(
    ("day", "at", "minutes"),
    [
        (date(2007, 3, 24), datetime(2007, 3, 26, tzinfo=UTC), 180),
        (date(2007, 10, 27), datetime(2007, 10, 29, tzinfo=UTC), 300),
        (date(2008, 2, 29), datetime(2008, 3, 1, 12, tzinfo=UTC), 240),
        (date(2007, 5, 31), datetime(2007, 6, 1, 12, tzinfo=UTC), 240),
    ],
    ids=["clocks forward", "clocks back", "29 February", "over a month's end"],
)
def test_a_night_counts_the_minutes_that_passed_in_the_month_it_began(
    scene: Scene, day: date, at: datetime, minutes: int
) -> None:
    scene.volunteer.agreements.update(accepted_at=datetime(2007, 1, 2, tzinfo=UTC))

    report = scene.report(day=day, starts=time(22), ends=time(2), at=at)

    assert report.minutes == minutes
    assert hours.given_in(scene.volunteer, day) == minutes


def test_the_hour_that_the_clocks_skip_is_refused(scene: Scene) -> None:
    with pytest.raises(NotAllowed, match="so there was no 1:30am"):
        scene.report(day=date(2007, 3, 25), starts=time(1, 30), ends=time(4))


@pytest.mark.clause(40)
def test_the_mvp_manager_enters_for_others_and_late(scene: Scene) -> None:
    report = scene.report(by=scene.mvpm, at=datetime(2007, 7, 2, 9, tzinfo=UTC))

    assert (report.person, report.reported_by) == (scene.volunteer, scene.mvpm)


def test_who_may_report(scene: Scene) -> None:
    people = [scene.volunteer, scene.mvpm, scene.manager, scene.stranger]

    assert [access.report(person, scene.placement, MAY) for person in people] == [True, True, False, False]
    with pytest.raises(NotPermitted):
        scene.report(by=scene.manager)


# The page

TYPED = {"day": "1/5/2007", "starts": "10am", "ends": "2pm", "tasks": ["1"], "how_it_went": "A lovely morning."}
pages = pytest.mark.usefixtures("clock")


@pages
@pytest.mark.clause(41, 42)
def test_sensible_breaks_count_and_nobody_is_asked_to_leave_them_out(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)
    address = reverse("attendance:report_other", args=[scene.placement.reference])

    shown = client.get(address).content.decode()
    client.post(address, TYPED | {"break_minutes": "60"})

    assert "Sensible breaks count as time given: leave them in. Please take enough of them." in shown
    report = SessionReport.objects.get()
    assert (report.minutes, report.entry.minutes, report.break_minutes) == (240, 240, 60)


@pages
def test_a_duty_is_filled_in_already(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(scene.volunteer)
    address = reverse("attendance:report", args=[offer.reference])

    shown = client.get(address).content.decode()
    sent = client.post(address, TYPED)

    assert all(f'value="{typed}"' in shown for typed in ("1/5/2007", "10am", "2pm"))
    assert sent.url == reverse("attendance:thanks", args=[SessionReport.objects.get().reference])
    assert Offer.objects.get().status == "GIVEN"


@pages
def test_what_was_typed_is_kept_when_it_is_refused(scene: Scene, client: Client) -> None:
    scene.report()
    client.force_login(scene.volunteer)

    page = client.post(reverse("attendance:report_other", args=[scene.placement.reference]), TYPED)

    assert page.status_code == 200
    assert "A lovely morning." in page.content.decode()
    assert "overlaps with a session reported already" in page.content.decode()


@pages
def test_a_very_long_session_is_asked_about_once_more(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)
    address = reverse("attendance:report_other", args=[scene.placement.reference])

    asked = client.post(address, TYPED | {"ends": "7pm"})
    too_long = client.post(address, TYPED | {"ends": "11pm"})
    confirmed = client.post(address, TYPED | {"ends": "7pm", "is_long": "on"})

    assert "Yes, 9 hours is right" in asked.content.decode()
    assert "the longest is 12 hours" in too_long.content.decode()
    assert confirmed.status_code == 302
    assert SessionReport.objects.get().minutes == 540


@pages
@pytest.mark.parametrize(("ends", "may_claim"), [("2pm", True), ("1:59pm", False)])
def test_the_thank_you_says_what_is_left_and_offers_a_meal_from_four_hours(
    scene: Scene, client: Client, ends: str, may_claim: bool
) -> None:
    client.force_login(scene.volunteer)
    address = reverse("attendance:report_other", args=[scene.placement.reference])

    page = client.post(address, TYPED | {"ends": ends}, follow=True)

    assert page.context["may_claim_meal"] is may_claim
    assert page.context["left"] == 2400 - page.context["report"].minutes


@pages
def test_a_placement_or_duty_of_somebody_else_does_not_exist(scene: Scene, client: Client) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    client.force_login(build.a_ready_volunteer(unit=scene.unit).volunteer.person)

    assert client.get(reverse("attendance:report", args=[offer.reference])).status_code == 404
    assert client.get(reverse("attendance:report_other", args=[scene.placement.reference])).status_code == 404


@pages
def test_a_unit_manager_may_look_but_not_report(scene: Scene, client: Client) -> None:
    client.force_login(scene.manager)

    assert client.get(reverse("attendance:report_other", args=[scene.placement.reference])).status_code == 403


def test_the_clock_of_these_tests_is_after_the_duty(scene: Scene) -> None:
    assert build.an_offer(scene.placement).duty.ends_at < AFTER


@pages
@pytest.mark.clause(100)
def test_the_thank_you_leads_to_the_claim_whatever_the_length(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)
    address = reverse("attendance:report_other", args=[scene.placement.reference])

    page = client.post(address, TYPED | {"ends": "11am"}, follow=True).content.decode()
    claim = reverse("expenses:claim", args=[SessionReport.objects.get().reference])

    assert f'href="{claim}">Claim what was agreed beforehand' in page
    assert client.get(claim).status_code in (200, 302)

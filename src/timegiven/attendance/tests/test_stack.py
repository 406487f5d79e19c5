"""A stack of paper, keyed in one sheet after the other; the sheet itself; and kind reminders."""

from datetime import UTC, datetime, timedelta

import pytest
import segno
from django.test import Client
from django.urls import reverse

from tests import builders as build
from timegiven.attendance import selectors, services
from timegiven.attendance.models import Reminder, SessionReport
from timegiven.attendance.selectors import chasing
from timegiven.attendance.tests.conftest import AFTER, Scene
from timegiven.attendance.views.stack import sheet_for
from timegiven.letters.models import Letter
from timegiven.programme.models import PolicyValue

TYPED = {"day": "1/5/2007", "starts": "10am", "ends": "2pm", "numbers": "1, 2"}


@pytest.mark.clause(40)
@pytest.mark.usefixtures("clock")
def test_each_sheet_keeps_what_is_the_same_as_on_the_one_before(scene: Scene, client: Client) -> None:
    build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version, name="Bela Novak")
    client.force_login(scene.mvpm)
    address = reverse("attendance:stack")

    first = client.post(address, TYPED | {"who": "okafor", "once": "a"})
    opened = client.get(first.url).content.decode()
    second = client.post(first.url, TYPED | {"who": scene.placement.reference.lower(), "once": "b", "starts": "3pm",
                                             "ends": "4pm"})  # fmt: skip
    third = client.post(second.url, TYPED | {"who": "bela nov", "once": "c"}, follow=True)

    assert all(f'value="{typed}"' in opened for typed in ("1/5/2007", "10am", "2pm"))
    assert "Added: Ada Okafor, 4 hours" in opened
    assert "<strong>3</strong> done" in third.content.decode()
    assert SessionReport.objects.count() == 3
    assert [task.position for task in SessionReport.objects.first().tasks.order_by("position")] == [1, 2]


@pytest.mark.usefixtures("clock")
def test_two_of_one_name_are_asked_about_and_nobody_by_that_name_is_said(scene: Scene, client: Client) -> None:
    other = build.a_ready_volunteer(unit=build.a_unit("Store"), name="Ada Lovell")
    client.force_login(scene.mvpm)
    address = reverse("attendance:stack")

    asked = client.post(address, TYPED | {"who": "ada", "once": "a"}).content.decode()
    chosen = client.post(address, TYPED | {"who": "ada", "which": other.reference, "once": "b"})
    nobody = client.post(address, TYPED | {"who": "zebedee", "once": "c"}).content.decode()
    wrong = client.post(address, TYPED | {"who": "okafor", "numbers": "7", "once": "d"}).content.decode()

    assert "Ada Lovell, Front counter triage, Store, Camden" in asked
    assert chosen.status_code == 302
    assert SessionReport.objects.get().person == other.volunteer.person
    assert "Nobody in your borough is found by that" in nobody
    assert "one of the tasks is not on the profile" in wrong
    assert "<strong>2</strong> Hand out leaflets" in wrong


def test_only_an_mvp_manager_keys_in_and_only_for_the_own_borough(scene: Scene, client: Client) -> None:
    for person, status in ((scene.mvpm, 200), (scene.manager, 403), (scene.volunteer, 403)):
        client.force_login(person)
        assert client.get(reverse("attendance:stack")).status_code == status

    assert selectors.sheets_of(scene.stranger, AFTER.date(), "okafor") == []


def test_the_sheet_on_paper(scene: Scene, client: Client) -> None:
    client.force_login(scene.volunteer)
    address = reverse("attendance:paper", args=[scene.placement.reference])

    assert client.get(address).content.startswith(b"%PDF-")
    client.force_login(scene.stranger)
    assert client.get(address).status_code == 404


@pytest.mark.clause(38)
def test_the_sheet_has_the_tasks_of_the_role_and_leads_to_the_page(scene: Scene) -> None:
    told = sheet_for(scene.placement, AFTER.date(), address="https://mvp.example/")

    page = f"https://mvp.example{reverse('attendance:report_other', args=[scene.placement.reference])}"
    assert (told["volunteer"], told["tasks"]) == ("Ada Okafor", ["Greet visitors", "Hand out leaflets"])
    assert told["code"] == [list(row) for row in segno.make(page, micro=False, error="m").matrix]


# Asked kindly


def _days_after(offer, days: int) -> datetime:
    return offer.duty.ends_at + timedelta(days=days)


@pytest.mark.clause(38, 39)
def test_the_new_are_asked_more_closely_and_nobody_is_asked_for_ever(scene: Scene) -> None:
    scene.placement.from_on = datetime(2007, 4, 1, tzinfo=UTC).date()
    scene.placement.save()
    offer = build.an_offer(scene.placement, status="ACCEPTED")

    sent = [services.remind(at=_days_after(offer, days)) for days in (0, 1, 1, 3, 4, 9, 10, 11, 30)]

    assert sent == [0, 1, 0, 0, 1, 0, 1, 0, 0]
    assert Reminder.objects.count() == 3
    assert "In the first months your reports help us most" in Letter.objects.first().text


@pytest.mark.clause(45)
def test_the_settled_are_asked_twice_in_kind_words(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")

    sent = [services.remind(at=_days_after(offer, days)) for days in (1, 3, 13, 14, 20)]

    assert sent == [0, 1, 0, 1, 0]
    letter = Letter.objects.first().text
    assert "If you could not come after all, that is quite all right, and no reason is needed." in letter


def test_nobody_is_asked_who_has_told_or_has_no_email_or_when_the_policy_is_silent(scene: Scene) -> None:
    told = build.an_offer(scene.placement, status="ACCEPTED")
    scene.report(offer=told)
    by_post = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version, email=None)
    build.an_offer(by_post, status="ACCEPTED", duty=build.a_duty(by_post))
    silent = build.a_ready_volunteer(unit=scene.unit, version=scene.placement.version)
    waiting = build.an_offer(silent, status="ACCEPTED", duty=build.a_duty(silent))

    assert [offer for offer, _, _ in selectors.to_remind(_days_after(waiting, 3))] == [waiting]
    PolicyValue.objects.create(
        name="attendance.remind_after_days", from_on=waiting.duty.on, value=[], decided_by="Group", source="Minute 5"
    )
    assert selectors.to_remind(_days_after(waiting, 3)) == []


def test_those_who_were_asked_already_are_in_nobodys_way(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chasing, "MOST_AT_ONCE", 1)
    asked = build.an_offer(scene.placement, status="ACCEPTED")
    for number in (1, 2):
        Reminder.objects.create(offer=asked, number=number, sent_at=AFTER)
    waiting = build.an_offer(
        scene.placement, duty=build.a_duty(scene.placement, starts_at=_days_after(asked, 1)), status="ACCEPTED"
    )

    assert [offer for offer, _, _ in selectors.to_remind(_days_after(asked, 15))] == [waiting]


def test_each_strand_is_asked_as_its_own_handbook_says(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    strand = scene.placement.volunteer.strand
    PolicyValue.objects.create(
        name="attendance.remind_after_days", strand=strand, from_on=offer.duty.on, value=[5], decided_by="Group",
        source="Minute 5",
    )  # fmt: skip

    assert [len(selectors.to_remind(_days_after(offer, days))) for days in (3, 5)] == [0, 1]


def test_who_has_told_of_a_session_is_not_asked_how_it_was(scene: Scene) -> None:
    offer = build.an_offer(scene.placement, status="ACCEPTED")
    services.remind(at=_days_after(offer, 3))

    scene.report(offer=offer)

    asked = Letter.objects.get(template="attendance/how_was_it")
    assert (asked.status, asked.why_overtaken) == ("OVERTAKEN", "They have told us how it was")

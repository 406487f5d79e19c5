"""Times for interviews: published, booked by the applicant, moved, called off; the meeting with the unit."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from tests import builders as b
from timegiven.joining import selectors, services
from timegiven.joining.models import Meeting, Slot
from timegiven.joining.tests.scene import SENT, letters_to
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.people.models import Person

pytestmark = pytest.mark.django_db

THURSDAY = datetime(2007, 4, 26, 13, 0, tzinfo=UTC)  # 2pm in London


@pytest.fixture
def mvpm() -> Person:
    return b.an_mvpm()


def a_slot(mvpm: Person, *, starts_at: datetime = THURSDAY, at: datetime = b.NOW) -> Slot:
    return services.publish_slot(
        b.a_borough(),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=30),
        place="12 Holmes Road",
        by=mvpm,
        at=at,
    )


def test_the_first_page_of_an_applicant_offers_a_time_to_meet_and_then_says_when(mvpm: Person) -> None:
    application = b.an_application(references=2)

    def waits(day: date = b.TODAY) -> list[str]:
        return [need.text for need in selectors.needs(application.person, day)]

    assert waits() == []  # no time is on offer
    slot = a_slot(mvpm)
    assert waits() == ["Choose a time for a friendly interview"]
    services.book(application, slot, by=application.person, at=b.NOW)
    assert waits() == ["We meet on Thursday 26 April 2007, 2pm to 2:30pm"]
    assert waits(date(2007, 4, 27)) == []


def test_an_applicant_books_a_time_and_nobody_else_is_offered_it(mvpm: Person) -> None:
    application, slot = b.an_application(), a_slot(mvpm)

    meeting = services.book(application, slot, by=application.person, at=b.NOW)

    assert (meeting.starts_at, meeting.place, meeting.with_whom) == (THURSDAY, "12 Holmes Road", mvpm.name)
    assert list(selectors.free_slots(b.an_application(), b.NOW)) == []
    assert letters_to(application.person) == ["joining/meeting_booked"]


def test_a_time_that_somebody_else_took_is_refused_kindly(mvpm: Person) -> None:
    slot, one, other = a_slot(mvpm), b.an_application(), b.an_application()
    services.book(one, slot, by=one.person, at=b.NOW)

    with pytest.raises(NotAllowed, match="somebody else has just taken that time"):
        services.book(other, slot, by=other.person, at=b.NOW)


def test_another_time_takes_the_place_of_the_first_which_is_free_again(mvpm: Person) -> None:
    application, first = b.an_application(), a_slot(mvpm)
    second = a_slot(mvpm, starts_at=THURSDAY + timedelta(hours=1))
    services.book(application, first, by=application.person, at=b.NOW)

    services.book(application, second, by=application.person, at=b.NOW)

    assert list(selectors.free_slots(b.an_application(), b.NOW)) == [first]
    assert list(Meeting.objects.order_by("pk").values_list("status", flat=True)) == ["MOVED", "BOOKED"]
    assert letters_to(application.person) == ["joining/meeting_booked", "joining/meeting_moved"]


def test_the_same_time_booked_again_is_booked_once(mvpm: Person) -> None:
    application, slot = b.an_application(), a_slot(mvpm)

    one = services.book(application, slot, by=application.person, at=b.NOW)
    again = services.book(application, slot, by=application.person, at=b.NOW)

    assert (one, letters_to(application.person)) == (again, ["joining/meeting_booked"])


@pytest.mark.parametrize("status", ["REGISTERED", "INTERVIEWED", "WITHDRAWN"])
def test_only_who_waits_for_an_interview_books_one(mvpm: Person, status: str) -> None:
    application, slot = b.an_application(status=status), a_slot(mvpm)

    with pytest.raises(NotAllowed, match="not waiting for an interview"):
        services.book(application, slot, by=application.person, at=b.NOW)


def test_a_time_that_has_passed_is_neither_published_nor_booked(mvpm: Person) -> None:
    application, slot = b.an_application(), a_slot(mvpm)

    with pytest.raises(NotAllowed, match="has passed"):
        a_slot(mvpm, starts_at=b.NOW)
    with pytest.raises(NotAllowed, match="no longer offered"):
        services.book(application, slot, by=application.person, at=THURSDAY)


def test_times_are_published_and_withdrawn_by_the_boroughs_own_mvp_manager_alone(mvpm: Person) -> None:
    slot = a_slot(mvpm)

    for stranger in (b.an_mvpm(b.a_borough("Hackney")), b.the_central_team(), b.a_person()):
        with pytest.raises(NotPermitted):
            a_slot(stranger, starts_at=THURSDAY + timedelta(days=1))
        with pytest.raises(NotPermitted):
            services.withdraw_slot(slot, by=stranger, at=b.NOW)


def test_nobody_else_books_for_an_applicant(mvpm: Person) -> None:
    application, slot = b.an_application(), a_slot(mvpm)

    for stranger in (b.a_person(), mvpm):  # the applicant has email, so nobody keys in for them
        with pytest.raises(NotPermitted):
            services.book(application, slot, by=stranger, at=b.NOW)


def test_withdrawing_a_booked_time_asks_the_applicant_to_choose_another(mvpm: Person) -> None:
    application, slot = b.an_application(), a_slot(mvpm)
    services.book(application, slot, by=application.person, at=b.NOW)

    services.withdraw_slot(slot, by=mvpm, at=b.NOW)

    assert (selectors.meetings_of(application), list(selectors.free_slots(b.an_application(), b.NOW))) == ([], [])
    assert letters_to(application.person) == ["joining/meeting_booked", "joining/meeting_called_off"]


def test_an_applicant_calls_a_meeting_off_without_a_reason_and_the_time_is_free(client: Client, mvpm: Person) -> None:
    application = b.an_application()
    slot = a_slot(mvpm, starts_at=timezone.now() + timedelta(days=3), at=timezone.now())
    meeting = services.book(application, slot, by=application.person, at=timezone.now())
    client.force_login(application.person)

    client.post(reverse("joining:cancel_meeting", args=[meeting.reference]), SENT)

    assert list(selectors.free_slots(b.an_application(), timezone.now())) == [slot]
    assert letters_to(application.person) == ["joining/meeting_booked", "joining/meeting_cancelled"]


def test_withdrawing_the_application_frees_the_time_and_sends_one_letter_only(mvpm: Person) -> None:
    application, slot = b.an_application(), a_slot(mvpm)
    services.book(application, slot, by=application.person, at=b.NOW)

    services.withdraw(application, by=application.person, at=b.NOW)

    assert list(selectors.free_slots(b.an_application(), b.NOW)) == [slot]
    # The letter about the meeting had not left yet, and does not any more.
    assert letters_to(application.person) == ["joining/withdrawn"]
    assert services.remind_of_meetings(THURSDAY - timedelta(days=1)) == 0


def test_a_reminder_is_sent_the_day_before_and_once(mvpm: Person) -> None:
    application, slot = b.an_application(), a_slot(mvpm)
    services.book(application, slot, by=application.person, at=b.NOW)

    sent = [services.remind_of_meetings(at) for at in (b.NOW, b.NOW + timedelta(days=1), b.NOW + timedelta(days=1))]

    assert sent == [0, 1, 0]


def event_of(meeting: Meeting) -> dict[str, Any]:
    text = selectors.ics(meeting, at=b.NOW)
    return dict(Calendar.from_ical(text).walk("VEVENT")[0])


def test_the_calendar_file_follows_a_meeting_that_moves_and_is_called_off(mvpm: Person) -> None:
    application, first = b.an_application(), a_slot(mvpm)
    second = a_slot(mvpm, starts_at=THURSDAY + timedelta(hours=1))

    booked = event_of(services.book(application, first, by=application.person, at=b.NOW))
    meeting = services.book(application, second, by=application.person, at=b.NOW)
    moved = event_of(meeting)
    services.cancel_meeting(meeting, by=application.person, at=b.NOW)
    cancelled = event_of(meeting)

    assert booked["UID"] == moved["UID"] == cancelled["UID"]
    assert booked["SEQUENCE"] < moved["SEQUENCE"] < cancelled["SEQUENCE"]
    assert [str(each["STATUS"]) for each in (booked, moved, cancelled)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert (booked["DTSTART"].dt.hour, str(booked["SUMMARY"])) == (14, "Volunteering: we meet")


def test_the_calendar_file_is_for_the_applicant_and_the_boroughs_mvp_manager(client: Client, mvpm: Person) -> None:
    application = b.an_application()
    meeting = services.book(application, a_slot(mvpm), by=application.person, at=b.NOW)
    readers = (application.person, mvpm, b.a_person(), b.an_mvpm(b.a_borough("Hackney")), b.the_vetting_office())

    found = []
    for reader in readers:
        client.force_login(reader)
        found.append(client.get(reverse("joining:meeting_file", args=[meeting.reference])).status_code)

    assert found == [200, 200, 404, 404, 404]


@pytest.mark.clause(78)
def test_when_a_match_is_found_the_applicant_meets_the_unit(client: Client, mvpm: Person) -> None:
    application, unit = b.an_application(status="VETTED"), b.a_unit()
    client.force_login(mvpm)
    typed = {
        "unit": unit.reference, "with_whom": "Sgt Ola Okoro", "on": "17/5/2099", "clock": "2pm", "minutes": "45",
        "place": "12 Holmes Road",
    }  # fmt: skip

    response = client.post(reverse("joining:arrange_unit_meeting", args=[application.reference]), typed)

    meeting = Meeting.objects.get()
    assert response.status_code == 302
    assert (meeting.kind, meeting.unit, meeting.ends_at - meeting.starts_at) == ("UNIT", unit, timedelta(minutes=45))
    assert letters_to(application.person) == ["joining/meeting_booked"]


@pytest.mark.clause(78)
@pytest.mark.parametrize(("status", "borough"), [("APPLIED", "Camden"), ("WITHDRAWN", "Camden"), ("VETTED", "Hackney")])
def test_the_unit_is_met_after_the_interview_and_within_the_borough(mvpm: Person, status: str, borough: str) -> None:
    application, unit = b.an_application(status=status), b.a_unit(borough=b.a_borough(borough))

    with pytest.raises(NotAllowed, match="The meeting has not been arranged"):
        services.arrange_unit_meeting(
            application, unit=unit, starts_at=THURSDAY, ends_at=THURSDAY + timedelta(hours=1), place="x",
            with_whom="y", by=mvpm, at=b.NOW,
        )  # fmt: skip


def test_an_applicant_books_on_the_page(client: Client, mvpm: Person) -> None:
    application = b.an_application()
    slot = a_slot(mvpm, starts_at=timezone.now() + timedelta(days=3), at=timezone.now())
    client.force_login(application.person)
    url = reverse("joining:book", args=[application.reference])

    shown = client.get(url).content.decode()
    response = client.post(url, {"slot": slot.reference})

    assert "It is no test." in shown
    assert (response.status_code, Meeting.objects.get().slot) == (302, slot)


def test_the_list_of_times_asks_as_often_for_many_as_for_one(client: Client, mvpm: Person) -> None:
    client.force_login(mvpm)
    now = timezone.now()

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("joining:slots"))
        return len(asked)

    def some(number: int) -> None:
        for hours in range(number):
            starts_at = now + timedelta(days=2, hours=hours + Slot.objects.count())
            application = b.an_application()
            services.book(application, a_slot(mvpm, starts_at=starts_at, at=now), by=application.person, at=now)

    some(1)
    client.get(reverse("joining:slots"))
    one = queries()
    some(5)

    assert queries() == one


@pytest.mark.parametrize("goes_on", [True, False])
def test_whoever_has_been_met_is_not_reminded_of_a_time_booked_for_later(mvpm: Person, *, goes_on: bool) -> None:
    application, later = b.an_application(references=2), a_slot(mvpm)
    services.book(application, later, by=application.person, at=b.NOW)

    services.interview(application, interview_at=b.NOW, notes="", goes_on=goes_on, by=mvpm, at=b.NOW)

    assert services.remind_of_meetings(later.starts_at - timedelta(hours=20)) == 0
    assert selectors.meetings_of(application) == []
    assert list(selectors.free_slots(b.an_application(), b.NOW)) == [later]


def test_nobody_publishes_two_times_that_overlap(mvpm: Person) -> None:
    first = a_slot(mvpm)

    with pytest.raises(NotAllowed, match="can meet one person at a time"):
        a_slot(mvpm, starts_at=first.starts_at + timedelta(minutes=15))
    a_slot(mvpm, starts_at=first.ends_at)


def test_the_board_says_when_an_applicant_is_met(client: Client, mvpm: Person) -> None:
    application = b.an_application(status="APPLIED")
    services.book(application, a_slot(mvpm), by=application.person, at=b.NOW)
    client.force_login(mvpm)

    for page in ("board", "applications"):
        assert "You meet on 26 Apr 2007 at 2pm" in client.get(reverse(f"joining:{page}")).content.decode()

"""Volunteers are invited to a meeting: for support, training and news, and never summoned."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_mvpm,
    the_central_team,
    time_given,
)
from timegiven.engagement import access, selectors, services
from timegiven.engagement.models import Invitation, VolunteerMeeting
from timegiven.hours import services as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.people.models import Person, Volunteer

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=10)


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def arranged(by: Person, **more: object) -> VolunteerMeeting:
    facts = {
        "starts_at": LATER,
        "ends_at": LATER + timedelta(hours=2),
        "place": "Holmes Road, the canteen",
        "purposes": ["support", "training", "information"],
        "by": by,
        "at": NOW,
    }
    return services.arrange_meeting(a_borough(), **{**facts, **more})


def invited(by: Person) -> VolunteerMeeting:
    made = arranged(by)
    services.invite_to_meetings(NOW)
    return made


def written(template: str) -> set[str]:
    return set(Letter.objects.filter(template=template).values_list("recipient", flat=True))


@pytest.mark.clause(125)
def test_everybody_who_volunteers_in_the_borough_is_invited_once():
    manager, here, there = an_mvpm(), a_volunteer(), a_volunteer(borough=a_borough("Hackney"))
    away, gone = a_volunteer(), a_volunteer()
    Volunteer.objects.filter(pk=away.pk).update(status="PAUSED")
    Volunteer.objects.filter(pk=gone.pk).update(status="LEFT", left_on=TODAY)
    meeting = arranged(manager)

    assert (services.invite_to_meetings(NOW), services.invite_to_meetings(NOW)) == (1, 0)

    assert written("engagement/meeting") == {here.person.reference}
    assert there.person.reference not in written("engagement/meeting")
    letter = Letter.objects.get()
    assert "support, training and news" in letter.text
    assert "nobody has to" in letter.text
    assert "SUMMARY:Volunteer meeting" in letter.calendar
    assert list(selectors.meetings_seen_by(here.person, TODAY)) == [meeting]
    assert list(selectors.meetings_seen_by(there.person, TODAY)) == []


@pytest.mark.clause(125)
def test_it_says_what_it_is_for_and_is_to_come():
    manager = an_mvpm()

    with pytest.raises(NotAllowed, match="what it is for"):
        arranged(manager, purposes=[])
    with pytest.raises(NotAllowed, match="is over"):
        arranged(manager, starts_at=NOW - timedelta(hours=3), ends_at=NOW)
    assert arranged(manager, purposes=["information"]).purposes == "News"


@pytest.mark.clause(125)
def test_an_answer_is_welcome_and_never_needed(client):
    manager, volunteer = an_mvpm(), a_volunteer()
    meeting = invited(manager)
    client.force_login(volunteer.person)
    assert "Would you like to come to the volunteer meeting?" in client.get("/").text

    client.post(reverse("engagement:meeting", args=[meeting.reference]), {"once": "k", "answer": "NO"})

    assert Invitation.objects.get().answer == "NO"
    assert selectors.needs(volunteer.person, TODAY) == []
    assert Letter.objects.exclude(template="engagement/meeting").count() == 0  # nobody is told of a no


@pytest.mark.clause(35, 125)
def test_the_time_counts_under_the_months_limit_like_any_other():
    manager, came, full, missed = an_mvpm(), a_volunteer(), a_volunteer("Full Moon"), a_volunteer()
    meeting = invited(manager)
    time_given(full, minutes=40 * 60, on=date(2007, 5, 1))
    at = LATER + timedelta(hours=3)

    left_out = services.hold_meeting(
        meeting, came=[came.reference, full.reference], news="The canteen opens at six.", by=manager, at=at
    )

    assert [name for name, _ in left_out] == ["Full Moon"]
    assert "the limit is 40 hours" in left_out[0][1]
    assert list(Entry.objects.filter(kind="MEETING").values_list("person", "minutes")) == [(came.person_id, 120)]
    assert written("engagement/meeting_news") == {each.person.reference for each in (came, full, missed)}


@pytest.mark.clause(35, 125)
def test_a_meeting_written_down_late_still_counts_in_its_closed_month_and_shows_as_a_change():
    manager, came = an_mvpm(), a_volunteer()
    meeting = invited(manager)
    at = LATER + timedelta(days=90)
    hours.close(meeting.on.replace(day=1), by=None, at=at)

    left_out = services.hold_meeting(meeting, came=[came.reference], by=manager, at=at)

    assert left_out == []
    assert list(Entry.objects.values_list("person", "is_after_closing", "why")) == [
        (came.person_id, True, "Who came to the volunteer meeting was written down late")
    ]


def test_why_somebodys_time_could_not_be_added_is_said(client, monkeypatch):
    manager, moved = an_mvpm(), a_volunteer("Moved Away")
    meeting = invited(manager)
    Volunteer.objects.filter(pk=moved.pk).update(borough=a_borough("Hackney"))
    monkeypatch.setattr(timezone, "now", lambda: LATER + timedelta(hours=3))
    client.force_login(manager)

    page = client.post(
        reverse("engagement:hold_meeting", args=[meeting.reference]), {"came": [moved.reference]}, follow=True
    )

    assert "not everybody’s time could be added. Moved Away: " in page.text
    assert "month is full" not in page.text


@pytest.mark.clause(125)
def test_who_did_not_come_is_written_nowhere():
    manager, missed = an_mvpm(), a_volunteer()
    meeting = invited(manager)

    services.hold_meeting(meeting, came=[], by=manager, at=LATER + timedelta(hours=3))

    assert {field.name for field in Invitation._meta.get_fields()} == {
        "id",
        "reference",
        "meeting",
        "volunteer",
        "answer",
    }
    assert Entry.objects.filter(person=missed.person).count() == 0
    assert written("engagement/meeting_news") == set()


def test_who_came_is_known_when_it_has_begun():
    manager = an_mvpm()
    meeting = invited(manager)

    with pytest.raises(NotAllowed, match="still to come"):
        services.hold_meeting(meeting, came=[], by=manager, at=NOW)


def test_called_off_all_but_those_who_said_no_are_told():
    manager, silent, no = an_mvpm(), a_volunteer(), a_volunteer()
    meeting = invited(manager)
    services.answer_meeting(
        Invitation.objects.select_related("meeting").get(volunteer=no), answer="NO", by=no.person, at=NOW
    )

    letters.send_owed(at=NOW)

    services.call_off_meeting(meeting, by=manager, at=NOW)

    assert written("engagement/meeting_off") == {silent.person.reference}
    assert "STATUS:CANCELLED" in Letter.objects.get(template="engagement/meeting_off").calendar


@pytest.mark.clause(125)
def test_who_answers_when_the_meeting_has_begun_is_told_so_kindly(client, monkeypatch):
    volunteer = a_volunteer()
    meeting = invited(an_mvpm())
    address = reverse("engagement:meeting", args=[meeting.reference])
    monkeypatch.setattr(timezone, "now", lambda: meeting.starts_at - timedelta(minutes=1))
    client.force_login(volunteer.person)
    before = client.get(address)
    client.post(address, {"once": "k", "answer": "NO"})
    monkeypatch.setattr(timezone, "now", lambda: meeting.starts_at)

    late = client.post(address, {"once": "l", "answer": "YES"})
    begun = client.get(address).text
    monkeypatch.setattr(timezone, "now", lambda: meeting.ends_at)
    over = client.get(address).text

    assert before.context["form"] is not None
    assert Invitation.objects.get().answer == "NO"
    assert "We have not kept your answer: the meeting has begun" in late.text
    assert "You are welcome while it is going on, whatever you answered" in begun
    assert "Send the answer" not in begun
    assert "This meeting is over" in over


def test_an_unanswered_invitation_waits_until_the_meeting_begins():
    volunteer = a_volunteer()
    meeting = invited(an_mvpm())

    (need,) = (each for each in selectors.needs(volunteer.person, TODAY) if each.url_name == "engagement:meeting")

    assert need.until == meeting.starts_at


@pytest.mark.clause(125)
def test_who_has_not_heard_of_a_meeting_need_not_hear_that_it_is_off():
    manager, keen, silent = an_mvpm(), a_volunteer(email=None), a_volunteer(email=None)
    meeting = invited(manager)
    Invitation.objects.filter(volunteer=keen).update(answer="YES")  # by telephone

    services.call_off_meeting(meeting, by=manager, at=NOW)

    assert set(Letter.objects.filter(template="engagement/meeting").values_list("status", flat=True)) == {"OVERTAKEN"}
    assert written("engagement/meeting_off") == {keen.person.reference}
    assert silent.person.reference not in written("engagement/meeting_off")


def test_an_invitation_does_not_leave_after_the_meeting_has_begun():
    manager, _ = an_mvpm(), a_volunteer(email=None)
    meeting = invited(manager)

    assert letters.overtake_late(at=meeting.starts_at - timedelta(minutes=1)) == 0
    assert letters.overtake_late(at=meeting.starts_at) == 1


@pytest.mark.clause(125)
@pytest.mark.parametrize(
    ("from_on", "volunteers", "said"),
    [
        (date(2007, 2, 25), 1, []),
        (date(2007, 2, 24), 1, ["There has been none yet"]),
        (date(2007, 2, 24), 0, []),
    ],
    ids=["new in the post", "two months in the post", "nobody to invite"],
)
def test_where_there_has_never_been_one_it_is_time_after_two_months_in_the_post(from_on, volunteers, said):
    manager = an_mvpm()
    manager.appointments.update(from_on=from_on)
    for _ in range(volunteers):
        a_volunteer()

    assert [need.hint for need in selectors.needs(Person.objects.get(pk=manager.pk), TODAY)] == said


@pytest.mark.clause(125)
def test_who_runs_two_boroughs_is_reminded_of_the_one_that_never_met():
    manager, _, _ = an_mvpm(), a_volunteer(), a_volunteer(borough=a_borough("Hackney"))
    manager.appointments.create(role="MVPM", unit=a_borough("Hackney"), from_on=date(2006, 1, 1))
    invited(manager)

    assert [(need.text, need.hint) for need in selectors.needs(Person.objects.get(pk=manager.pk), TODAY)] == [
        ("Invite your volunteers to a meeting", "There has been none yet")
    ]


@pytest.mark.clause(125)
def test_who_stands_in_is_reminded_of_the_next_and_not_of_a_first():
    manager, team, _ = an_mvpm(), the_central_team(), a_volunteer(borough=a_borough("Hackney"))
    a_volunteer()
    services.hold_meeting(invited(manager), came=[], by=manager, at=LATER + timedelta(hours=3))
    manager.appointments.all().delete()

    found = selectors.needs(team, date(2007, 8, 5))

    assert [(need.hint, [share.borough for share in need.shares]) for need in found] == [
        ("It has been a while", [a_borough().pk])
    ]


@pytest.mark.clause(125)
def test_it_is_time_for_one_again_after_a_while():
    manager, _ = an_mvpm(), a_volunteer()
    words = "Invite your volunteers to a meeting"
    meeting = invited(manager)
    assert [need.text for need in selectors.needs(manager, TODAY) if need.count] == []
    services.hold_meeting(meeting, came=[], by=manager, at=LATER + timedelta(hours=3))

    assert [need.text for need in selectors.needs(manager, date(2007, 8, 3)) if need.count] == []
    assert [need.text for need in selectors.needs(manager, date(2007, 8, 5)) if need.count] == [words]


def test_who_may_invite_and_answer():
    volunteer = a_volunteer()
    people = {
        "mvpm": an_mvpm(),
        "mvpm elsewhere": an_mvpm(a_borough("Hackney")),
        "unit manager": a_unit_manager(a_unit()),
        "central team": the_central_team(),
        "volunteer": volunteer.person,
    }
    meeting = invited(people["mvpm"])
    invitation = Invitation.objects.select_related("meeting", "volunteer").get()

    assert {who for who, person in people.items() if access.arrange_meeting(person, meeting.borough, TODAY)} == {"mvpm"}
    assert {who for who, person in people.items() if access.answer_meeting(person, invitation, TODAY)} == {"volunteer"}
    with pytest.raises(NotPermitted, match="by their own MVP Manager"):
        arranged(people["central team"])


def test_the_manager_arranges_and_closes_it_on_the_pages(client, monkeypatch):
    manager, volunteer = an_mvpm(), a_volunteer("Ottoline Quennell")
    client.force_login(manager)
    day = {"day": "4/5/2007", "starts": "6pm", "ends": "8pm", "place": "The canteen", "purposes": ["support"]}

    made = client.post(reverse("engagement:arrange_meeting"), {"once": "k", **day})
    meeting = VolunteerMeeting.objects.get()
    assert made.headers["Location"] == reverse("engagement:meeting", args=[meeting.reference])
    services.invite_to_meetings(NOW)
    early = client.get(reverse("engagement:hold_meeting", args=[meeting.reference]))
    assert early.status_code == 409

    later = meeting.ends_at + timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    client.force_login(manager)
    typed = {"once": "l", "came": [volunteer.reference], "news": "Thank you all."}
    client.post(reverse("engagement:hold_meeting", args=[meeting.reference]), typed)

    assert VolunteerMeeting.objects.get().status == "HELD"
    assert Entry.objects.get().minutes == 120
    assert "Thank you all." in client.get(reverse("engagement:meeting", args=[meeting.reference])).text

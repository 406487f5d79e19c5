"""Meetings, more time, and reminders to those whose seat has not voted."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.builders import NOW, TODAY, a_meeting, a_member, a_seat, the_central_team
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.library import selectors, services
from timegiven.library.models import Meeting, Paper, Presence
from timegiven.library.tests.scenes import Scene, the_paper

LATER = NOW + timedelta(days=14)


def told(template: str) -> list[str]:
    return sorted(Letter.objects.filter(template=template).values_list("recipient", flat=True))


def called(scene: Scene) -> Meeting:
    return services.call_meeting(meets_at=LATER, place="Room 4", by=scene.chair, at=NOW)


def test_everybody_with_a_seat_is_invited_deputies_too(scene: Scene) -> None:
    deputy = a_member("SAFETY", is_deputy=True)

    meeting = called(scene)

    everybody = (scene.chair, scene.union, scene.safety, scene.risk, deputy)
    assert told("library/meeting_called") == sorted(each.reference for each in everybody)
    assert (meeting.status, meeting.steps.get().status) == ("PLANNED", "PLANNED")


def test_who_calls_meetings(scene: Scene) -> None:
    for person in (scene.union, scene.mvpm):
        with pytest.raises(NotPermitted):
            services.call_meeting(meets_at=LATER, place="Room 4", by=person, at=NOW)

    services.call_meeting(meets_at=LATER, place="Room 4", by=the_central_team(), at=NOW)


def test_a_meeting_is_in_the_future(scene: Scene) -> None:
    with pytest.raises(NotAllowed, match="its time is over"):
        services.call_meeting(meets_at=NOW, place="Room 4", by=scene.chair, at=NOW)


@pytest.mark.clause(52, 62)
def test_what_closed_without_a_quorum_is_carried_over_to_a_meeting_with_its_votes(scene: Scene) -> None:
    version = scene.paper()
    scene.say(version, scene.chair)
    closed = NOW + timedelta(days=15)
    waits = [need.text for need in selectors.needs(scene.chair, closed.date())]
    meeting = a_meeting(closed + timedelta(days=1))

    services.put_on_agenda(the_paper(version), meeting=meeting, by=scene.chair, at=closed)
    for member in (scene.union, scene.safety):
        services.vote(the_paper(version), answer="APPROVE", by=member, at=meeting.at)
    scene.declare(version, at=meeting.at)

    assert "Give more time to 1 role profile, or put it on the agenda of a meeting" in waits
    assert told("library/carried_over") == sorted(each.reference for each in (scene.union, scene.safety, scene.risk))
    assert version.status == "APPROVED"


def test_before_the_meeting_begins_nothing_is_decided_unless_all_have_voted(scene: Scene) -> None:
    version = scene.paper()
    services.put_on_agenda(the_paper(version), meeting=called(scene), by=scene.chair, at=NOW)
    for member in (scene.chair, scene.union, scene.safety):
        scene.say(version, member)

    with pytest.raises(NotAllowed, match="not every seat has voted"):
        scene.declare(version, at=LATER - timedelta(minutes=1))
    scene.declare(version, at=LATER)

    assert version.status == "APPROVED"


def test_more_time_is_given_and_never_taken(scene: Scene) -> None:
    paper = the_paper(scene.paper())
    until = TODAY + timedelta(days=30)

    services.give_more_time(paper, closes_on=until, by=scene.chair, at=LATER + timedelta(days=3))
    with pytest.raises(NotAllowed, match="members have been told that they have until"):
        services.give_more_time(paper, closes_on=until - timedelta(days=1), by=scene.chair, at=LATER)

    services.vote(paper, answer="APPROVE", by=scene.union, at=NOW + timedelta(days=30))
    assert Paper.objects.get().closes_on == until


def test_a_meeting_is_closed_when_its_papers_are_decided_or_elsewhere(scene: Scene) -> None:
    version, meeting = scene.voted(), called(scene)
    services.put_on_agenda(the_paper(version), meeting=meeting, by=scene.chair, at=NOW)

    with pytest.raises(NotAllowed, match="has not begun"):
        services.close_meeting(meeting, minutes="Agreed", by=scene.chair, at=NOW)
    with pytest.raises(NotAllowed, match="“Archive files helper” is on the agenda and still to be decided"):
        services.close_meeting(meeting, minutes="Agreed", by=scene.chair, at=LATER)
    scene.declare(version, at=LATER)
    services.close_meeting(meeting, minutes="Agreed", by=scene.chair, at=LATER)
    with pytest.raises(NotAllowed, match="has been closed or cancelled"):
        services.close_meeting(meeting, minutes="Changed", by=scene.chair, at=LATER)

    meeting.refresh_from_db()
    assert (meeting.status, meeting.minutes) == ("CLOSED", "Agreed")


def test_a_meeting_is_cancelled_and_everybody_told(scene: Scene) -> None:
    meeting = called(scene)

    services.cancel_meeting(meeting, why="The room is flooded.", by=scene.chair, at=NOW)

    meeting.refresh_from_db()
    assert (meeting.status, len(told("library/meeting_cancelled"))) == ("CANCELLED", 4)
    with pytest.raises(NotAllowed, match="has been closed or cancelled"):
        services.put_on_agenda(the_paper(scene.paper()), meeting=meeting, by=scene.chair, at=NOW)


def test_who_came_is_written_by_seat_and_may_be_put_right(scene: Scene) -> None:
    meeting = called(scene)
    chair, union = a_seat("CHAIR").pk, a_seat("STAFF_SIDE").pk
    first = {chair: scene.chair.reference, union: "APOLOGIES"}

    services.record_presence(meeting, came=first, by=scene.chair, at=LATER)
    services.record_presence(meeting, came={union: scene.union.reference}, by=scene.chair, at=LATER)

    found = Presence.objects.order_by("seat__position").values_list("seat__code", "person", "answer")
    assert list(found) == [("CHAIR", scene.chair.pk, "PRESENT"), ("STAFF_SIDE", scene.union.pk, "PRESENT")]


def test_those_whose_seat_has_not_voted_are_reminded_once_three_days_before(scene: Scene) -> None:
    version = scene.paper()
    scene.say(version, scene.chair)
    three_before = NOW + timedelta(days=11)

    early = services.remind_members(at=three_before - timedelta(days=1))
    first, again = (services.remind_members(at=three_before) for _ in range(2))

    assert (early, first, again) == (0, 3, 0)
    assert told("library/reminder") == sorted(each.reference for each in (scene.union, scene.safety, scene.risk))


def test_with_more_time_they_are_reminded_again(scene: Scene) -> None:
    paper = the_paper(scene.paper())
    services.remind_members(at=NOW + timedelta(days=12))
    services.give_more_time(paper, closes_on=TODAY + timedelta(days=40), by=scene.chair, at=NOW)

    assert services.remind_members(at=NOW + timedelta(days=38)) == 4


def test_a_draft_is_put_straight_on_an_agenda(scene_today: Scene, client: Client) -> None:
    version = scene_today.draft()
    meeting = a_meeting(scene_today.at + timedelta(days=7))
    client.force_login(scene_today.mvpm)

    client.post(f"/roles/versions/{version.reference}/submit", {"how": meeting.reference, "why": "Please"})

    paper = the_paper(version)
    assert (paper.meeting, paper.closes_on, paper.note) == (meeting, None, "Please")


def test_what_cannot_be_done_with_a_meeting_yet_shows_no_form(scene_today: Scene, client: Client) -> None:
    at, version = scene_today.at, scene_today.draft()
    busy, to_come, begun = (
        a_meeting(at - timedelta(hours=2)),
        a_meeting(at + timedelta(days=8)),
        a_meeting(at - timedelta(hours=1)),
    )
    client.force_login(scene_today.mvpm)
    client.post(
        f"/roles/versions/{version.reference}/submit",
        {"how": a_meeting(at + timedelta(days=7)).reference, "why": "Please"},
    )
    Paper.objects.update(meeting=busy)
    client.force_login(scene_today.chair)

    def asked(meeting: Meeting) -> list[int]:
        return [
            client.get(f"/roles/meetings/{meeting.reference}/{act}").status_code
            for act in ("cancel", "presence", "close")
        ]

    refused = client.get(f"/roles/meetings/{busy.reference}/cancel").text
    assert (asked(busy), asked(to_come), asked(begun)) == ([409, 200, 409], [200, 409, 409], [200, 200, 200])
    assert ("still to be decided" in refused, "put it on the agenda of another meeting" in refused) == (True, True)

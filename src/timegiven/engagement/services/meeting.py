"""Invite volunteers to a meeting, and share what was said there. Nobody is summoned."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.engagement import access, rules, selectors
from timegiven.engagement.models import Invitation, VolunteerMeeting
from timegiven.hours import selectors as hours_selectors
from timegiven.hours import services as hours
from timegiven.hours.models import Entry
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person
from timegiven.programme.models import Unit

Status, Answer = VolunteerMeeting.Status, Invitation.Answer


@transaction.atomic
def arrange_meeting(
    borough: Unit,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    purposes: Iterable[str],
    about: str = "",
    by: Person,
    at: datetime,
) -> VolunteerMeeting:
    """Set up a meeting for a borough's volunteers; the worker invites them all within the minute (clause 125)."""
    access.arrange_meeting.require(by, borough, london_day(at))
    wanted = set(purposes)
    rules.check_meeting(purposes=wanted, starts_at=starts_at, at=at)
    made = VolunteerMeeting.objects.create(
        borough=borough,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        is_support="support" in wanted,
        is_training="training" in wanted,
        is_information="information" in wanted,
        about=about,
        set_up_by=by,
    )
    VolunteerMeeting.lifecycle.begin(made, by=by, at=at)
    audit.record("arranged a volunteer meeting", of=made, by=by, at=at)
    return made


@transaction.atomic
def invite_to_meetings(at: datetime) -> int:
    """Invite everybody to the meetings that nobody has heard of yet; return how many people were written to."""
    number = 0
    for meeting in selectors.to_invite().select_for_update(of=("self",), skip_locked=True):
        invited = list(selectors.volunteers_to_invite(meeting))
        made = [Invitation(meeting=meeting, volunteer=each) for each in invited]
        Invitation.objects.bulk_create(made)
        told: dict[str, Any] = {"meeting": meeting, "calendar": selectors.meeting_ics(meeting, at=at)}
        for each in made:
            about: dict[str, Any] = {"about": [each], "until_at": meeting.starts_at}
            letters.write("engagement/meeting", to=each.volunteer.person, at=at, **about, **told)
        VolunteerMeeting.objects.filter(pk=meeting.pk).update(invited_at=at)
        number += len(invited)
    return number


@transaction.atomic
def answer_meeting(invitation: Invitation, *, answer: str, by: Person, at: datetime) -> None:
    """Say whether one hopes to come, so that there are enough chairs; it can change until the meeting begins."""
    access.answer_meeting.require(by, invitation, london_day(at))
    VolunteerMeeting.lifecycle.check_is(invitation.meeting, Status.PLANNED)
    rules.check_not_begun(starts_at=invitation.meeting.starts_at, at=at)
    Invitation.objects.filter(pk=invitation.pk).update(answer=answer)


@transaction.atomic
def call_off_meeting(meeting: VolunteerMeeting, *, by: Person, at: datetime) -> None:
    """Call a meeting off, and tell everybody who has heard of it and did not say no."""
    access.arrange_meeting.require(by, meeting.borough, london_day(at))
    VolunteerMeeting.lifecycle.move(meeting, Status.CALLED_OFF, by=by, at=at)
    audit.record("called off a volunteer meeting", of=meeting, by=by, at=at)
    invited = list(selectors.invited_to(meeting))
    unheard = letters.overtake(invited, why="The meeting is called off", at=at)
    told: dict[str, Any] = {"meeting": meeting, "calendar": selectors.meeting_ics(meeting, at=at, is_off=True)}
    for each in invited:
        if each.answer == Answer.YES or (not each.answer and each.reference not in unheard):
            about: dict[str, Any] = {"about": [each], "until_at": meeting.ends_at}
            letters.write("engagement/meeting_off", to=each.volunteer.person, at=at, **about, **told)


@transaction.atomic
def hold_meeting(
    meeting: VolunteerMeeting, *, came: Iterable[str], news: str = "", by: Person, at: datetime
) -> list[tuple[str, str]]:
    """Write down who came and what was shared; return whose time could not be added, each with the reason.

    The time counts in each one's month like any other, so nobody whose month is full is written down for more; in a
    month that has been closed it shows as a change. The news goes to all who were invited. Who did not come is
    nowhere: they were invited, not expected.
    """
    access.arrange_meeting.require(by, meeting.borough, london_day(at))
    rules.check_begun(starts_at=meeting.starts_at, at=at)
    VolunteerMeeting.lifecycle.move(meeting, Status.HELD, by=by, at=at)
    VolunteerMeeting.objects.filter(pk=meeting.pk).update(news=news)
    meeting.news = news
    audit.record("held a volunteer meeting", of=meeting, by=by, at=at)
    left_out, chosen = [], set(came)
    added: dict[str, Any] = {"kind": Entry.Kind.MEETING, "on": meeting.on, "minutes": meeting.minutes}
    if hours_selectors.is_closed(meeting.on):
        added["why"] = "Who came to the volunteer meeting was written down late"
    invited = list(selectors.invited_to(meeting))
    for volunteer in (each.volunteer for each in invited if each.volunteer.reference in chosen):
        try:
            hours.add_time(volunteer, by=by, at=at, **added)
        except NotAllowed as refusal:
            left_out.append((volunteer.person.name, refusal.reason))
    if news:
        for each in invited:
            letters.write("engagement/meeting_news", to=each.volunteer.person, at=at, meeting=meeting)
    return left_out

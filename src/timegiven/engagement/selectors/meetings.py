"""What can be asked of meetings of volunteers."""

from datetime import date, datetime, time

from django.conf import settings
from django.db.models import Max, Q, QuerySet
from icalendar import Calendar, Event

from timegiven.engagement.models import Invitation, VolunteerMeeting
from timegiven.engagement.policies import MEETING_EVERY_MONTHS, MEETING_FIRST_MONTHS
from timegiven.kernel.calendars import london
from timegiven.kernel.desk import Need
from timegiven.kernel.time import add_months, at_london, london_day
from timegiven.kernel.words import LONDON
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit

Status = VolunteerMeeting.Status
RUN_BY = (Role.MVPM, Role.CENTRAL_TEAM)


def meetings_seen_by(person: Person, day: date) -> QuerySet[VolunteerMeeting]:
    """Those to which one was invited, and those of the boroughs that one looks after; the newest first."""
    invited = Invitation.objects.filter(volunteer__person=person).values("meeting")
    seen = Q(pk__in=invited) | people.scope(person, RUN_BY, day, on="borough")
    found = VolunteerMeeting.objects.filter(seen).select_related("borough", "set_up_by")
    return found.order_by("-starts_at", "-pk")


def boroughs_to_meet_in(person: Person, day: date) -> list[Unit]:
    """The boroughs whose volunteers this person may invite."""
    return [held.unit for held in people.appointments(person, day) if held.role == Role.MVPM]


def invitation_of(meeting: VolunteerMeeting, person: Person) -> Invitation | None:
    return Invitation.objects.filter(meeting=meeting, volunteer__person=person).first()


def invited_to(meeting: VolunteerMeeting) -> QuerySet[Invitation]:
    """Everybody who was invited and is still with us, by name."""
    here = meeting.invitations.exclude(volunteer__status=Volunteer.Status.LEFT)
    return here.select_related("volunteer__person").order_by("volunteer__person__name", "pk")


def to_invite() -> QuerySet[VolunteerMeeting]:
    """Meetings that nobody has heard of yet."""
    return VolunteerMeeting.objects.filter(invited_at=None, status=Status.PLANNED).select_related("borough")


def volunteers_to_invite(meeting: VolunteerMeeting) -> QuerySet[Volunteer]:
    """Those who volunteer in the borough now; whoever is on a break is left in peace."""
    here = Volunteer.objects.filter(borough=meeting.borough, status=Volunteer.Status.ACTIVE)
    return here.select_related("person").order_by("pk")


def meeting_ics(meeting: VolunteerMeeting, *, at: datetime, is_off: bool = False) -> str:
    """The calendar file that goes with an invitation, or takes the meeting out of a calendar again."""
    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Time Given//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_off else "PUBLISH")
    calendar.add_component(london())
    event.add("uid", f"{meeting.reference}@{settings.SITE_ADDRESS.split('//')[-1].split(':')[0]}")
    event.add("dtstamp", at)
    event.add("sequence", meeting.steps.count())
    event.add("dtstart", meeting.starts_at.astimezone(LONDON))
    event.add("dtend", meeting.ends_at.astimezone(LONDON))
    event.add("summary", "Volunteer meeting")
    event.add("location", meeting.place)
    event.add("status", "CANCELLED" if is_off else "TENTATIVE")
    calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def meeting_needs(person: Person, day: date) -> list[Need]:
    """An invitation that is not answered; for an MVP Manager a meeting to close, or that it is time for one."""
    found = []
    if person.is_volunteering:
        coming = Invitation.objects.filter(
            volunteer__person=person,
            answer="",
            meeting__status=Status.PLANNED,
            meeting__starts_at__gte=at_london(day, time()),
        )
        found += [
            Need(
                "Would you like to come to the volunteer meeting?",
                "engagement:meeting",
                (each.meeting.reference,),
                hint=each.meeting.when,
                until=each.meeting.starts_at,
            )
            for each in coming.select_related("meeting").order_by("meeting__starts_at")[:3]
        ]
    if person.holds(Role.MVPM, day=day):
        found += _of_an_mvpm(person, day)
    return found


def _of_an_mvpm(person: Person, day: date) -> list[Need]:
    mine = VolunteerMeeting.objects.filter(people.scope(person, (Role.MVPM,), day, on="borough"))
    over = mine.filter(status=Status.PLANNED, starts_at__lt=at_london(day, time())).order_by("starts_at")
    found = [
        Need(
            "Who came to the volunteer meeting?", "engagement:hold_meeting", (each.reference,), hint=each.when,
            due_on=each.on,
        ).at(each.borough_id)
        for each in over
    ]  # fmt: skip
    for borough, hint in _time_for_one(person, day, mine):
        found.append(Need("Invite your volunteers to a meeting", "engagement:meetings", hint=hint).at(borough))
    return found


def _time_for_one(person: Person, day: date, meetings: QuerySet[VolunteerMeeting]) -> list[tuple[int, str]]:
    """The boroughs with volunteers where the last meeting was a while ago, or where somebody who has been MVP Manager
    for some time has held none (clause 125), and what is said of each.
    """
    every, first = (add_months(day, -policy.on(day)) for policy in (MEETING_EVERY_MONTHS, MEETING_FIRST_MONTHS))
    kept = meetings.exclude(status=Status.CALLED_OFF).order_by().values_list("borough")
    last = {borough: london_day(latest) for borough, latest in kept.annotate(latest=Max("starts_at"))}
    held = {each.unit_id: each for each in people.appointments(person, day) if each.role == Role.MVPM}
    due = {borough: "It has been a while" for borough, on in last.items() if on < every}
    for borough, post in held.items():
        if borough not in last and not post.stands_in and post.from_on <= first:
            due[borough] = "There has been none yet"
    here = Volunteer.objects.filter(borough__in=due, status=Volunteer.Status.ACTIVE)
    with_volunteers = set(here.values_list("borough", flat=True)) if due else set()
    return [(borough, hint) for borough, hint in due.items() if borough in with_volunteers]

"""When applicants can be met, what has been arranged, and the calendar file of a meeting."""

from datetime import date, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from icalendar import Calendar, Event

from timegiven.joining.models import Application, Meeting, MeetingStep, Slot
from timegiven.kernel.calendars import london
from timegiven.kernel.words import LONDON
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Unit

_BOOKED = Meeting.Status.BOOKED
_Status = Application.Status
MET = (_Status.INTERVIEWED, _Status.VETTING, _Status.VETTED, _Status.APPROVED)  # a match can be found for them


def free_slots(application: Application, at: datetime) -> QuerySet[Slot]:
    """Times that can still be chosen, soonest first; nobody meets themselves."""
    taken = Meeting.objects.filter(slot=OuterRef("pk"), status=_BOOKED)
    return (
        Slot.objects.filter(~Exists(taken), borough=application.borough, is_withdrawn=False, starts_at__gt=at)
        .exclude(published_by=application.person)
        .select_related("published_by")
        .order_by("starts_at", "pk")
    )


def is_time_to_meet(application: Application, at: datetime) -> bool:
    """Whether an applicant can choose a time for the interview: it is their turn, and one is on offer."""
    return application.status == _Status.APPLIED and free_slots(application, at).exists()


def slots_run_by(person: Person, day: date) -> QuerySet[Slot]:
    """The times published in the boroughs where this person is MVP Manager, each with whoever took it."""
    booked = Meeting.objects.filter(status=_BOOKED).select_related("application__person")
    return (
        Slot.objects.filter(
            people.scope(person, (Appointment.Role.MVPM,), day, on="borough"),
            is_withdrawn=False,
            starts_at__date__gte=day,
        )
        .select_related("borough", "published_by")
        .prefetch_related(Prefetch("meetings", queryset=booked, to_attr="booked"))
        .order_by("starts_at", "pk")
    )


def meetings_of(application: Application) -> list[Meeting]:
    """What is arranged with an applicant."""
    arranged = Meeting.objects.filter(application=application, status=_BOOKED).select_related("slot", "unit")
    return list(arranged.order_by("starts_at"))


def meetings_seen_by(person: Person, day: date) -> QuerySet[Meeting]:
    """The meetings this person may open: their own, and those of applications that they handle."""
    handled = people.runs_or_stands_in(person, day, on="application__borough", besides="application__person")
    own = Meeting.objects.filter(application__person=person)
    return (own | Meeting.objects.filter(handled)).select_related("application__person", "application__borough", "slot")


def meetings_to_remind_of(day: date, *, days: int) -> QuerySet[Meeting]:
    """What is arranged for so many days ahead or sooner, and nobody has been reminded of."""
    return (
        Meeting.objects.filter(status=_BOOKED, is_reminded=False, starts_at__date__gt=day)
        .filter(starts_at__date__lte=date.fromordinal(day.toordinal() + days))
        .select_related("application__person", "application__borough")
        .order_by("pk")
    )


def units_to_meet(borough: Unit) -> QuerySet[Unit]:
    """Where a match may have been found."""
    return Unit.objects.filter(borough=borough, kind__in=Unit.WITH_ROLES, until_on=None).order_by("name")


def ics(meeting: Meeting, *, at: datetime) -> str:
    """The calendar file of a meeting as it stands now. It keeps its name when it moves, so the calendar follows it."""
    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Time Given//Joining//EN")
    calendar.add("version", "2.0")
    is_on = meeting.status == _BOOKED
    calendar.add("method", "PUBLISH" if is_on else "CANCEL")
    host = urlsplit(settings.SITE_ADDRESS).hostname
    event.add("uid", f"{meeting.application.reference}-{meeting.kind.lower()}@{host}")
    event.add("dtstamp", at)
    event.add("sequence", _moves(meeting))
    event.add("dtstart", meeting.starts_at.astimezone(LONDON))
    event.add("dtend", meeting.ends_at.astimezone(LONDON))
    event.add("summary", "Volunteering: we meet")
    event.add("status", "CONFIRMED" if is_on else "CANCELLED")
    event.add("location", meeting.place)
    event.add("description", f"With {meeting.with_whom}. If you cannot come, tell us. No reason is needed.")
    calendar.add_component(london())
    calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _moves(meeting: Meeting) -> int:
    """Every step of every meeting of this kind, so that a calendar sees a newer version as newer."""
    return MeetingStep.objects.filter(of__application=meeting.application_id, of__kind=meeting.kind).count()

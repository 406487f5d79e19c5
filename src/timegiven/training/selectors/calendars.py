"""The calendar file of a place on a course: it keeps its name when the session moves, so the calendar follows it."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from timegiven.kernel.calendars import london
from timegiven.kernel.words import LONDON
from timegiven.training.models import Booking


def ics(booking: Booking, *, at: datetime) -> str:
    """One place as it stands now: to put in a calendar, or to take out of it."""
    is_on = booking.status == Booking.Status.BOOKED
    calendar = Calendar()
    calendar.add("prodid", "-//Time Given//Training//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH" if is_on else "CANCEL")
    calendar.add_component(london())
    calendar.add_component(_event(booking, at, is_on=is_on))
    return str(calendar.to_ical(), "utf-8")


def _event(booking: Booking, at: datetime, *, is_on: bool) -> Event:
    session, event = booking.session, Event()
    event.add("uid", f"{booking.reference}@{urlsplit(settings.SITE_ADDRESS).hostname}")
    event.add("dtstamp", at)
    # Every step of the place and of its session, so that a calendar sees a newer version as newer.
    event.add("sequence", booking.steps.count() + session.steps.count())
    event.add("dtstart", session.starts_at.astimezone(LONDON))
    event.add("dtend", session.ends_at.astimezone(LONDON))
    event.add("summary", f"Volunteering: {session.course.title}")
    event.add("status", "CONFIRMED" if is_on else "CANCELLED")
    event.add("location", session.venue)
    event.add("description", "If you cannot come, give your place back. No reason is needed.")
    return event

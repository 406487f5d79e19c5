"""What waits for somebody in the matter of training."""

from datetime import date, datetime, time

from timegiven.kernel.desk import Need, in_all, numbers
from timegiven.kernel.time import at_london
from timegiven.kernel.words import clock, short_day, so_many
from timegiven.people.models import Appointment, Person
from timegiven.people.selectors import scope
from timegiven.training.models import Booking, Completion, Session, UnitTraining
from timegiven.training.selectors.completions import running_out, running_out_seen_by
from timegiven.training.selectors.requests import requests_to_decide
from timegiven.training.selectors.sessions import KEEPERS
from timegiven.training.selectors.sheets import sheets_seen_by
from timegiven.training.selectors.unit_training import unit_training_to_agree

Role = Appointment.Role
SOON = 14  # days: how long before a session it stands on the volunteer's first page
ENDING = 30  # days: how long before a course runs out it stands on first pages


def needs(person: Person, day: date) -> list[Need]:
    """One's own places and courses that run out; registers, agreements and what runs out for those who train."""
    lines = _own(person, day) if person.is_volunteering else []
    held = {each.role for each in person.appointments_on(day)}
    if Role.UNIT_MANAGER in held:
        lines += _returned(person, day)
    if held & {Role.MVPM, Role.CENTRAL_TEAM}:
        lines += _to_decide(person, day)
    if held & set(KEEPERS):
        lines += [*_registers(person, day), *_waiting(person, day), *_to_agree(person, day), *_running_out(person, day)]
    return lines


def _own(person: Person, day: date) -> list[Need]:
    ending = running_out(day, within=ENDING).filter(person=person).select_related("course")
    booked = Booking.objects.filter(volunteer__person=person, status__in=Booking.LIVE, session__status="OPEN")
    places = list(booked.select_related("session__course").order_by("session__starts_at"))
    taken = {each.session.course_id for each in places}
    soon = date.fromordinal(day.toordinal() + SOON)
    return [
        *(_place(each) for each in places if each.status == "BOOKED" and day <= each.session.on <= soon),
        *(_ending(each, day) for each in ending if each.course_id not in taken),
    ]


def _place(booking: Booking) -> Need:
    session = booking.session
    text = f"You have a place on “{session.course.title}”, {short_day(session.starts_at)} at {clock(session.starts_at)}"
    hint = f"{session.venue}. If you cannot come, give the place back. No reason is needed."
    return Need(text, "training:booking", (booking.reference,), hint=hint, due_on=session.on)


def _ending(completion: Completion, day: date) -> Need:
    runs = "runs" if completion.expires_on and completion.expires_on > day else "ran"
    return Need(
        f"Your training “{completion.course.title}” {runs} out",
        "training:my_training",
        hint="Have a look at when you could do it again.",
        due_on=completion.expires_on,
    )


def _registers(person: Person, day: date) -> list[Need]:
    begun: datetime = at_london(day, time(23, 59))
    mine = Session.objects.filter(scope(person, KEEPERS, day, on="unit"), status="OPEN", starts_at__lte=begun)
    return [
        Need(
            f"Say who came to “{session.course.title}” on {short_day(session.starts_at)}",
            "training:session",
            (session.reference,),
            hint="The time goes into people’s months, and they get a letter.",
            due_on=session.on,
        ).at(session.unit.borough_id)
        for session in mine.select_related("course", "unit").order_by("starts_at")[:5]
    ]


def _waiting(person: Person, day: date) -> list[Need]:
    """People on waiting lists, for whom another session may be set up; and sheets that nobody has taken in yet."""
    here, to_come = scope(person, KEEPERS, day, on="session__unit"), at_london(day, time())
    waiting = Booking.objects.filter(here, status="WAITING", session__status="OPEN", session__starts_at__gt=to_come)
    sheets = sheets_seen_by(person, day).filter(status="READ")
    return [
        *in_all(
            numbers(waiting, "session__unit__borough"),
            lambda count: f"{so_many(count, 'volunteer')} on a waiting list for a course",
            "training:sessions",
            hint="You can make a session larger, or set up another.",
            query="?when=waiting",
        ),
        *in_all(
            numbers(sheets, "unit__borough"),
            lambda count: f"{so_many(count, 'sheet')} of completions to look at and take in",
            "training:sheets",
        ),
    ]


def _to_decide(person: Person, day: date) -> list[Need]:
    return in_all(
        numbers(requests_to_decide(person, day), "volunteer__borough"),
        lambda count: f"{so_many(count, 'course')} beyond a role to agree to, or not",
        "training:requests",
        query="?status=ASKED",
    )


def _to_agree(person: Person, day: date) -> list[Need]:
    return in_all(
        numbers(unit_training_to_agree(person, day), "unit__borough"),
        lambda count: f"{so_many(count, 'way')} of training at a unit to agree to",
        "training:unit_trainings",
        query="?status=PROPOSED",
    )


def _running_out(person: Person, day: date) -> list[Need]:
    return in_all(
        numbers(running_out_seen_by(person, day, within=ENDING), "person__volunteer__borough"),
        lambda count: f"{so_many(count, 'course')} to do again within {ENDING} days",
        "training:expiring",
        query=f"?within={ENDING}",
    )


def _returned(person: Person, day: date) -> list[Need]:
    mine = scope(person, (Role.UNIT_MANAGER,), day, on="unit")
    back = UnitTraining.objects.filter(mine, status=UnitTraining.Status.RETURNED).select_related("course")
    return [
        Need(f"A question about how you teach “{each.course.title}”", "training:unit_training", (each.reference,))
        for each in back
    ]

"""One letter a day to each Borough MVP Manager, each office and who stands in: what waits, and nobody's name."""

from datetime import date, datetime

from django.db import transaction

from timegiven.joining import selectors
from timegiven.joining.selectors.needs import needs_of_staff
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.letters.models import Letter
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person

TEMPLATE = "joining/digest"
Role = Appointment.Role
OF_JOINING = (Role.MVPM, Role.VETTING, Role.PASSES)


def write_digests(at: datetime) -> int:
    """Tell each member of staff what waits for them, once a day and not at all when nothing does."""
    day = london_day(at)
    staff = {held.person.pk: held.person for role in (*OF_JOINING, Role.CENTRAL_TEAM)
             for held in people.appointed(role, day)}  # fmt: skip
    told = _told_on(day)
    return sum(_write(person, day, at=at) for person in staff.values() if person.reference not in told)


def _told_on(day: date) -> set[str]:
    """Who has had today's letter already, so that a worker may ask as often as it likes."""
    recent = Letter.objects.filter(template=TEMPLATE).order_by("-pk").values_list("recipient", "owed_at")[:5000]
    return {recipient for recipient, owed_at in recent if london_day(owed_at) == day}


@transaction.atomic
def _write(person: Person, day: date, *, at: datetime) -> bool:
    own, waiting = people.on_own_posts(person, day), people.waits_where_stood_in(person, day, needs_of_staff)
    if any(own.holds(role, day=day) for role in OF_JOINING) or selectors.has_applications(own, day):
        waiting += needs_of_staff(own, day)
    if waiting and person.email:
        letters.write(TEMPLATE, to=person, at=at, needs=waiting)
    return bool(waiting and person.email)

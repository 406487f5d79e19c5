"""Somebody by their name, while it is typed: one range of an index, and what each of a few is, in one question."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from timegiven.joining import rules
from timegiven.joining.models import Application
from timegiven.joining.selectors.applications import borough_keys
from timegiven.kernel.prepared import padded
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer


@dataclass(frozen=True)
class Found:
    """A person, what they are here, and the page to open."""

    name: str
    what: str
    url_name: str
    reference: str


def found_by_name(person: Person, day: date, typed: str) -> list[Found]:
    """The first people whose name begins like this: of one's own boroughs, and all volunteers for the Central Team."""
    span, own, force = rules.span(typed), padded(borough_keys(person, day)), _force_of(person, day)
    where = [*own, *force]
    if span is None or not where:
        return []
    among_own = f"IN ({_marks(own)})"
    marks = {
        "where": _marks(where),
        "here": "IS NOT NULL" if force else among_own,  # the Central Team finds volunteers of every borough
        "applied": _APPLIED.format(among_own) if own else "''",
        "most": MOST * (1 + bool(own and force)),  # one person may stand in both
    }
    with connection.cursor() as cursor:
        cursor.execute(_FOUND.format(**marks), [*([] if force else own), *own, *where, *span])
        rows = {who: _told(*facts) for who, *facts in cursor.fetchall()}
    return [each for each in rows.values() if each][:SHOWN]


def _force_of(person: Person, day: date) -> list[int]:
    """The unit above all others, for whoever is of the Central Team."""
    held = (each for each in people.appointments(person, day) if each.role == Appointment.Role.CENTRAL_TEAM)
    return sorted({int(each.unit.path.split("/")[1]) for each in held})


def _marks(units: list[int]) -> str:
    return ", ".join(["%s"] * len(units))


SHOWN = 10
MOST = 14
# Written out, for Django cannot put it so: one range of one index, and where each of a few stands, all in one trip.
# A name may begin alike in several orders of its words, so a few more than are shown are looked at.
_FOUND = """
SELECT person_id, name, borough,
    (SELECT reference || ' ' || status FROM people_volunteer WHERE person_id = few.person_id AND borough_id {here}),
    {applied}
FROM (
    SELECT letters, person_id, name, borough FROM joining_namekey
    WHERE unit_id IN ({where}) AND letters >= %s AND letters < %s
    ORDER BY letters, person_id LIMIT {most}
) AS few ORDER BY letters, person_id
"""
_APPLIED = """(
    SELECT reference || ' ' || status FROM joining_application
    WHERE person_id = few.person_id AND borough_id {} ORDER BY registered_at DESC LIMIT 1
)"""


def _told(name: str, borough: str, volunteers: str | None, applied: str | None) -> Found | None:
    """What one of them is here; None of somebody who is nothing that the reader may open."""
    volunteer, _, status = (volunteers or "").partition(" ")
    application, _, stage = (applied or "").partition(" ")
    if volunteer and (not application or status != Volunteer.Status.LEFT):
        what = "Was a volunteer" if status == Volunteer.Status.LEFT else "Volunteer"
        return Found(name, ", ".join(filter(None, (what, borough))), "placements:volunteer", volunteer)
    if application:
        stands = f"Applicant: {Application.Status(stage).label.lower()}"
        return Found(name, stands, "joining:application", application)
    return None

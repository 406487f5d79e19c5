"""What each person's first page shows: what waits for them, and how their own corner of the programme stands."""

from datetime import date
from typing import Any

from timegiven.attendance import selectors as attendance
from timegiven.concerns import selectors as concerns
from timegiven.engagement import selectors as engagement
from timegiven.expenses import selectors as expenses
from timegiven.hours import selectors as hours
from timegiven.insight import selectors as insight
from timegiven.joining import selectors as joining
from timegiven.kernel.desk import Need
from timegiven.library import selectors as library
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.placements import selectors as placements
from timegiven.programme import selectors as programme
from timegiven.rota import selectors as rota
from timegiven.training import selectors as training

CHAPTERS = (
    programme,
    people,
    library,
    joining,
    training,
    placements,
    rota,
    attendance,
    expenses,
    concerns,
    engagement,
    insight,
)


def needs(person: Person, day: date) -> list[Need]:
    """Everything that waits for this person: what is urgent at the top, then what is due first."""
    found = [*_asked(people.on_own_posts(person, day), day), *_where_stood_in(person, day)]
    return sorted(found, key=lambda need: (not need.is_urgent, need.due_on is None, need.due_on or day))


def _where_stood_in(person: Person, day: date) -> list[Need]:
    """Asked only where there may be something: many an OCU without an MVP Manager has never had a volunteer."""
    there = [held for held in people.appointments(person, day) if held.stands_in]
    if not any(held.is_in_use for held in there) and not joining.is_applied_to([held.unit for held in there]):
        return []
    return people.waits_where_stood_in(person, day, _asked)


def _asked(person: Person, day: date) -> list[Need]:
    return [need for chapter in CHAPTERS for need in chapter.needs(person, day) if need.count]


def volunteering(person: Person, day: date) -> dict[str, Any] | None:
    """A volunteer's month in short and whom they can ring, or None for someone who is not one."""
    volunteer = people.volunteer_of(person) if person.is_volunteering else None
    if volunteer is None:
        return None
    mvpm, given = people.mvpm_of(volunteer.borough, day, besides=person), hours.given_in(person, day)
    return {
        "borough": volunteer.borough.name,
        "given": given,
        "left": max(hours.cap_for(person, day, volunteer.strand) - given, 0),
        "mvpm": {name: getattr(mvpm, name) for name in ("name", "phone", "email", "stands_in")} if mvpm else None,
    }


def corner(person: Person, day: date) -> dict[str, Any] | None:
    """The totals of the borough that a person runs, or of the whole programme for those who look after all of it."""
    held = {appointment.role: appointment for appointment in people.posts(person, day)}
    if Role.MVPM in held:
        borough = held[Role.MVPM].unit
        return _totals(borough.name, borough, day)
    if Role.CENTRAL_TEAM in held:
        return _totals("The whole programme", None, day)
    return None


def _totals(name: str, borough: Any, day: date) -> dict[str, Any]:
    year = insight.year_of_hours(day, borough)
    return {
        "name": name,
        "volunteers": insight.volunteers_by_status(borough),
        "hours": year.hours,
        "chart": {"title": "Hours given each month", "unit": "hours", "rows": year.by_month},
    }


def whom_to_ask(person: Any, day: date) -> dict[str, Any]:
    """One's own MVP Manager, all MVP Managers, and the Central Team."""
    volunteer = people.volunteer_of(person) if person.is_authenticated else None
    return {
        "own": people.mvpm_of(volunteer.borough, day, besides=person) if volunteer else None,
        "borough": volunteer.borough if volunteer else None,
        "managers": people.appointed(Role.MVPM, day),
        "central_team": people.appointed(Role.CENTRAL_TEAM, day),
        "address": programme.central_address(),
    }

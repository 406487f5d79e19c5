"""Who tells and hears what worries somebody, who asks whom not to come on a day, and who ends volunteering."""

from datetime import date

from timegiven.concerns.models import Concern, DayOff
from timegiven.kernel.permission import permission
from timegiven.people.access import Role, holds, runs_or_stands_in
from timegiven.people.models import Person, Volunteer
from timegiven.placements import selectors as placements


@permission
def tell(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Whoever volunteers, or did, tells us of a worry; MVP Manager and Central Team note it for those who ring."""
    return person.pk == volunteer.person_id or any(
        holds(person, role, at=volunteer.borough, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM)
    )


@permission
def hear(person: Person, concern: Concern, day: date) -> bool:
    """A concern is heard by the Borough MVP Manager, or by the Central Team alone where it is about that manager or
    there is none; never by a unit, nor by whoever told it.
    """
    if person.pk == concern.person_id:
        return False
    if concern.is_for_team:
        return holds(person, Role.CENTRAL_TEAM, at=concern.borough, day=day)
    return runs_or_stands_in(person, concern.borough, day, besides=concern.person)


@permission
def hear_any(person: Person, day: date) -> bool:
    """Borough MVP Managers and the Central Team see what they were told."""
    return any(holds(person, role, at=None, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM))


@permission
def answer_back(person: Person, concern: Concern, day: date) -> bool:
    """Only whoever told of a worry adds to it, takes it back, or says that it is not settled."""
    return person.pk == concern.person_id


@permission
def pass_on(person: Person, concern: Concern, day: date) -> bool:
    """Whoever told of a worry may have the Central Team hear it instead, and so may the MVP Manager who hears it."""
    return person.pk == concern.person_id or hear(person, concern, day)


@permission
def ask_not_to_come(person: Person, volunteer: Volunteer, day: date) -> bool:
    """The manager of a unit where somebody is placed, or the Borough MVP Manager, may ask them not to come on a day."""
    if person.pk == volunteer.person_id:
        return False
    runs = holds(person, Role.MVPM, at=volunteer.borough, day=day)
    return runs or placements.at_unit(person, day).filter(volunteer=volunteer).exists()


@permission
def name_any_ground(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Whether somebody's coming would harm the good name of the programme is for the Borough MVP Manager to say."""
    return holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def talk(person: Person, day_off: DayOff, day: date) -> bool:
    """Why somebody was asked not to come on a day is for the Borough MVP Manager alone, who talks with them; where
    there is no other, for the Central Team. Nobody reads or settles their own."""
    volunteer = day_off.volunteer
    runs = runs_or_stands_in(person, volunteer.borough, day, besides=volunteer.person)
    return person.pk != volunteer.person_id and runs


@permission
def leave(person: Person, volunteer: Volunteer, day: date) -> bool:
    """A volunteer may leave at any time and need not say why; their MVP Manager can record it for them."""
    return person.pk == volunteer.person_id or holds(person, Role.MVPM, at=volunteer.borough, day=day)


@permission
def cease(person: Person, volunteer: Volunteer, day: date) -> bool:
    """Only the Borough MVP Manager ends somebody's volunteering for the programme; the Central Team is told at once."""
    return person.pk != volunteer.person_id and holds(person, Role.MVPM, at=volunteer.borough, day=day)

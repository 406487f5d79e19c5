"""The ways on at the top of every page, by what a person is appointed to and whether they volunteer."""

from dataclasses import dataclass
from datetime import date

from timegiven.expenses import selectors as expenses
from timegiven.joining import selectors as joining
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person


@dataclass(frozen=True)
class Way:
    """One link of the main navigation; ``chapter`` lights it up on all pages of that chapter."""

    text: str
    url_name: str
    chapter: str


TODAY = Way("Today", "home:desk", "home")
MY_APPLICATION = Way("My application", "joining:mine", "joining")
ROLES = Way("Roles", "library:library", "library")
ROTA = Way("Rota", "rota:month", "rota")
TRAINING = Way("Training", "training:sessions", "training")
TRAINING_AT_UNITS = Way("Training", "training:unit_trainings", "training")
REGISTER = Way("Register", "insight:register", "insight")
PROGRAMME = Way("Programme", "insight:overview", "insight")

RING = Way("Whom to ring", "placements:emergency", "placements")
MY_LETTERS = Way("My letters", "engagement:my_letters", "engagement")
MY_CLAIMS = Way("My claims", "expenses:my_claims", "expenses")

OF_A_VOLUNTEER = (
    Way("My calendar", "rota:my_calendar", "rota"),
    Way("My time", "hours:month", "hours"),
    Way("My reports", "attendance:reports", "attendance"),
    Way("My training", "training:my_training", "training"),
    MY_CLAIMS,
    ROLES,
)
OF_A_ROLE: dict[str, tuple[Way, ...]] = {
    Role.UNIT_MANAGER: (
        Way("My unit", "placements:my_unit", "placements"),
        Way("Who is here", "attendance:units", "attendance"),
        ROTA,
        TRAINING_AT_UNITS,
        ROLES,
    ),
    Role.MVPM: (
        Way("Volunteers", "placements:volunteers", "placements"),
        Way("Applications", "joining:board", "joining"),
        ROTA,
        Way("Sessions", "attendance:monday", "attendance"),
        Way("Claims", "expenses:claims", "expenses"),
        Way("Thanks", "engagement:thanks", "engagement"),
        TRAINING,
        ROLES,
        PROGRAMME,
    ),
    Role.STEERING_GROUP: (Way("For decision", "library:agenda", "library"), ROLES, PROGRAMME),
    Role.CENTRAL_TEAM: (
        Way("Volunteers", "placements:volunteers", "placements"),
        ROTA,
        TRAINING,
        ROLES,
        PROGRAMME,
        Way("Handbook", "programme:policies", "programme"),
        Way("People", "people:appointments", "people"),
    ),
    Role.VETTING: (Way("Security checks", "joining:vetting", "joining"),),
    Role.PASSES: (Way("Passes", "joining:passes", "joining"),),
    Role.TRAINING: (TRAINING,),
    Role.HR: (RING,),
    Role.CONTROL_ROOM: (RING,),
    Role.FIRST_AIDER: (Way("First aid", "placements:first_aid", "placements"),),
    Role.FINANCE: (
        Way("Payments", "expenses:batches", "expenses"),
        Way("Claims", "expenses:claims", "expenses"),
    ),
    Role.AUDITOR: (
        Way("Audit trail", "people:trail", "people"),
        Way("Claims typed in", "expenses:typed_in", "expenses"),
        REGISTER,
        TRAINING,
        PROGRAMME,
    ),
}


def ways(person: Person, day: date) -> list[Way]:
    """The links for this person, each once, today first."""
    found = [TODAY]
    for held in people.appointments(person, day):
        if held.is_in_use:
            found += OF_A_ROLE[held.role]
    if person.is_volunteering:
        found += OF_A_VOLUNTEER
    elif getattr(person, "volunteer", None) is not None:  # somebody who has left
        found += [MY_LETTERS, *([MY_CLAIMS] if expenses.may_still_claim(person, day) else [])]
    if found == [TODAY] and joining.my_application(person):
        found += [MY_APPLICATION, ROLES]
    return list(dict.fromkeys(found))

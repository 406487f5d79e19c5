"""What waits for a person here."""

from datetime import date

from timegiven.kernel.desk import Need
from timegiven.kernel.words import so_many
from timegiven.people.models import Appointment, Person
from timegiven.people.selectors.appointments import appointments
from timegiven.people.selectors.contacts import check_due_on, emergency_contacts
from timegiven.people.selectors.letters import letters_seen_by

Role = Appointment.Role


def needs(person: Person, day: date) -> list[Need]:
    """A contact to name or to check, and letters to post."""
    return [*_contact(person, day), *_letters(person, day)]


def _contact(person: Person, day: date) -> list[Need]:
    if not person.is_volunteering:
        return []
    contacts = emergency_contacts(person)
    if not contacts:
        return [Need("Tell us whom to ring in an emergency", "people:emergency", hint="It takes a minute.")]
    due = check_due_on(contacts, day)
    if day < due:
        return []
    return [Need("Is your emergency contact still right?", "people:emergency", hint="One tap if it is.", due_on=due)]


def _letters(person: Person, day: date) -> list[Need]:
    if not any(held.role in (Role.MVPM, Role.CENTRAL_TEAM) for held in appointments(person, day)):
        return []
    waiting = letters_seen_by(person, day).count()
    text = f"{so_many(waiting, 'letter')} to print and post"
    return [Need(text, "people:letters_to_print", count=waiting)] if waiting else []

"""Keep whom to ring if someone is hurt, and open it to those who have to ring (clauses 108 and 109)."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people import access, selectors
from timegiven.people.models import EmergencyContact, Person, Volunteer


@transaction.atomic
def set_emergency_contact(
    person: Person, *, name: str, phone: str, relationship: str, by: Person, at: datetime
) -> None:
    """Keep whom to ring if this person is hurt, as confirmed today (clause 108)."""
    access.change_contact.require(by, person, london_day(at))
    EmergencyContact.objects.update_or_create(
        person=person,
        defaults={"name": name, "phone": phone, "relationship": relationship, "confirmed_on": london_day(at)},
    )
    audit.record("set emergency contact", of=person, by=by, at=at, about=person)


@transaction.atomic
def confirm_emergency_contact(person: Person, *, by: Person, at: datetime) -> None:
    """Note that the contact has been looked at and is still right (clause 109)."""
    access.change_contact.require(by, person, london_day(at))
    if not EmergencyContact.objects.filter(person=person).update(confirmed_on=london_day(at)):
        raise NotAllowed(
            "There is nothing to confirm: nobody is named yet.", next_step="Tell us whom to ring in an emergency."
        )
    audit.record("confirmed emergency contact", of=person, by=by, at=at, about=person)


@transaction.atomic
def open_emergency_contact(volunteer: Volunteer, *, why: str, by: Person, at: datetime) -> EmergencyContact | None:
    """Show whom to ring to somebody who has to; each look is written down with its reason."""
    access.see_contacts.require(by, volunteer, london_day(at))
    audit.saw("emergency contact", of=volunteer, by=by, at=at, about=volunteer.person, why=why)
    return selectors.emergency_contact(volunteer.person)

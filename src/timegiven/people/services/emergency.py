"""Keep whom to ring if someone is hurt (clauses 108 and 109); placements opens it to those who have to ring."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people import access, rules, selectors
from timegiven.people.models import EmergencyContact, Person
from timegiven.people.services.telling import tell_of_details

PARTS = ("name", "relationship", "phone")


@transaction.atomic
def set_emergency_contacts(person: Person, *, contacts: Sequence[Mapping[str, str]], by: Person, at: datetime) -> None:
    """Keep whom to ring if this person is hurt, first to ring first, as confirmed today (clause 108).

    Each contact has a ``name``, a ``relationship`` and a ``phone``. Whoever was kept before and is not named goes.
    """
    access.change_contact.require(by, person, london_day(at))
    rules.check_contacts(contacts)
    typed = [tuple(each.get(part, "") for part in PARTS) for each in contacts]
    before = [tuple(getattr(each, part) for part in PARTS) for each in selectors.emergency_contacts(person)]
    tell_of_details(person, ["emergency contact"] if before and typed != before else [], at=at)
    for position, named in enumerate(contacts, start=1):
        facts = {**named, "confirmed_on": london_day(at)}
        EmergencyContact.objects.update_or_create(person=person, position=position, defaults=facts)
    EmergencyContact.objects.filter(person=person, position__gt=len(contacts)).delete()
    audit.record("set emergency contact", of=person, by=by, at=at, about=person)


@transaction.atomic
def confirm_emergency_contacts(person: Person, *, by: Person, at: datetime) -> None:
    """Note that everybody named has been looked at and is still right (clause 109)."""
    access.change_contact.require(by, person, london_day(at))
    if not EmergencyContact.objects.filter(person=person).update(confirmed_on=london_day(at)):
        raise NotAllowed(
            "There is nothing to confirm: nobody is named yet.", next_step="Tell us whom to ring in an emergency."
        )
    audit.record("confirmed emergency contact", of=person, by=by, at=at, about=person)

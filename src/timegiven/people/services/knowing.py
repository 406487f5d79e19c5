"""Come to know a person, and keep how to reach them."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import access, rules, selectors
from timegiven.people.models import Person


def meet(*, name: str, email: str = "", at: datetime, by: Person | None = None, **details: object) -> Person:
    """Enter a person into the programme's knowledge: from a registration, or keyed in for someone without e-mail."""
    try:
        return _enter(name=name.strip(), email=email.strip().lower() or None, by=by, at=at, **details)
    except IntegrityError:
        raise NotAllowed(
            "We have not added this person: someone with this e-mail address is known already.",
            next_step="Look for them by name first, or leave the address empty if two people share it.",
        ) from None


@transaction.atomic
def _enter(*, by: Person | None, at: datetime, **facts: object) -> Person:
    person = Person(**facts)
    person.set_unusable_password()
    person.save(force_insert=True)
    audit.record("met", of=person, by=by or person, at=at, about=person)
    return person


@transaction.atomic
def change_contact(
    person: Person, *, known_as: str, email: str, phone: str, address: str, by: Person, at: datetime
) -> None:
    """Keep how to reach a person. When the e-mail address changes, the old one is told: it opens an account."""
    day = london_day(at)
    access.change_contact.require(by, person, day)
    before = Person.objects.get(pk=person.pk)
    is_new, has_post = email.strip().lower() != (before.email or "").lower(), selectors.has_post(person, day)
    rules.check_address(is_own=by == person, is_new=is_new, has_post=has_post, name=person.name)
    facts = {"known_as": known_as.strip(), "phone": phone, "address": address, "email": email.strip().lower() or None}
    try:
        with transaction.atomic():
            Person.objects.filter(pk=person.pk).update(**facts)
    except IntegrityError:
        raise NotAllowed(
            "We have not changed your details: someone with this e-mail address is known already.",
            next_step="Check the address. Two people cannot share one, for it is what you sign in with.",
            ask="The Central Team can help.",
        ) from None
    person.refresh_from_db()
    if person.email != before.email:
        EmailAddress.objects.filter(user=person).delete()  # sign-in keeps a copy, and makes a new one by itself
        if before.email:
            letters.write("people/address_changed", to=before, at=at)
    audit.record("changed contact details", of=person, by=by, at=at, about=person)

"""Come to know a person, and keep how to reach them."""

from datetime import datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.people import access, rules, selectors
from timegiven.people.models import NewAddress, Person
from timegiven.people.services import addresses
from timegiven.people.services.telling import tell_of_details


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
) -> NewAddress | None:
    """Keep how to reach a person; return their new e-mail address, if one waits now for its link to be followed.

    The page shows an address that waits already. Whoever types the one before in its place keeps that.
    """
    day = london_day(at)
    access.change_contact.require(by, person, day)
    before = Person.objects.get(pk=person.pk)
    waiting, typed = selectors.new_address(before, at), email.strip().lower()
    has, shown = before.email or "", (waiting.email if waiting else before.email or "")
    is_new, has_post = typed != shown.lower(), selectors.has_post(person, day)
    rules.check_address(is_own=by == person, is_new=is_new, has_post=has_post, name=person.name)
    Person.objects.filter(pk=person.pk).update(known_as=known_as.strip(), phone=phone, address=address)
    typed_now = {"telephone number": (before.phone, phone), "postal address": (before.address, address)}
    tell_of_details(before, [what for what, (was, now) in typed_now.items() if was != now], at=at)
    asked = None
    if is_new and typed == has.lower():
        addresses.keep(before, by=by, at=at)
    elif is_new and typed:
        asked = addresses.ask_for(before, typed, by=by, at=at)
    elif is_new:
        addresses.let_go(before, by=by, at=at)
    person.refresh_from_db()
    audit.record("changed contact details", of=person, by=by, at=at, about=person)
    return asked

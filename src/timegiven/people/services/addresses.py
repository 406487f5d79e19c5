"""Another e-mail address: it counts once the link sent to it was followed, and the one before is told."""

from datetime import datetime, timedelta
from typing import NamedTuple

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.kernel.references import digest, new_secret
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import access, rules
from timegiven.people.models import NewAddress, Person
from timegiven.people.policies import ADDRESS_LINK_DAYS


class _Reader(NamedTuple):
    """Whoever reads the letters of an address that is not confirmed: they are told nobody's name."""

    email: str
    reference: str
    name: str = ""


def ask_for(person: Person, email: str, *, by: Person, at: datetime) -> NewAddress:
    """Write to a new address whether it is theirs; until they say so, all goes on with the one they have."""
    rules.check_is_free(is_taken=Person.objects.filter(email__iexact=email).exclude(pk=person.pk).exists())
    new = _with_link(person, email, at=at)
    if person.email:
        letters.write("people/address_asked", to=person, at=at, until_at=new.until_at)
    audit.record("asked for another e-mail address", of=person, by=by, at=at, about=person)
    return new


def _with_link(person: Person, email: str, *, at: datetime) -> NewAddress:
    """With a new link: whatever was sent before stops working."""
    secret, until_at = new_secret(), at + timedelta(days=ADDRESS_LINK_DAYS.on(london_day(at)))
    told = {"email": email, "link_digest": digest(secret), "until_at": until_at}
    new, _ = NewAddress.objects.update_or_create(person=person, defaults=told)
    reader = _Reader(email=email, reference=person.reference)
    letters.write("people/confirm_address", to=reader, at=at, secret=secret, until_at=until_at)
    return new


@transaction.atomic
def send_link_again(person: Person, *, by: Person, at: datetime) -> NewAddress:
    """Write once more to the address that waits to be confirmed."""
    access.change_contact.require(by, person, london_day(at))
    new = NewAddress.objects.filter(person=person).first()
    if new is None:
        raise NotAllowed("Nothing has been sent: no address waits to be confirmed.", next_step="Look at the details.")
    return _with_link(person, new.email, at=at)


def keep(person: Person, *, by: Person, at: datetime) -> None:
    """The address stays as it is: a link that was sent stops working."""
    if NewAddress.objects.filter(person=person).delete()[0]:
        audit.record("kept the e-mail address", of=person, by=by, at=at, about=person)


def let_go(person: Person, *, by: Person, at: datetime) -> None:
    """Write to somebody by post from now on, and tell the address that they had."""
    keep(person, by=by, at=at)
    _change(person, None, at=at)


@transaction.atomic
def confirm(new: NewAddress, *, by: Person | None, at: datetime, born_on: object = None) -> None:
    """Make an address somebody's own: from now on they sign in with it, and the one before is told.

    ``by`` is whoever is signed in and reads the letter, if anybody; whoever is not says when they were born.
    """
    held = NewAddress.objects.select_for_update().filter(pk=new.pk, link_digest=new.link_digest).first()
    rules.check_link(is_over=held is None or held.until_at <= at)
    person = Person.objects.select_for_update(no_key=True).get(pk=new.person_id)
    rules.check_whose(is_own=by == person, signs_in=bool(person.email), born_on=person.born_on, typed=born_on)  # type: ignore[arg-type]
    try:
        with transaction.atomic():
            _change(person, new.email, at=at)
    except IntegrityError:
        rules.check_is_free(is_taken=True)
    NewAddress.objects.filter(person=person).delete()
    audit.record("confirmed e-mail address", of=person, by=person, at=at, about=person)


def _change(person: Person, email: str | None, *, at: datetime) -> None:
    Person.objects.filter(pk=person.pk).update(email=email)
    EmailAddress.objects.filter(user=person).delete()  # sign-in keeps a copy, and makes a new one by itself
    if person.email:
        letters.write("people/address_changed", to=person, at=at, by_post=email is None)


def forget_addresses(*, at: datetime) -> int:
    """Let go of addresses that nobody confirmed in time; return how many."""
    return NewAddress.objects.filter(until_at__lt=at).delete()[0]

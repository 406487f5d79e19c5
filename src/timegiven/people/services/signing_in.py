"""Let somebody in anew who has lost what they sign in with."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import access, rules, selectors
from timegiven.people.models import Person


@transaction.atomic
def let_in_anew(person: Person, *, by: Person, at: datetime) -> None:
    """Take away every second step of somebody, and the password: the one way in is a link to their own address.

    Whoever has their telephone, or sits before a page that they left, is signed out with the password.
    """
    access.let_in_anew.require(by, person, london_day(at))
    held = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    rules.check_has_second_step(has=selectors.has_second_step(held), name=held.name)
    Authenticator.objects.filter(user=held).delete()
    held.set_unusable_password()
    held.save(update_fields=["password"])
    letters.write("people/let_in_anew", to=held, at=at, when=at)
    audit.record("let in anew", of=held, by=by, at=at, about=held)

"""Tell people of whatever changes how they sign in or are reached: if it was not they, they hear of it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.words import several
from timegiven.letters import services as letters
from timegiven.people.models import Person

# What is done, as the audit trail has it: the letter's subject, and what it says
TOLD = {
    "changed password": ("Your password has been changed", "The password with which you sign in has been changed."),
    "chose a new password by a link": (
        "You have a new password",
        "A new password has been chosen, by a link that was sent to this address.",
    ),
    "set up codes from an app": (
        "A second step for signing in",
        "A second step has been set up for signing in: a code from an app on a telephone.",
    ),
    "turned off codes from an app": (
        "A second step for signing in has been turned off",
        "Codes from an app on a telephone are not asked for any more when you sign in.",
    ),
    "added a passkey": ("A passkey for signing in", "A passkey has been added, with which you can sign in."),
    "removed a passkey": ("A passkey has been removed", "A passkey has been removed. It signs you in no more."),
    "made new spare codes": (
        "New spare codes for signing in",
        "New spare codes have been made. Those you had before do not work any more.",
    ),
    "signed in by a spare code": (
        "A spare code has been used",
        "One of your spare codes has been used for signing in. It does not work a second time.",
    ),
}


@transaction.atomic
def tell_of_sign_in(person: Person, act: str, *, at: datetime) -> None:
    """Write to somebody that one of the ways in to their account is another now; the letter holds no secret."""
    subject, told = TOLD[act]
    letters.write("people/sign_in_changed", to=person, at=at, subject_line=subject, told=told, when=at)
    audit.record(act, of=person, by=person, at=at, about=person)


def tell_of_details(person: Person, changed: Sequence[str], *, at: datetime) -> None:
    """Write to somebody who has e-mail what of their details is another now; the letter never says what it is.

    Whoever has none does not sign in, so nobody changes it in their name but the MVP Manager whom they asked.
    """
    if changed and person.email:
        told = several([f"your {each}" for each in changed])
        letters.write("people/details_changed", to=person, at=at, told=told[0].upper() + told[1:], when=at)

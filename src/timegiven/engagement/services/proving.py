"""Make a letter that anybody can check."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.engagement import access, rules
from timegiven.engagement.models import Proof
from timegiven.kernel.references import digest, new_secret, reference_from
from timegiven.kernel.time import london_day
from timegiven.people.models import Person, Volunteer


@transaction.atomic
def prove(volunteer: Volunteer, *, minutes: int, once: str = "", by: Person, at: datetime) -> str:
    """Keep what a letter says of name and hours, and return the check code that is printed on it.

    ``once`` is the key of the form, and which letter it asks for: sent again it leads to the same letter.

    Neither the record nor the audit trail tells which letter it was: who asks for the statement of volunteering may
    be on benefits, which is nobody's business here.
    """
    day = london_day(at)
    access.write_letter.require(by, volunteer, day)
    rules.check_something_given(minutes=minutes)
    printed = {"name": volunteer.person.name, "minutes": str(minutes), "made_on": day}
    code = reference_from(once or new_secret(), volunteer.pk, *printed.values())
    facts = {"volunteer": volunteer, **printed}
    proof, is_new = Proof.objects.get_or_create(code_digest=digest(code), defaults=facts)
    rules.check_not_withdrawn(is_withdrawn=proof.withdrawn_on is not None)
    if is_new:
        audit.record("made a letter", of=proof, by=by, at=at, about=volunteer.person)
    return code


@transaction.atomic
def withdraw(proof: Proof, *, by: Person, at: datetime) -> None:
    """Say of a letter that was made in error that it holds no longer."""
    day = london_day(at)
    access.withdraw_letter.require(by, proof.volunteer, day)
    Proof.objects.filter(pk=proof.pk, withdrawn_on=None).update(withdrawn_on=day)
    audit.record("withdrew a letter", of=proof, by=by, at=at, about=proof.volunteer.person)

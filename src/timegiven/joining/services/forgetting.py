"""Delete what an applicant answered when it has been kept as long as they were told (clause 123)."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import selectors
from timegiven.joining.models import Application, Declaration
from timegiven.joining.services import duplicates
from timegiven.joining.services.applying import close_doors
from timegiven.kernel.time import london_day
from timegiven.people.models import EmergencyContact, NewAddress, Person, Volunteer

ANSWERS = (
    "motivations", "about", "skills", "languages", "availability", "how_often", "travel", "vehicle_said_on",
    "what_would_help", "interview_notes", "adult_here", "saved",
)  # fmt: skip


def forget_answers(*, at: datetime) -> int:
    """Delete the answers of applications that ended long enough ago, or were left lying as long; return of how many."""
    day = london_day(at)
    lying = [_put_aside(application, at=at) for application in selectors.applications_left_lying(day)]
    return len(lying) + sum(_forget(application, at=at) for application in selectors.applications_to_forget(day))


@transaction.atomic
def _put_aside(application: Application, *, at: datetime) -> None:
    """Somebody began and never went on: nobody waits for it, and they may begin again whenever they like."""
    Application.lifecycle.move(application, Application.Status.WITHDRAWN, by=None, at=at, why="Nobody went on with it")
    close_doors(application, at=at)
    _forget(application, at=at)


@transaction.atomic
def _forget(application: Application, *, at: datetime) -> bool:
    """That there was an application, and how it ended, stays; what was told in it goes, and the referees with it."""
    for answer in ANSWERS:
        field = Application._meta.get_field(answer)
        setattr(application, answer, None if field.null else field.get_default())  # type: ignore[union-attr]
    application.save(update_fields=ANSWERS)
    application.references.all().delete()
    application.consents.all().delete()
    person = application.person
    if selectors.is_unknown_otherwise(person, london_day(at)):
        _forget_person(person, at=at)
    audit.record("forgot answers", of=application, by=None, at=at, about=person)
    return True


def _forget_person(person: Person, *, at: datetime) -> None:
    """Of somebody who has no other tie the name is left; whoever volunteered still signs in for letters of hours."""
    person.phone, person.address, person.born_on, person.known_as = "", "", None, ""
    if not Volunteer.objects.filter(person=person).exists():
        EmailAddress.objects.filter(user=person).delete()
        person.email = None
        person.set_unusable_password()
    person.save(update_fields=["phone", "address", "born_on", "known_as", "email", "password"])
    EmergencyContact.objects.filter(person=person).delete()
    NewAddress.objects.filter(person=person).delete()
    Declaration.objects.filter(person=person).update(health="", convictions="", finance="")
    duplicates.notice(person, at=at)

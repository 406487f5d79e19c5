"""Delete what an applicant answered when it has been kept as long as they were told (clause 123)."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import selectors
from timegiven.joining.models import Application
from timegiven.joining.services import duplicates
from timegiven.kernel.time import london_day
from timegiven.people.models import EmergencyContact, Person

ANSWERS = (
    "motivations", "about", "skills", "languages", "availability", "how_often", "travel", "vehicle_said_on",
    "what_would_help", "interview_notes", "adult_here", "saved",
)  # fmt: skip


def forget_answers(*, at: datetime) -> int:
    """Delete the answers of applications that ended long enough ago; return of how many."""
    due = selectors.applications_to_forget(london_day(at))
    return sum(_forget(application, at=at) for application in due)


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
    """Of somebody who never volunteered, and has no other tie, the name is left."""
    person.phone, person.address, person.born_on, person.known_as = "", "", None, ""
    person.save(update_fields=["phone", "address", "born_on", "known_as"])
    EmergencyContact.objects.filter(person=person).delete()
    duplicates.notice(person, at=at)

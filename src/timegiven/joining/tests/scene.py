"""What the tests of joining share: an application with everything filled in, and letters by their recipient."""

from datetime import date, timedelta
from typing import Any

from tests import builders as b
from timegiven.joining import selectors
from timegiven.joining.models import Application, Reference
from timegiven.joining.rules import every_section
from timegiven.kernel.references import digest
from timegiven.letters.models import Letter
from timegiven.people.models import Person

SECRET = "s3cret"
SENT = {"sent": "yes"}  # a button pressed: a form without questions still sends something
ANSWERS = {"How do you know them?": "I was their manager"}
REFEREES = [
    {"name": "Ann Lee", "email": "ann@example.org", "phone": "", "known_as_what": "Colleague"},
    {"name": "Bob Ray", "email": "bob@example.org", "phone": "020 7946 0777", "known_as_what": "Colleague"},
    {"name": "Una Oyo", "email": "", "phone": "020 7946 0888", "known_as_what": "Teacher or tutor"},
]


def filled_in(*, referees: int = 2, **details: Any) -> Application:
    """A registered application with every question answered, and its referees, who have not been asked."""
    application = b.an_application(status="REGISTERED", **details)
    application.saved = [section.code for section in every_section(referees=referees)]
    application.save()
    for position, one in enumerate(REFEREES[:referees], start=1):
        Reference.objects.create(application=application, position=position, **one)
    return application


def asked(application: Application, *, secret: str = SECRET, days: int = 28, **details: Any) -> Reference:
    """A referee who was asked now, with the private link that goes with the secret."""
    given = REFEREES[0] | {"asked_at": b.NOW, "link_expires_at": b.NOW + timedelta(days=days)} | details
    return Reference.objects.create(application=application, status="ASKED", link_digest=digest(secret), **given)


def has_clearance(person: Any, level: str, day: date) -> bool:
    """Whether a clearance at this level or above is in force, as readiness asks of many."""
    return Person.objects.filter(pk=person.pk, pk__in=selectors.cleared_people(level, day)).exists()


def letters_to(someone: Any) -> list[str]:
    """The templates of the letters written to somebody, in order."""
    return list(Letter.objects.filter(recipient=someone.reference).order_by("pk").values_list("template", flat=True))

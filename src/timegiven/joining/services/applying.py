"""Send the application, or withdraw it at any point."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application, Reference
from timegiven.joining.services import guardians, references
from timegiven.joining.services.answering import open_to
from timegiven.joining.services.meetings import let_go_of_meetings
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person

Status = Application.Status


@transaction.atomic
def apply(application: Application, *, by: Person, at: datetime) -> None:
    """Send the application: from now on the Borough MVP Manager has it, and the referees are asked."""
    current = open_to(application, by=by, at=at)
    day = london_day(at)
    needed = selectors.referees_on(current, day)
    rules.check_complete(current.saved, selectors.sections_of(current, day))
    Application.lifecycle.move(current, Status.APPLIED, by=by, at=at)
    audit.record("applied", of=current, by=by, at=at, about=current.person)
    named = current.references.filter(status=Reference.Status.NAMED)
    named.filter(position__gt=needed).delete()  # when they were named, more were asked
    asked = list(named.order_by("pk"))
    for reference in asked:
        references.ask(reference, by=by, at=at)
    guardians.ask_if_needed(current, by=by, at=at)
    ask = selectors.whom_to_ask(current.borough, day, besides=current.person)
    letters.write(
        "joining/applied",
        to=current.person,
        at=at,
        office=current.borough.reference,
        application=current,
        ask=ask,
        runs=selectors.who_runs(current.borough, day, besides=current.person),
        referees=len(asked),
    )


@transaction.atomic
def withdraw(application: Application, *, by: Person, at: datetime) -> None:
    """Take an application back, at any point and without a reason; nothing more is sent to anybody."""
    access.withdraw.require(by, application, london_day(at))
    Application.lifecycle.move(application, Status.WITHDRAWN, by=by, at=at)
    others = (application.references, application.consents)
    waiting = [
        application.person.reference,
        *(each for kind in others for each in kind.values_list("reference", flat=True)),
    ]
    letters.take_back(waiting, chapter="joining")
    close_doors(application, at=at)
    let_go_of_meetings(application, by=by, at=at)
    audit.record("withdrew", of=application, by=by, at=at, about=application.person)
    letters.write("joining/withdrawn", to=application.person, at=at, office=application.borough.reference)


def close_doors(application: Application, *, at: datetime) -> None:
    """End every private link that an application gave out; a letter that still waits with one need not leave."""
    Application.objects.filter(pk=application.pk).update(resume_digest="", resume_expires_at=None)
    application.references.filter(link_expires_at__gt=at).update(link_expires_at=at)
    application.consents.filter(link_expires_at__gt=at).update(link_expires_at=at)
    asked = [application, *application.references.all(), *application.consents.all()]
    letters.overtake(asked, why="The application is not open any more", at=at)

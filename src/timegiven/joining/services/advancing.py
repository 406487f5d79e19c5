"""A case moves by itself when the last piece of evidence arrives."""

from datetime import datetime

from timegiven.audit import services as audit
from timegiven.joining import selectors
from timegiven.joining.models import Application
from timegiven.joining.policies import REFERENCES_NEEDED
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person

BY_ITSELF = "By itself: everything that was needed has come."


def send(application: Application, *, level: str, by: Person, at: datetime, why: str = "") -> None:
    """Hand an application to the vetting office, and tell the applicant."""
    Application.lifecycle.move(application, Application.Status.VETTING, by=by, at=at, why=why)
    application.vetting_level = level
    application.save(update_fields=["vetting_level"])
    audit.record("sent to vetting", of=application, by=by, at=at, about=application.person)
    ask = selectors.whom_to_ask(application.borough, london_day(at), besides=application.person)
    letters.write(
        "joining/to_vetting",
        to=application.person,
        at=at,
        office=application.borough.reference,
        application=application,
        ask=ask,
    )


def advance(application: Application, *, by: Person, at: datetime) -> bool:
    """Send an interviewed applicant to the vetting office when references, papers and consent are all there."""
    current = Application.objects.select_related("person", "borough", "strand").get(pk=application.pk)
    is_next = current.status == Application.Status.INTERVIEWED
    if is_next and _is_complete(current, at=at):
        send(current, level=selectors.level_for(current, london_day(at)), by=by, at=at, why=BY_ITSELF)
        return True
    return False


def _is_complete(application: Application, *, at: datetime) -> bool:
    day = london_day(at)
    good = selectors.good_references(application)
    right = selectors.right_of(application.person)
    consent = selectors.consent_of(application)
    may = not selectors.needs_guardian(application, day) or (consent is not None and consent.status == "GIVEN")
    enough = good >= REFERENCES_NEEDED.on(day, application.strand)
    return enough and right is not None and right.holds(day) and may

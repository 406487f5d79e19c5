"""What the Borough MVP Manager decides: interview, security check, take on, decline."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application
from timegiven.joining.policies import PASSES_COLLECTED_FROM, REFERENCES_NEEDED
from timegiven.joining.services.advancing import advance, send
from timegiven.joining.services.applying import close_doors
from timegiven.joining.services.finding import index_name
from timegiven.joining.services.guardians import insist_on_consent
from timegiven.joining.services.meetings import let_go_of_interview, let_go_of_meetings
from timegiven.joining.services.passes import ask_for_pass
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import services as people
from timegiven.people.models import Person, Volunteer

Status = Application.Status


@transaction.atomic
def interview(
    application: Application, *, interview_at: datetime, notes: str, goes_on: bool, by: Person, at: datetime
) -> None:
    """Record that the applicant was met, and whether both would like to go on."""
    day = london_day(at)
    access.decide.require(by, application, day)
    rules.check_interview_day(london_day(interview_at), day=day)
    if goes_on:
        Application.lifecycle.move(application, Status.INTERVIEWED, by=by, at=at)
    else:
        _decline(application, "joining/declined", by=by, at=at)
    let_go_of_interview(application, by=by, at=at)
    application.interview_at, application.interview_notes = interview_at, notes
    application.save(update_fields=["interview_at", "interview_notes"])
    audit.record("interviewed", of=application, by=by, at=at, about=application.person)
    advance(application, by=by, at=at)


@transaction.atomic
def send_to_vetting(application: Application, *, level: str, by: Person, at: datetime) -> None:
    """Ask the vetting office for a security check at this level (clause 74)."""
    day = london_day(at)
    access.decide.require(by, application, day)
    Application.lifecycle.check_is(application, *selectors.sent_from(application, day))
    send(application, level=level, by=by, at=at)


@transaction.atomic
def decline(application: Application, *, by: Person, at: datetime) -> None:
    """Say kindly that we cannot offer a place."""
    access.decide.require(by, application, london_day(at))
    is_registered = application.status == Status.REGISTERED
    rules.check_was_sent(is_registered_only=is_registered, name=application.person.name)
    _decline(application, "joining/declined", by=by, at=at)


def _decline(application: Application, template: str, *, by: Person, at: datetime, **told: Any) -> None:
    Application.lifecycle.move(application, Status.DECLINED, by=by, at=at)
    close_doors(application, at=at)
    let_go_of_meetings(application, by=by, at=at)
    audit.record("declined", of=application, by=by, at=at, about=application.person)
    ask = selectors.whom_to_ask(application.borough, london_day(at), besides=application.person)
    letters.write(template, to=application.person, at=at, office=application.borough.reference, ask=ask, **told)


def refuse_clearance(application: Application, *, secret: str, appeal_by_on: date, by: Person, at: datetime) -> None:
    """End an application because the security check was not passed; the letter says how to appeal, and not why."""
    _decline(application, "joining/not_cleared", by=by, at=at, secret=secret, appeal_by_on=appeal_by_on)


@transaction.atomic
def take_on(application: Application, *, by: Person, at: datetime) -> Volunteer:
    """Take the applicant on as a volunteer, and ask the pass office for a pass (clauses 74, 75, 79)."""
    day = london_day(at)
    access.take_on.require(by, application, day)
    needed = REFERENCES_NEEDED.on(day, application.strand)
    rules.check_references(good=selectors.good_references(application), needed=needed)
    newest = selectors.newest_clearance(application.person)
    rules.check_cleared(
        is_in_force=selectors.clearance_of(application.person, day) is not None,
        from_on=newest.from_on if newest else None,
        until_on=newest.until_on if newest else None,
        day=day,
        name=application.person.name,
    )
    right = selectors.right_of(application.person)
    rules.check_right(holds=right is not None and right.holds(day), name=application.person.name)
    insist_on_consent(application, at=at)
    Application.lifecycle.move(application, Status.APPROVED, by=by, at=at)
    Application.objects.filter(pk=application.pk).update(references_asked=needed)
    volunteer = people.enrol(application.person, borough=application.borough, strand=application.strand, by=by, at=at)
    index_name(application.person)
    ask_for_pass(application.person, borough=application.borough, by=by, at=at)
    close_doors(application, at=at)
    audit.record("took on", of=application, by=by, at=at, about=application.person)
    letters.write(
        "joining/taken_on",
        to=application.person,
        at=at,
        borough=application.borough.name,
        collected_from=PASSES_COLLECTED_FROM.on(day),
        ask=selectors.whom_to_ask(application.borough, day, besides=application.person),
    )
    return volunteer

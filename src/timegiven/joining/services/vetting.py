"""What the vetting office records: an outcome, a level, its own reference and two days. Never why."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Application, Clearance
from timegiven.joining.policies import APPEAL_DAYS, PASSES_COLLECTED_FROM
from timegiven.joining.services.deciding import refuse_clearance
from timegiven.joining.services.passes import ask_for_pass, put_end_to_passes
from timegiven.kernel.references import digest, new_secret
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer

Outcome = Clearance.Outcome


@transaction.atomic
def clear(
    application: Application,
    *,
    is_cleared: bool,
    level: str,
    office_reference: str,
    from_on: date,
    until_on: date | None,
    by: Person,
    at: datetime,
) -> Clearance:
    """Record the outcome of the security check of an applicant (clause 74)."""
    day = london_day(at)
    access.clear.require(by, application, day)
    rules.check_unfinished("This security check", ended=selectors.how_check_ended(application))
    refusal: dict[str, Any] = {}
    if is_cleared:
        until_on = until_on or selectors.usual_end(level, from_on)
        rules.check_clearance(from_on=from_on, until_on=until_on, day=day)
        Application.lifecycle.move(application, Application.Status.VETTED, by=by, at=at)
    else:
        until_on, secret = None, new_secret()
        refusal = {"appeal_by_on": day + timedelta(days=APPEAL_DAYS.on(day)), "appeal_digest": digest(secret)}
        refuse_clearance(application, secret=secret, appeal_by_on=refusal["appeal_by_on"], by=by, at=at)
    clearance = Clearance.objects.create(
        person=application.person,
        application=application,
        level=level,
        outcome=Outcome.CLEARED if is_cleared else Outcome.REFUSED,
        office_reference=office_reference,
        decided_by=by,
        decided_at=at,
        from_on=from_on,
        until_on=until_on,
        **refusal,
    )
    audit.record("decided", of=clearance, by=by, at=at, about=application.person)
    if is_cleared:
        ask = selectors.whom_to_ask(application.borough, day, besides=application.person)
        letters.write(
            "joining/cleared",
            to=application.person,
            at=at,
            office=application.borough.reference,
            application=application,
            ask=ask,
            runs=selectors.who_runs(application.borough, day, besides=application.person),
        )
    return clearance


@transaction.atomic
def renew(
    clearance: Clearance, *, office_reference: str, from_on: date, until_on: date | None, by: Person, at: datetime
) -> Clearance:
    """Follow a clearance that ends soon by a new one at the same level."""
    day = london_day(at)
    access.renew.require(by, clearance, day)
    Clearance.objects.select_for_update(of=("self",)).get(pk=clearance.pk)  # of two renewals the second finds the first
    rules.check_unfinished("This renewal", ended=selectors.how_renewed(clearance))
    until_on = until_on or selectors.usual_end(clearance.level, from_on)
    rules.check_clearance(from_on=from_on, until_on=until_on, day=day)
    renewed = Clearance.objects.create(
        person=clearance.person,
        level=clearance.level,
        outcome=Outcome.CLEARED,
        office_reference=office_reference,
        decided_by=by,
        decided_at=at,
        from_on=from_on,
        until_on=until_on,
    )
    put_end_to_passes(clearance.person, until_on)
    _go_on(clearance.person, until_on, by=by, at=at)
    audit.record("renewed", of=renewed, by=by, at=at, about=clearance.person)
    return renewed


def _go_on(person: Person, until_on: date, *, by: Person, at: datetime) -> None:
    """Tell a volunteer that they go on; whose pass has run out meanwhile is made another (clauses 79, 83)."""
    volunteer = people.volunteer_of(person)
    if volunteer is None or volunteer.status == Volunteer.Status.LEFT:
        return
    day = london_day(at)
    new_pass = ask_for_pass(person, borough=volunteer.borough, by=by, at=at)
    letters.write(
        "joining/renewed",
        to=person,
        at=at,
        until_on=until_on,
        is_new_pass=new_pass is not None,
        collected_from=PASSES_COLLECTED_FROM.on(day),
        ask=selectors.whom_to_ask(volunteer.borough, day, besides=person),
    )

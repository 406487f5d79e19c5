"""An appeal against a refused security check: asked for in time, answered in time, by somebody else. Never why."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Appeal, Application, Clearance
from timegiven.joining.policies import APPEAL_ANSWER_DAYS
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person

Status = Appeal.Status


@transaction.atomic
def appeal(refusal: Clearance, *, by: Person, at: datetime) -> Appeal:
    """Ask for a refused security check to be looked at again; the reasons go to the vetting office itself."""
    day = london_day(at)
    access.appeal.require(by, refusal, day)
    rules.check_appeal_in_time(refusal.appeal_by_on, day=day)
    answer_by_on = day + timedelta(days=APPEAL_ANSWER_DAYS.on(day))
    try:
        with transaction.atomic():
            asked = Appeal.objects.create(refusal=refusal, asked_on=day, answer_by_on=answer_by_on)
    except IntegrityError:
        raise NotAllowed(
            "Nothing has changed: you have appealed already.", next_step="We write to you when it has been decided."
        ) from None
    Appeal.lifecycle.begin(asked, by=by, at=at)
    audit.record("appealed", of=asked, by=by, at=at, about=refusal.person)
    _write("joining/appealed", asked, at=at)
    return asked


def _write(template: str, asked: Appeal, *, at: datetime) -> None:
    refusal = asked.refusal
    borough = refusal.application.borough if refusal.application else None
    ask = selectors.whom_to_ask(borough, london_day(at), besides=refusal.person) if borough else ""
    office = borough.reference if borough else ""
    letters.write(template, to=refusal.person, at=at, office=office, appeal=asked, ask=ask)


@transaction.atomic
def withdraw_appeal(asked: Appeal, *, by: Person, at: datetime) -> None:
    """Take an appeal back, without a reason; nothing more is written."""
    access.appeal.require(by, asked.refusal, london_day(at))
    Appeal.lifecycle.move(asked, Status.WITHDRAWN, by=by, at=at)
    audit.record("took back", of=asked, by=by, at=at, about=asked.refusal.person)


@transaction.atomic
def dismiss_appeal(asked: Appeal, *, by: Person, at: datetime) -> None:
    """Say that the first answer stands."""
    _insist_on_another(asked, by=by, at=at)
    Appeal.lifecycle.move(asked, Status.DISMISSED, by=by, at=at)
    audit.record("dismissed", of=asked, by=by, at=at, about=asked.refusal.person)
    _write("joining/appeal_dismissed", asked, at=at)


@transaction.atomic
def uphold_appeal(
    asked: Appeal, *, level: str, office_reference: str, from_on: date, until_on: date | None, by: Person, at: datetime
) -> Clearance:
    """Decide for the applicant: they are cleared, and their application goes on where it was."""
    day = _insist_on_another(asked, by=by, at=at)
    refusal = asked.refusal
    application = refusal.application
    if application is None or selectors.open_application(refusal.person):
        raise NotAllowed(
            "The appeal has not been decided: there is another application of the same person by now.",
            next_step="Record the outcome of the check for that one.",
        )
    until_on = until_on or selectors.usual_end(level, from_on)
    rules.check_clearance(from_on=from_on, until_on=until_on, day=day)
    Appeal.lifecycle.move(asked, Status.UPHELD, by=by, at=at)
    Application.lifecycle.move(application, Application.Status.VETTED, by=by, at=at)
    clearance = Clearance.objects.create(
        person=refusal.person,
        application=application,
        level=level,
        outcome=Clearance.Outcome.CLEARED,
        office_reference=office_reference,
        decided_by=by,
        decided_at=at,
        from_on=from_on,
        until_on=until_on,
    )
    audit.record("upheld", of=asked, by=by, at=at, about=refusal.person)
    _write("joining/appeal_upheld", asked, at=at)
    return clearance


def _insist_on_another(asked: Appeal, *, by: Person, at: datetime) -> date:
    day = london_day(at)
    access.decide_appeal.require(by, asked.refusal, day)
    rules.check_unfinished("This appeal", ended=selectors.how_appeal_ended(asked))
    rules.check_another_decides(is_same=asked.refusal.decided_by == by)
    return day

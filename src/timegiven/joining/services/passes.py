"""The volunteer pass: asked for, issued, reported lost, asked back, returned (clauses 79 to 83)."""

from datetime import datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Pass
from timegiven.joining.policies import PASSES_COLLECTED_FROM
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.programme.models import Unit

Status = Pass.Status


def ask_for_pass(person: Person, *, borough: Unit, by: Person, at: datetime) -> Pass | None:
    """Ask the pass office to make a pass, unless one is being made or held already."""
    if Pass.objects.filter(person=person, status__in=[Status.ASKED, Status.ISSUED]).exists():
        return None
    asked = Pass.objects.create(person=person, borough=borough, from_on=london_day(at))
    Pass.lifecycle.begin(asked, by=by, at=at)
    return asked


@transaction.atomic
def issue_pass(asked: Pass, *, number: str, by: Person, at: datetime) -> None:
    """Hand a pass over to somebody who has been cleared and has accepted the Statement (clauses 79, 83)."""
    day = london_day(at)
    access.run_passes.require(by, asked, day)
    rules.check_pass(
        is_cleared=selectors.clearance_of(asked.person, day) is not None,
        has_agreed=selectors.agreed(asked.person, day),
        name=asked.person.name,
    )
    Pass.lifecycle.move(asked, Status.ISSUED, by=by, at=at)
    _number(asked, number)
    Pass.objects.filter(pk=asked.pk).update(from_on=day)
    audit.record("issued", of=asked, by=by, at=at, about=asked.person)
    _write("joining/pass_issued", asked, at=at)


def _number(asked: Pass, number: str) -> None:
    try:
        with transaction.atomic():
            Pass.objects.filter(pk=asked.pk).update(number=number.strip())
    except IntegrityError:
        raise NotAllowed(
            f"The pass has not been issued: another pass has the number {number}.",
            next_step="Check the number on the card.",
        ) from None


def _write(template: str, of: Pass, *, at: datetime, to: Person | None = None) -> None:
    day = london_day(at)
    letters.write(
        template,
        to=to or of.person,
        at=at,
        holder=of.person.name,
        back_to=PASSES_COLLECTED_FROM.on(day),
        ask=selectors.whom_to_ask(of.borough, day),
    )


def _end(ended: Pass, status: str, act: str, *, by: Person, at: datetime) -> None:
    """Move a pass on and put it out of force from today."""
    Pass.lifecycle.move(ended, status, by=by, at=at)
    Pass.objects.filter(pk=ended.pk, until_on=None).update(until_on=max(london_day(at), ended.from_on))
    audit.record(act, of=ended, by=by, at=at, about=ended.person)


@transaction.atomic
def recall_pass(issued: Pass, *, by: Person, at: datetime) -> None:
    """Ask for a pass back: it is the police service's property (clause 81)."""
    access.recall_pass.require(by, issued, london_day(at))
    _end(issued, Status.RECALLED, "recalled", by=by, at=at)
    _write("joining/pass_recalled", issued, at=at)


@transaction.atomic
def return_pass(held: Pass, *, by: Person, at: datetime) -> None:
    """Note that a pass has come back."""
    access.run_passes.require(by, held, london_day(at))
    _end(held, Status.RETURNED, "returned", by=by, at=at)
    _write("joining/pass_returned", held, at=at)


@transaction.atomic
def report_lost(held: Pass, *, by: Person, at: datetime) -> None:
    """Report a pass lost or stolen: it is dead at once, and the Borough MVP Manager is told (clause 82)."""
    day = london_day(at)
    access.report_lost.require(by, held, day)
    _end(held, Status.LOST, "reported lost", by=by, at=at)
    mvpm = people.mvpm_of(held.borough, day)
    if mvpm is not None:
        _write("joining/pass_lost", held, at=at, to=mvpm)
    _write("joining/pass_lost_thanks", held, at=at)


@transaction.atomic
def cancel_pass(ended: Pass, *, make_another: bool, by: Person, at: datetime) -> None:
    """Close the books on a lost pass or one no longer wanted, and begin a new one when the volunteer stays."""
    access.run_passes.require(by, ended, london_day(at))
    _end(ended, Status.CANCELLED, "cancelled", by=by, at=at)
    if make_another:
        ask_for_pass(ended.person, borough=ended.borough, by=by, at=at)

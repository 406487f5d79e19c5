"""The volunteer pass: asked for, made, issued, reported lost, asked back, returned, out of date (clauses 79 to 83)."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Pass
from timegiven.joining.policies import PASSES_COLLECTED_FROM
from timegiven.joining.services import photos
from timegiven.kernel.references import digest, new_secret
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person
from timegiven.programme.models import Unit

Status = Pass.Status
HELD_OR_MADE = (Status.ASKED, Status.READY, Status.ISSUED)


def ask_for_pass(person: Person, *, borough: Unit, by: Person, at: datetime) -> Pass | None:
    """Ask the pass office to make a pass, unless one is being made or held already."""
    if Pass.objects.filter(person=person, status__in=HELD_OR_MADE).exists():
        return None
    asked = Pass.objects.create(person=person, borough=borough, from_on=london_day(at))
    Pass.lifecycle.begin(asked, by=by, at=at)
    return asked


@transaction.atomic
def make_pass(asked: Pass, *, number: str, by: Person, at: datetime) -> None:
    """Note that a pass has been made and waits to be collected, and tell the volunteer where (clause 79)."""
    access.run_passes.require(by, asked, london_day(at))
    Pass.lifecycle.move(asked, Status.READY, by=by, at=at)
    _number(asked, number)
    code = new_secret()
    asked.check_code, asked.check_digest = code, digest(code)
    asked.save(update_fields=["check_code", "check_digest"])
    audit.record("made", of=asked, by=by, at=at, about=asked.person)
    _write("joining/pass_ready", asked, at=at)


def printed_pass(made: Pass, *, by: Person, at: datetime) -> None:
    """Record that a pass was printed: whoever holds the paper can show its code."""
    access.print_pass.require(by, made, london_day(at))
    audit.record("printed", of=made, by=by, at=at, about=made.person)


@transaction.atomic
def issue_pass(ready: Pass, *, by: Person, at: datetime) -> None:
    """Hand a pass over to somebody who has been cleared and has accepted the Statement (clauses 79, 83)."""
    day = london_day(at)
    access.run_passes.require(by, ready, day)
    clearance = selectors.clearance_of(ready.person, day)
    rules.check_pass(
        is_cleared=clearance is not None, has_agreed=selectors.agreed(ready.person, day), name=ready.person.name
    )
    Pass.lifecycle.move(ready, Status.ISSUED, by=by, at=at)
    ready.from_on, ready.until_on = day, clearance.until_on if clearance else day
    ready.save(update_fields=["from_on", "until_on"])
    audit.record("issued", of=ready, by=by, at=at, about=ready.person)
    _write("joining/pass_issued", ready, at=at)


def _number(asked: Pass, number: str) -> None:
    try:
        with transaction.atomic():
            Pass.objects.filter(pk=asked.pk).update(number=number.strip())
    except IntegrityError:
        raise NotAllowed(
            f"The pass has not been recorded: another pass has the number {number}.",
            next_step="Check the number on the card.",
        ) from None
    asked.number = number.strip()


def _write(template: str, of: Pass, *, at: datetime, to: Person | None = None) -> None:
    day = london_day(at)
    letters.write(
        template,
        to=to or of.person,
        at=at,
        holder=of.person.name,
        until_on=of.until_on,
        back_to=PASSES_COLLECTED_FROM.on(day),
        ask=selectors.whom_to_ask(of.borough, day, besides=of.person),
    )


def _end(ended: Pass, status: str, act: str, *, by: Person | None, at: datetime) -> None:
    """Move a pass on and put it out of force from today."""
    Pass.lifecycle.move(ended, status, by=by, at=at)
    today = max(london_day(at), ended.from_on)
    Pass.objects.filter(pk=ended.pk).exclude(until_on__lte=today).update(until_on=today)
    audit.record(act, of=ended, by=by, at=at, about=ended.person)


@transaction.atomic
def recall_pass(issued: Pass, *, by: Person, at: datetime) -> None:
    """Ask for a pass back: it is the police service's property (clause 81)."""
    access.recall_pass.require(by, issued, london_day(at))
    recall(issued, by=by, at=at)


def recall(issued: Pass, *, by: Person, at: datetime) -> None:
    """Ask for a pass back as a part of another deed, which has asked whether it may."""
    _end(issued, Status.RECALLED, "recalled", by=by, at=at)
    _write("joining/pass_recalled", issued, at=at)


@transaction.atomic
def return_pass(held: Pass, *, by: Person, at: datetime, make_another: bool = False) -> None:
    """Note that a pass has come back, and begin a new one when the volunteer stays and needs one."""
    access.take_back_pass.require(by, held, london_day(at))
    _end(held, Status.RETURNED, "returned", by=by, at=at)
    if make_another:
        _begin_another(held, by=by, at=at)
    let_go_of_photo_unless_held(held.person)
    _write("joining/pass_returned", held, at=at)


@transaction.atomic
def report_lost(held: Pass, *, by: Person, at: datetime) -> None:
    """Report a pass lost or stolen: it is dead at once, and the Borough MVP Manager is told (clause 82)."""
    day = london_day(at)
    access.report_lost.require(by, held, day)
    _end(held, Status.LOST, "reported lost", by=by, at=at)
    mvpm = people.mvpm_of(held.borough, day, besides=held.person)
    if mvpm is not None:
        _write("joining/pass_lost", held, at=at, to=mvpm)
    _write("joining/pass_lost_thanks", held, at=at)


@transaction.atomic
def cancel_pass(ended: Pass, *, make_another: bool, by: Person, at: datetime) -> None:
    """Close the books on a lost pass or one no longer wanted, and begin a new one when the volunteer stays."""
    access.run_passes.require(by, ended, london_day(at))
    _end(ended, Status.CANCELLED, "cancelled", by=by, at=at)
    if make_another:
        _begin_another(ended, by=by, at=at)
    let_go_of_photo_unless_held(ended.person)


def _begin_another(ended: Pass, *, by: Person, at: datetime) -> None:
    rules.check_stays(stays=ended.person.is_volunteering, name=ended.person.name)
    ask_for_pass(ended.person, borough=ended.borough, by=by, at=at)


def let_go_of_photo_unless_held(person: Person) -> None:
    """No photograph is kept of somebody who has no pass to show it."""
    if not Pass.objects.filter(person=person, status__in=rules.SHOWS_PHOTO).exists():
        photos.let_go_of_photo(person)


def move_passes(person: Person, borough: Unit) -> None:
    """Let the borough that somebody has moved to look after what they hold, and report it lost or ask for it back."""
    closed = (Status.RETURNED, Status.CANCELLED)
    Pass.objects.filter(person=person).exclude(status__in=closed).update(borough=borough)


def put_end_to_passes(person: Person, until_on: date) -> None:
    """Let the passes that somebody holds end on the day on which their clearance does (clause 83)."""
    Pass.objects.filter(person=person, status=Status.ISSUED, from_on__lte=until_on).update(until_on=until_on)


def expire_passes(at: datetime) -> int:
    """Ask back every pass whose last day has passed; return how many. The worker calls it as often as it likes."""
    over = list(
        Pass.objects.ended_by(london_day(at))
        .filter(status=Status.ISSUED)
        .select_related("person", "borough")
        .order_by("pk")
    )
    for held in over:
        _expire(held, at=at)
    return len(over)


@transaction.atomic
def _expire(held: Pass, *, at: datetime) -> None:
    _end(held, Status.EXPIRED, "out of date", by=None, at=at)
    _write("joining/pass_expired", held, at=at)

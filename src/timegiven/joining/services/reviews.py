"""What a volunteer declares later (clause 77), and the vetting office's second look at a clearance."""

from datetime import datetime, timedelta

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.joining import access, rules, selectors
from timegiven.joining.models import Clearance, Declaration, Review
from timegiven.joining.policies import OFFICE_LOOKS_LEVELS, REVIEW_DAYS
from timegiven.joining.services.ending import take_back
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person

Status, Occasion = Review.Status, Review.Occasion


@transaction.atomic
def declare(
    person: Person, *, health: str, convictions: str, finance: str, by: Person, at: datetime
) -> Declaration | None:
    """Keep what has changed, each part for its own reader; with nothing to tell, only that nothing has (clause 77)."""
    day = london_day(at)
    access.declare.require(by, person, day)
    look, clearance = selectors.open_yearly_look(person), selectors.newest_clearance(person)
    rules.check_has_reader(is_for_office=bool(convictions or finance), has_clearance=clearance is not None)
    if not (health or convictions or finance):
        _confirm(look, by=by, at=at)
        return None
    told = Declaration.objects.create(
        person=person, declared_at=at, health=health, convictions=convictions, finance=finance
    )
    audit.record("declared a change", of=told, by=by, at=at, about=person)
    if (convictions or finance) and clearance is not None:
        _open(clearance, Occasion.DECLARED, declaration=told, by=by, at=at)
    _confirm(look, by=by, at=at, settles=not (convictions or finance))
    letters.write("joining/declared", to=person, at=at, ask=_whom_to_ask(person, at))
    return told


def _confirm(look: Review | None, *, by: Person, at: datetime, settles: bool = True) -> None:
    """The volunteer's own word for the yearly look; at most levels it is all that is needed."""
    if look is None:
        return
    Review.objects.filter(pk=look.pk).update(confirmed_at=at)
    audit.record("confirmed", of=look, by=by, at=at, about=look.clearance.person)
    by_the_office = look.clearance.level in OFFICE_LOOKS_LEVELS.on(london_day(at))
    if settles and not by_the_office:
        Review.lifecycle.move(look, Status.KEPT, by=by, at=at)


def _open(
    clearance: Clearance, occasion: str, *, by: Person | None, at: datetime, declaration: Declaration | None = None
) -> Review:
    day = london_day(at)
    review = Review.objects.create(
        clearance=clearance,
        declaration=declaration,
        occasion=occasion,
        opened_on=day,
        due_on=day + timedelta(days=REVIEW_DAYS.on(day)),
    )
    Review.lifecycle.begin(review, by=by, at=at)
    audit.record("opened", of=review, by=by, at=at, about=clearance.person)
    return review


def _whom_to_ask(person: Person, at: datetime) -> str:
    volunteer = people.volunteer_of(person)
    if volunteer is None:
        return "the volunteer office"
    return selectors.whom_to_ask(volunteer.borough, london_day(at), besides=person)


def saw_declaration(review: Review, *, by: Person, at: datetime) -> None:
    """Record that the vetting office read what was declared to it."""
    access.settle.require(by, review, london_day(at))
    audit.saw("declaration", of=review, by=by, at=at, about=review.clearance.person)


@transaction.atomic
def hold_clearance(review: Review, *, is_on_hold: bool, by: Person, at: datetime) -> None:
    """Let nobody rely on a clearance while it is looked at again, or let them again. The unit is not told why."""
    access.settle.require(by, review, london_day(at))
    rules.check_unfinished("This look at a clearance", ended=selectors.how_review_ended(review))
    Clearance.objects.filter(pk=review.clearance_id).update(is_on_hold=is_on_hold)
    act = "put on hold" if is_on_hold else "taken off hold"
    audit.record(act, of=review.clearance, by=by, at=at, about=review.clearance.person)


@transaction.atomic
def settle(review: Review, *, stands: bool, by: Person, at: datetime) -> None:
    """Decide whether the clearance stands. What was declared to the office is blanked: only the outcome is kept."""
    access.settle.require(by, review, london_day(at))
    rules.check_unfinished("This look at a clearance", ended=selectors.how_review_ended(review))
    Review.lifecycle.move(review, Status.KEPT if stands else Status.ENDED, by=by, at=at)
    if not Review.objects.filter(clearance=review.clearance_id, status=Status.OPEN).exists():  # or it holds for that
        Clearance.objects.filter(pk=review.clearance_id).update(is_on_hold=False)
    if review.declaration_id:
        Declaration.objects.filter(pk=review.declaration_id).update(convictions="", finance="")
    audit.record("settled", of=review, by=by, at=at, about=review.clearance.person)
    if stands:
        person = review.clearance.person
        letters.write("joining/still_cleared", to=person, at=at, ask=_whom_to_ask(person, at))
    else:
        take_back(review.clearance, by=by, at=at)


@transaction.atomic
def read_health(declaration: Declaration, *, by: Person, at: datetime) -> None:
    """The MVP Manager reads what would help now; it is recorded, and no longer waits (clauses 77, 106)."""
    access.read_health.require(by, declaration, london_day(at))
    Declaration.objects.filter(pk=declaration.pk, health_read_at=None).update(health_read_at=at)
    audit.saw("change of needs", of=declaration, by=by, at=at, about=declaration.person)


def open_yearly_looks(at: datetime) -> int:
    """Ask everybody whose clearance is a year old, or whose last look is, whether anything has changed."""
    due = list(selectors.clearances_to_look_at(london_day(at))[:500])
    for clearance in due:
        _ask_yearly(clearance, at=at)
    return len(due)


@transaction.atomic
def _ask_yearly(clearance: Clearance, *, at: datetime) -> None:
    _open(clearance, Occasion.ANNUAL, by=None, at=at)
    person = clearance.person
    letters.write("joining/yearly_look", to=person, at=at, ask=_whom_to_ask(person, at))

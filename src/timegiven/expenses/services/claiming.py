"""Write a claim cost by cost, send it, answer a question about it, withdraw it."""

from datetime import datetime

from django.db import IntegrityError, transaction

from timegiven.audit import services as audit
from timegiven.expenses import access, receipts, rules, selectors
from timegiven.expenses.models import Claim, CostAgreement, Line
from timegiven.expenses.selectors import Occasion
from timegiven.expenses.services.keeping import (
    hold_claim,
    hold_person,
    keep_paper,
    keep_receipt,
    mark_of,
    read_of,
    sum_up,
)
from timegiven.kernel.time import london_day
from timegiven.kernel.words import pounds
from timegiven.people.models import Person

Status = Claim.Status
Kind = Line.Kind


@transaction.atomic
def add_cost(
    occasion: Occasion,
    *,
    kind: str,
    spent_pence: int,
    receipt: bytes,
    by: Person,
    at: datetime,
    what: str = "",
    foreign: str = "",
) -> Line:
    """Add what a meal, a fare, care or something else cost on one occasion, with its receipt.

    What is paid back is computed, never chosen: a meal up to the policy's amount, the rest up to what was agreed.
    """
    of = read_of(occasion.person, by)
    _may_add(occasion, by=by, at=at)
    rules.check_spent(spent=spent_pence, has_receipt=bool(receipt), of=of)
    clean = receipts.redraw(receipt)
    hold_person(occasion.person)
    _check_new(occasion, kind, clean, of=of)
    pence, reckoning, agreed = _payable(occasion, kind, spent_pence, of=of)
    into = _open(occasion, by=by, at=at)
    line = _write(
        into, kind=kind, what=what, spent_pence=spent_pence, foreign=foreign, pence=pence, reckoning=reckoning,
        agreed=agreed, of=of,
    )  # fmt: skip
    keep_receipt(line, clean, at=at)
    sum_up(into)
    audit.record("added a cost", of=into, by=by, at=at, about=occasion.person)
    return line


@transaction.atomic
def add_miles(occasion: Occasion, *, kind: str, tenths: int, by: Person, at: datetime, what: str = "") -> Line:
    """Add the miles of one occasion in one's own vehicle, at the rate of that day."""
    of = read_of(occasion.person, by)
    _may_add(occasion, by=by, at=at)
    agreed = _agreement(occasion, kind, of=of)
    if kind == Kind.DUTY and agreed.placement:
        rules.check_vehicle(selectors.vehicle_reasons(agreed.placement, occasion.on), is_own=not of)
    hold_person(occasion.person)
    _, taken = selectors.taken(occasion, agreed)
    rules.check_distance(tenths=tenths, most=agreed.most_tenths, taken=taken, of=of)
    pence, reckoning = rules.reckon(
        tenths=tenths,
        before=selectors.miles_before(occasion.person, agreed.vehicle, occasion.on),
        rate=selectors.rate_on(agreed.vehicle, occasion.on, occasion.volunteer.strand),
    )
    into = _open(occasion, by=by, at=at)
    line = _write(
        into, kind=kind, what=what, vehicle=agreed.vehicle, tenths=tenths, pence=pence, reckoning=reckoning,
        agreed=agreed, of=of,
    )  # fmt: skip
    sum_up(into)
    audit.record("added miles", of=into, by=by, at=at, about=occasion.person)
    return line


def _may_add(occasion: Occasion, *, by: Person, at: datetime) -> None:
    """Whether this person may claim for it, and now. Who answers a question is never too late."""
    day, volunteer = london_day(at), occasion.volunteer
    access.claim.require(by, volunteer, day)
    rules.check_has_come(on=occasion.on, today=day)
    is_open = selectors.open_for(occasion)
    if is_open is None or is_open.status != Status.RETURNED:
        within, after_leaving = selectors.limits(day, volunteer.strand)
        rules.check_in_time(
            given_on=occasion.on,
            today=day,
            within=within,
            left_on=volunteer.left_on if volunteer.status == volunteer.Status.LEFT else None,
            after_leaving=after_leaving,
            of=read_of(occasion.person, by),
        )


def _payable(occasion: Occasion, kind: str, spent: int, *, of: str) -> tuple[int, str, CostAgreement | None]:
    """(pence, how it was reckoned, by which agreement): a meal by the policy, everything else as it was agreed."""
    if kind != Kind.MEAL or occasion.report is None:
        agreed = _agreement(occasion, kind, of=of)
        taken, _ = selectors.taken(occasion, agreed)
        return (*rules.up_to(spent=spent, most=agreed.most_pence, taken=taken, of=of), agreed)
    most, least = selectors.meal_policy(occasion.report)
    rules.check_long_enough(minutes=occasion.report.minutes, needed=least, of=of)
    pence = rules.payable(receipt=spent, most=most)
    return pence, f"Up to {pounds(most)} for a meal" if pence < spent else "", None


def _agreement(occasion: Occasion, kind: str, *, of: str) -> CostAgreement:
    """The agreement that covers this kind of cost on the day (clause 100)."""
    found = [each for each in selectors.agreed_on(occasion) if each.kind == kind]
    rules.check_agreed(is_agreed=bool(found), kind=Kind(kind).label, on=occasion.on, of=of)
    return found[-1]


def _check_new(occasion: Occasion, kind: str, clean: receipts.Clean, *, of: str) -> None:
    used = selectors.used_before(occasion.person, mark_of(clean))
    rules.check_receipt_is_new(
        used_on=used.claim.on if used else None, used_for=used.get_kind_display().lower() if used else "", of=of
    )
    if kind == Kind.MEAL:
        rules.check_no_meal_yet(claimed=selectors.has_meal(occasion), of=of)


def _open(occasion: Occasion, *, by: Person, at: datetime) -> Claim:
    """The claim that a cost is added to: one that came back, the draft for the occasion, or a new one."""
    into = hold_claim(selectors.open_for(occasion) or _begin(occasion, by=by, at=at))
    access.change.require(by, into, london_day(at))
    _check_open(into)
    return into


def _check_open(claim: Claim) -> None:
    rules.check_open(is_open=claim.status in Claim.OPEN_TO_CHANGE, status=claim.get_status_display())


def _begin(occasion: Occasion, *, by: Person, at: datetime) -> Claim:
    about = {"report": occasion.report, "agreed": occasion.agreed, "on": occasion.on}
    volunteer = occasion.volunteer
    claim = Claim.objects.create(volunteer=volunteer, borough=volunteer.borough, begun_at=at, **about)
    Claim.lifecycle.begin(claim, by=by, at=at)
    return claim


def _write(claim: Claim, *, of: str, **facts: object) -> Line:
    """The line; the table itself refuses a second meal at one session, however many devices send it at once."""
    try:
        with transaction.atomic():
            line: Line = Line.objects.create(claim=claim, report=claim.report, **facts)
            return line
    except IntegrityError:
        rules.check_no_meal_yet(claimed=True, of=of)
        raise


@transaction.atomic
def remove(line: Line, *, by: Person, at: datetime) -> None:
    """Take a cost off a claim that has not been sent, or that came back."""
    claim = hold_claim(line.claim)
    access.change.require(by, claim, london_day(at))
    _check_open(claim)
    rules.check_not_topped_up(is_topped_up=line.top_ups.exists())
    line.delete()
    sum_up(claim)
    audit.record("removed a cost", of=claim, by=by, at=at, about=claim.volunteer.person)


@transaction.atomic
def send(claim: Claim, *, by: Person, at: datetime) -> None:
    """Send a claim to the MVP Manager."""
    _send(claim, "", by=by, at=at)
    audit.record("sent a claim", of=claim, by=by, at=at, about=claim.volunteer.person)


@transaction.atomic
def send_again(claim: Claim, *, answer: str, by: Person, at: datetime) -> None:
    """Answer the MVPM's question; costs may have been added or taken off meanwhile, and nothing is lost."""
    _send(claim, answer, by=by, at=at)
    audit.record("sent claim again", of=claim, by=by, at=at, about=claim.volunteer.person)


def _send(claim: Claim, answer: str, *, by: Person, at: datetime) -> None:
    access.change.require(by, claim, london_day(at))
    hold_claim(claim)
    rules.check_has_lines(lines=Line.objects.filter(claim=claim, is_counted=True).count())
    Claim.lifecycle.move(claim, Status.SUBMITTED, by=by, at=at, why=answer)
    # What is sent is the sender's word: that of the volunteer, or of whoever typed it in for them, until it is signed.
    typed_in_by = None if by == claim.volunteer.person else by
    Claim.objects.filter(pk=claim.pk).update(
        submitted_at=claim.submitted_at or at, typed_in_by=typed_in_by, is_signed=False
    )
    claim.typed_in_by, claim.is_signed = typed_in_by, False


@transaction.atomic
def add_paper(claim: Claim, *, paper: bytes, by: Person, at: datetime) -> None:
    """Keep a picture of the claim that a volunteer without e-mail signed: so whoever typed it in may decide on it."""
    access.add_paper.require(by, claim, london_day(at))
    clean = receipts.redraw(paper)
    now = hold_claim(claim)
    rules.check_wants_paper(is_typed_in=now.typed_in_by_id is not None, is_with_manager=now.status == Status.SUBMITTED)
    rules.check_paper_is_new(used_on=selectors.paper_used_on(mark_of(clean)))
    keep_paper(now, clean, by=by, at=at)
    Claim.objects.filter(pk=now.pk).update(is_signed=True)
    claim.is_signed = True
    audit.record("added signed paper", of=now, by=by, at=at, about=now.volunteer.person)


@transaction.atomic
def withdraw(claim: Claim, *, by: Person, at: datetime) -> None:
    """Take a claim back. Nobody asks why, and its costs may be claimed again."""
    access.change.require(by, claim, london_day(at))
    Claim.lifecycle.move(claim, Status.WITHDRAWN, by=by, at=at)
    Line.objects.filter(claim=claim).update(is_counted=False)
    sum_up(claim)
    audit.record("withdrew a claim", of=claim, by=by, at=at, about=claim.volunteer.person)

"""Write a claim cost by cost, send it, answer a question about it, withdraw it."""

from datetime import datetime

from django.db import IntegrityError, transaction

from timegiven.attendance.models import SessionReport
from timegiven.audit import services as audit
from timegiven.expenses import access, receipts, rules, selectors
from timegiven.expenses.models import Claim, CostAgreement, Line
from timegiven.expenses.services.keeping import hold_claim, hold_person, keep_receipt, mark_of, sum_up
from timegiven.kernel.refusals import SomeoneElseActed
from timegiven.kernel.time import london_day
from timegiven.kernel.words import pounds
from timegiven.people.models import Person

Status = Claim.Status
Kind = Line.Kind


@transaction.atomic
def add_cost(
    report: SessionReport,
    *,
    kind: str,
    spent_pence: int,
    receipt: bytes,
    by: Person,
    at: datetime,
    what: str = "",
    foreign: str = "",
) -> Line:
    """Add what a meal, a fare, care or something else cost at one session, with its receipt.

    What is paid back is computed, never chosen: a meal up to the policy's amount, the rest up to what was agreed.
    """
    into = _may_add(report, by=by, at=at)
    rules.check_spent(spent=spent_pence, has_receipt=bool(receipt))
    pence, reckoning, agreed = _payable(report, kind, spent_pence)
    clean = receipts.redraw(receipt)
    hold_person(report.person)
    _check_new(report, kind, clean)
    into = _open(into, report, by=by, at=at)
    line = _write(
        into, kind=kind, what=what, spent_pence=spent_pence, foreign=foreign, pence=pence, reckoning=reckoning,
        agreed=agreed,
    )  # fmt: skip
    keep_receipt(line, clean, at=at)
    sum_up(into)
    audit.record("added a cost", of=into, by=by, at=at, about=report.person)
    return line


@transaction.atomic
def add_miles(report: SessionReport, *, kind: str, tenths: int, by: Person, at: datetime, what: str = "") -> Line:
    """Add the miles of one session in one's own vehicle, at the rate of that day."""
    into = _may_add(report, by=by, at=at)
    on = london_day(report.starts_at)
    agreed = _agreement(report, kind)
    rules.check_distance(tenths=tenths, most=agreed.most_tenths)
    if kind == Kind.DUTY:
        rules.check_vehicle(selectors.vehicle_reasons(report.placement, on))
    hold_person(report.person)
    pence, reckoning = rules.reckon(
        tenths=tenths,
        before=selectors.miles_before(report.person, agreed.vehicle, on),
        rate=selectors.rate_on(agreed.vehicle, on, report.placement.volunteer.strand),
    )
    into = _open(into, report, by=by, at=at)
    line = _write(
        into, kind=kind, what=what, vehicle=agreed.vehicle, tenths=tenths, pence=pence, reckoning=reckoning,
        agreed=agreed,
    )  # fmt: skip
    sum_up(into)
    audit.record("added miles", of=into, by=by, at=at, about=report.person)
    return line


def _may_add(report: SessionReport, *, by: Person, at: datetime) -> Claim | None:
    """The claim that is open for the session, if there is one. Who answers a question is never too late."""
    day, volunteer = london_day(at), report.placement.volunteer
    access.claim.require(by, report, day)
    is_open = selectors.open_for(report)
    if is_open is None or is_open.status != Status.RETURNED:
        within, after_leaving = selectors.limits(day, volunteer.strand)
        rules.check_in_time(
            given_on=london_day(report.starts_at),
            today=day,
            within=within,
            left_on=volunteer.left_on if volunteer.status == volunteer.Status.LEFT else None,
            after_leaving=after_leaving,
        )
    return is_open


def _payable(report: SessionReport, kind: str, spent: int) -> tuple[int, str, CostAgreement | None]:
    if kind != Kind.MEAL:
        agreed = _agreement(report, kind)
        return (*rules.up_to(spent=spent, most=agreed.most_pence), agreed)
    most, least = selectors.meal_policy(report)
    rules.check_long_enough(minutes=report.minutes, needed=least)
    pence = rules.payable(receipt=spent, most=most)
    return pence, f"Up to {pounds(most)} for a meal" if pence < spent else "", None


def _agreement(report: SessionReport, kind: str) -> CostAgreement:
    """The agreement that covers this kind of cost on the day of the session (clause 100)."""
    on = london_day(report.starts_at)
    found = [each for each in selectors.agreed_for(report.placement, on) if each.kind == kind]
    rules.check_agreed(is_agreed=bool(found), kind=CostAgreement.Kind(kind).label, on=on)
    return found[-1]


def _check_new(report: SessionReport, kind: str, clean: receipts.Clean) -> None:
    used = selectors.used_before(report.person, mark_of(clean))
    rules.check_receipt_is_new(
        used_on=london_day(used.report.starts_at) if used else None,
        used_for=used.get_kind_display().lower() if used else "",
    )
    if kind == Kind.MEAL:
        rules.check_no_meal_yet(claimed=selectors.has_meal(report))


def _open(claim: Claim | None, report: SessionReport, *, by: Person, at: datetime) -> Claim:
    """The claim that a cost is added to: one that came back, the draft for the session, or a new one."""
    into = hold_claim(claim or selectors.open_for(report) or _begin(report, by=by, at=at))
    access.change.require(by, into, london_day(at))
    _check_open(into)
    return into


def _check_open(claim: Claim) -> None:
    rules.check_open(is_open=claim.status in Claim.OPEN_TO_CHANGE, status=claim.get_status_display())


def _begin(report: SessionReport, *, by: Person, at: datetime) -> Claim:
    volunteer = report.placement.volunteer
    claim = Claim.objects.create(volunteer=volunteer, borough=volunteer.borough, report=report, begun_at=at)
    Claim.lifecycle.begin(claim, by=by, at=at)
    return claim


def _write(claim: Claim, **facts: object) -> Line:
    """The line; the table itself refuses a second meal at one session, however many devices send it at once."""
    try:
        with transaction.atomic():
            line: Line = Line.objects.create(claim=claim, report=claim.report, **facts)
            return line
    except IntegrityError:
        raise SomeoneElseActed(
            "This meal has not been added: a meal was claimed for this session already, and one meal can be claimed "
            "for each session.",
            next_step="You can see how far it is under “My claims”.",
        ) from None


@transaction.atomic
def remove(line: Line, *, by: Person, at: datetime) -> None:
    """Take a cost off a claim that has not been sent, or that came back."""
    claim = hold_claim(line.claim)
    access.change.require(by, claim, london_day(at))
    _check_open(claim)
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
    Claim.objects.filter(pk=claim.pk).update(submitted_at=claim.submitted_at or at)


@transaction.atomic
def withdraw(claim: Claim, *, by: Person, at: datetime) -> None:
    """Take a claim back. Nobody asks why, and its costs may be claimed again."""
    access.change.require(by, claim, london_day(at))
    Claim.lifecycle.move(claim, Status.WITHDRAWN, by=by, at=at)
    Line.objects.filter(claim=claim).update(is_counted=False)
    sum_up(claim)
    audit.record("withdrew a claim", of=claim, by=by, at=at, about=claim.volunteer.person)

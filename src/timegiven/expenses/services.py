"""Claim a meal, and decide on claims: the volunteer's and the MVPM's verbs."""

from datetime import datetime

from django.db import IntegrityError, transaction

from timegiven.attendance.models import SessionReport
from timegiven.audit import services as audit
from timegiven.expenses import access, receipts, rules, selectors
from timegiven.expenses.models import Claim, Receipt
from timegiven.expenses.policies import CLAIM_WITHIN
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people.models import Person

Status = Claim.Status


@transaction.atomic
def claim_meal(report: SessionReport, *, receipt_pence: int, receipt: bytes, by: Person, at: datetime) -> Claim:
    """Claim what a meal cost at one session, against its receipt; the amount is computed, never chosen."""
    day = london_day(at)
    access.claim.require(by, report, day)
    most, least = selectors.meal_policy(report)
    rules.check_long_enough(minutes=report.minutes, needed=least)
    rules.check_in_time(
        given_on=london_day(report.starts_at),
        today=day,
        within=CLAIM_WITHIN.on(day, report.placement.volunteer.strand),
    )
    claim = _create(report, receipt_pence, rules.payable(receipt=receipt_pence, most=most), at)
    keep_receipt(claim, receipt, at=at)
    Claim.lifecycle.begin(claim, by=by, at=at)
    audit.record("claimed a meal", of=claim, by=by, at=at, about=report.person)
    return claim


def _create(report: SessionReport, receipt_pence: int, pence: int, at: datetime) -> Claim:
    try:
        with transaction.atomic():
            return Claim.objects.create(
                volunteer=report.placement.volunteer,
                borough=report.placement.volunteer.borough,
                report=report,
                receipt_pence=receipt_pence,
                pence=pence,
                submitted_at=at,
            )
    except IntegrityError:
        raise NotAllowed(
            "This meal has not been claimed again: there is a claim for this session already, and one meal "
            "can be claimed for each session.",
            next_step="You can see how far it is under “My claims”.",
        ) from None


def keep_receipt(claim: Claim, content: bytes, *, at: datetime) -> Receipt:
    """Keep the receipt of a claim, redrawn and sealed, in place of an earlier one."""
    kind, clean = receipts.redraw(content)
    Receipt.objects.filter(claim=claim).delete()
    receipt = Receipt(claim=claim, kind=kind, kept_at=at)
    receipt.sealed = receipts.lock(clean, reference=receipt.reference)
    receipt.save(force_insert=True)
    return receipt


@transaction.atomic
def approve(claim: Claim, *, by: Person, at: datetime) -> None:
    """Agree to pay a claim back."""
    _decide(claim, Status.APPROVED, by=by, at=at)


@transaction.atomic
def ask(claim: Claim, *, question: str, by: Person, at: datetime) -> None:
    """Send a claim back to the volunteer with a question."""
    _decide(claim, Status.RETURNED, by=by, at=at, why=question)


@transaction.atomic
def refuse(claim: Claim, *, reason: str, by: Person, at: datetime) -> None:
    """Do not pay a claim back, and say why."""
    _decide(claim, Status.REFUSED, by=by, at=at, why=reason)


@transaction.atomic
def pay(claim: Claim, *, by: Person, at: datetime) -> None:
    """Note that an approved claim has been paid."""
    _decide(claim, Status.PAID, by=by, at=at)


def _decide(claim: Claim, to: str, *, by: Person, at: datetime, why: str = "") -> None:
    """One move of a claim by the MVPM, its record, and the letter that tells the volunteer."""
    access.decide.require(by, claim, london_day(at))
    Claim.lifecycle.move(claim, to, by=by, at=at, why=why)
    Claim.objects.filter(pk=claim.pk).update(decided_by=by, answer=why)
    audit.record(f"claim {to.lower()}", of=claim, by=by, at=at, about=claim.volunteer.person)
    letters.write(f"expenses/{to.lower()}", to=claim.volunteer.person, at=at, claim=claim)


@transaction.atomic
def send_again(
    claim: Claim, *, answer: str, by: Person, at: datetime, receipt_pence: int | None = None, receipt: bytes = b""
) -> None:
    """Answer the MVPM's question, with the right amount or a better picture of the receipt where that was asked."""
    access.send_again.require(by, claim, london_day(at))
    Claim.lifecycle.move(claim, Status.SUBMITTED, by=by, at=at, why=answer)
    if receipt_pence is not None:
        most, _ = selectors.meal_policy(claim.report)
        pence = rules.payable(receipt=receipt_pence, most=most)
        Claim.objects.filter(pk=claim.pk).update(receipt_pence=receipt_pence, pence=pence)
    if receipt:
        keep_receipt(claim, receipt, at=at)
    audit.record("sent claim again", of=claim, by=by, at=at, about=claim.volunteer.person)

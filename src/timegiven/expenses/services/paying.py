"""Pay approved claims in batches, and note what became of each payment."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.expenses import access, rules, selectors
from timegiven.expenses.models import Batch, Claim, Payment
from timegiven.expenses.services.deciding import look_again
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.kernel.words import pounds
from timegiven.letters import services as letters
from timegiven.people.models import Person

Status = Claim.Status
Outcome = Payment.Outcome


@transaction.atomic
def make_batch(*, by: Person, at: datetime) -> Batch:
    """Take every approved claim into one batch for Finance to pay. One's own claim waits for a colleague."""
    access.pay.require(by, london_day(at))
    look_again(at=at)
    # Of two batches made at once the second waits here, and then finds these claims approved no longer.
    claims = list(selectors.waiting(by).select_for_update(of=("self",)).order_by("pk"))
    rules.check_something_to_pay(claims=len(claims))
    batch = Batch.objects.create(made_by=by, made_at=at, number=len(claims), pence=sum(each.pence for each in claims))
    Batch.lifecycle.begin(batch, by=by, at=at)
    Payment.objects.bulk_create(Payment(batch=batch, claim=each, pence=each.pence) for each in claims)
    for each in claims:
        Claim.lifecycle.move(each, Status.BATCHED, by=by, at=at)
    audit.record("made a batch", of=batch, by=by, at=at)
    return batch


@transaction.atomic
def take_back(batch: Batch, *, by: Person, at: datetime) -> None:
    """Take a batch back before anything was paid: its claims wait for the next one."""
    access.pay.require(by, london_day(at))
    payments = _held(batch)
    if any(payment.outcome for payment in payments):
        raise NotAllowed(
            "The batch has not been taken back: some of its payments are settled.",
            next_step="Settle the others, one by one.",
        )
    Batch.lifecycle.move(batch, Batch.Status.TAKEN_BACK, by=by, at=at)
    for payment in payments:
        _settle(payment, Outcome.TAKEN_BACK, Status.APPROVED, by=by, at=at)
    audit.record("took a batch back", of=batch, by=by, at=at)


@transaction.atomic
def settle(
    batch: Batch, *, paid: Iterable[str], by: Person, at: datetime, bounced: Iterable[str] = (), why: str = ""
) -> None:
    """Note which payments of a batch were paid and which came back; once all are known it is settled."""
    access.pay.require(by, london_day(at))
    known = {payment.reference: payment for payment in _held(batch)}
    came_back = set(bounced)
    for reference in [*paid, *came_back]:
        payment = _of(known, reference)
        rules.check_waiting(is_open=payment.outcome == Outcome.OPEN, outcome=payment.get_outcome_display())
        _note(payment, is_paid=reference not in came_back, why=why, by=by, at=at)
    _close(batch, by=by, at=at)


@transaction.atomic
def read_results(batch: Batch, results: Iterable[rules.Result], *, by: Person, at: datetime) -> tuple[int, int]:
    """Note what Finance's file says of a batch: all of it or, where a row does not fit, nothing. (paid, bounced).

    Read again it changes nothing: what is settled already in the same way is passed over.
    """
    access.pay.require(by, london_day(at))
    known = {payment.reference: payment for payment in _held(batch)}
    counted = [0, 0]
    for result in results:
        payment = _of(known, result.reference, row=result.row)
        wanted = Outcome.PAID if result.is_paid else Outcome.BOUNCED
        if payment.outcome == wanted:
            continue
        _check_fits(payment, result)
        _note(payment, is_paid=result.is_paid, why=result.why, by=by, at=at)
        counted[0 if result.is_paid else 1] += 1
    _close(batch, by=by, at=at)
    return counted[0], counted[1]


def _check_fits(payment: Payment, result: rules.Result) -> None:
    if result.pence is not None and result.pence != payment.pence:
        raise NotAllowed(
            f"Nothing has been noted: row {result.row} says {pounds(result.pence)}, and {pounds(payment.pence)} was in "
            "the batch.",
            next_step="Look at that row. If the bank paid another amount, settle that with the bank first.",
        )
    if payment.outcome != Outcome.OPEN:
        raise NotAllowed(
            f"Nothing has been noted: row {result.row} is settled already, in another way.",
            next_step="If a payment came back after it was paid, note it on the page of the batch.",
        )


def _of(known: dict[str, Payment], reference: str, *, row: int = 0) -> Payment:
    if reference not in known:
        where = f"row {row} names" if row else "there is"
        raise NotAllowed(
            f"Nothing has been noted: {where} a payment that is not in this batch.",
            next_step="Check that the file belongs to this batch.",
        )
    return known[reference]


@transaction.atomic
def came_back(payment: Payment, *, why: str, by: Person, at: datetime) -> None:
    """Note that a bank sent back what was paid before: the claim returns to the MVP Manager."""
    access.pay.require(by, london_day(at))
    held = next(each for each in _held(payment.batch) if each.pk == payment.pk)
    if held.outcome not in (Outcome.PAID, Outcome.OPEN):
        rules.check_waiting(is_open=False, outcome=held.get_outcome_display())
    _note(held, is_paid=False, why=why, by=by, at=at)
    _close(payment.batch, by=by, at=at)


def _held(batch: Batch) -> list[Payment]:
    """The payments of a batch as they stand, which nobody else settles until this deed is done."""
    Batch.objects.select_for_update().get(pk=batch.pk)
    held = Payment.objects.filter(batch=batch).select_related("claim__volunteer__person", "batch")
    return list(held.order_by("pk"))


def _note(payment: Payment, *, is_paid: bool, why: str, by: Person, at: datetime) -> None:
    if is_paid:
        _settle(payment, Outcome.PAID, Status.PAID, by=by, at=at)
    else:
        _settle(payment, Outcome.BOUNCED, Status.BOUNCED, by=by, at=at, why=why)
        Claim.objects.filter(pk=payment.claim_id).update(answer=why[:500])  # what the bank said, not what was decided
    name = "expenses/paid" if is_paid else "expenses/bounced"
    letters.write(name, to=payment.claim.volunteer.person, at=at, claim=payment.claim)


def _settle(payment: Payment, outcome: str, to: str, *, by: Person, at: datetime, why: str = "") -> None:
    Payment.objects.filter(pk=payment.pk).update(outcome=outcome, why=why[:200], settled_at=at, settled_by=by)
    payment.outcome = outcome
    Claim.lifecycle.move(payment.claim, to, by=by, at=at, why=why)
    audit.record(f"payment {outcome.lower()}", of=payment, by=by, at=at, about=payment.claim.volunteer.person)


def _close(batch: Batch, *, by: Person, at: datetime) -> None:
    """A batch is settled once every payment is."""
    now = Batch.objects.get(pk=batch.pk)
    if now.status == Batch.Status.OPEN and not Payment.objects.filter(batch=batch, outcome=Outcome.OPEN).exists():
        Batch.lifecycle.move(now, Batch.Status.SETTLED, by=by, at=at)
        audit.record("settled a batch", of=batch, by=by, at=at)

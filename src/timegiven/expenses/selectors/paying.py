"""What Finance pays: claims that wait, batches, their payments, and where somebody is paid."""

from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet, Sum

from timegiven.expenses.models import BankAccount, Batch, Claim, Payment
from timegiven.expenses.policies import BANK_DETAILS, HERE
from timegiven.people.models import Person

Status = Claim.Status
LATE = timedelta(days=60)  # so long after a payment a bank may still send it back


def is_kept_here(day: date) -> bool:
    """Whether bank details are kept here, and not with Finance."""
    return bool(BANK_DETAILS.on(day) == HERE)


def bank_account(person: Person) -> BankAccount | None:
    return BankAccount.objects.filter(person=person).first()


def ready_to_pay() -> QuerySet[Claim]:
    """Approved claims in the order in which they were sent."""
    ready = Claim.objects.filter(status=Status.APPROVED)
    return ready.select_related("volunteer__person", "borough", "report").order_by("submitted_at", "pk")


def waiting_total() -> tuple[int, int]:
    """(claims, pence) that are approved and in no batch."""
    found = Claim.objects.filter(status=Status.APPROVED).aggregate(number=Count("pk"), pence=Sum("pence"))
    return found["number"], found["pence"] or 0


def batches() -> QuerySet[Batch]:
    """All batches, those to be settled first, with what became of their payments."""
    counted = {
        "open": Count("payments", filter=Q(payments__outcome="")),
        "paid_pence": Sum("payments__pence", filter=Q(payments__outcome=Payment.Outcome.PAID)),
        "bounced": Count("payments", filter=Q(payments__outcome=Payment.Outcome.BOUNCED)),
    }
    return Batch.objects.select_related("made_by").annotate(**counted).order_by("status", "-made_at", "-pk")


def payments_of(batch: Batch) -> QuerySet[Payment]:
    """The payments of a batch, by name."""
    found = Payment.objects.filter(batch=batch).select_related(
        "claim__volunteer__person__bank_account", "claim__borough", "claim__report", "settled_by"
    )
    return found.order_by("claim__volunteer__person__name", "pk")


def payments() -> QuerySet[Payment]:
    """Every payment; Finance alone opens them."""
    return Payment.objects.select_related("batch", "claim__volunteer__person", "claim__report")


def late_returns(batch: Batch, at: datetime) -> bool:
    """Whether a bank may still send back what was paid in this batch."""
    return at - batch.made_at < LATE

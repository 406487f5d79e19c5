"""What Finance pays: claims that wait, batches, their payments, and where somebody is paid."""

from datetime import date, datetime, time, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from timegiven.expenses.models import BankAccount, Batch, Claim, ClaimStep, Payment
from timegiven.expenses.policies import BANK_DETAILS, BANK_DETAILS_FOR, HERE
from timegiven.kernel.time import at_london
from timegiven.people.models import Person

Status = Claim.Status
ENDED = (Status.PAID, Status.REFUSED, Status.WITHDRAWN)  # nothing more is paid for these
LATE = timedelta(days=60)  # so long after a payment a bank may still send it back


def is_kept_here(day: date) -> bool:
    """Whether bank details are kept here, and not with Finance."""
    return bool(BANK_DETAILS.on(day) == HERE)


def bank_account(person: Person) -> BankAccount | None:
    return BankAccount.objects.filter(person=person).first()


def accounts_to_forget(day: date) -> QuerySet[BankAccount]:
    """The bank details that are needed no longer: nothing is on its way, and the last claim is long ago.

    Where they are kept with Finance now, those that are still here go as soon as nothing is on its way.
    """
    on_its_way = Claim.objects.filter(volunteer__person=OuterRef("person")).exclude(status__in=ENDED)
    if not is_kept_here(day):
        return BankAccount.objects.filter(~Exists(on_its_way)).select_related("person")
    since = at_london(day - timedelta(days=BANK_DETAILS_FOR.on(day)), time())
    lately = ClaimStep.objects.filter(of__volunteer__person=OuterRef("person"), at__gte=since)
    found = BankAccount.objects.filter(~Exists(on_its_way), ~Exists(lately), changed_at__lt=since)
    return found.select_related("person")


def approved_before_a_change() -> QuerySet[Claim]:
    """Approved claims, not paid yet, whose report has been corrected or taken back."""
    changed = Q(report__replaced_by__isnull=False) | Q(report__voided_at__isnull=False)
    return Claim.objects.filter(changed, status=Claim.Status.APPROVED).order_by("pk")


def waiting(by: Person) -> QuerySet[Claim]:
    """What somebody of Finance may put into a batch: approved and in none. One's own waits for a colleague."""
    return Claim.objects.filter(status=Status.APPROVED, pence__gt=0).exclude(volunteer__person=by)


def waiting_total(by: Person) -> tuple[int, int]:
    """(claims, pence) of these."""
    found = waiting(by).aggregate(number=Count("pk"), pence=Sum("pence"))
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
        "claim__volunteer__person__bank_account", "claim__borough", "settled_by"
    )
    return found.order_by("claim__volunteer__person__name", "pk")


def payments() -> QuerySet[Payment]:
    """Every payment; Finance alone opens them."""
    return Payment.objects.select_related("batch", "claim__volunteer__person")


def late_returns(batch: Batch, at: datetime) -> bool:
    """Whether a bank may still send back what was paid in this batch."""
    return at - batch.made_at < LATE

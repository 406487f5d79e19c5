"""How Finance pays: in batches, each payment of one claim, and what became of it."""

from django.db import models
from django.db.models import Q

from timegiven.expenses.models.claims import Claim
from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class BankAccount(models.Model):
    """Where a volunteer is paid, if the force keeps that here at all. Sealed; shown masked; each full look recorded."""

    reference = ReferenceField()
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="bank_account")
    name = EncryptedText()
    sort_code = EncryptedText()
    number = EncryptedText()
    changed_at = models.DateTimeField()


class Batch(models.Model):
    """Claims that go to Finance together; its total is the sum of its payments to the penny."""

    class Status(models.TextChoices):
        OPEN = "OPEN", "To be paid"
        SETTLED = "SETTLED", "Settled"
        TAKEN_BACK = "TAKEN_BACK", "Taken back"

    reference = ReferenceField()
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    number = models.PositiveIntegerField()  # of payments
    pence = models.PositiveBigIntegerField()

    lifecycle = Lifecycle(
        "batch of payments",
        moves={Status.OPEN: (Status.SETTLED, Status.TAKEN_BACK), Status.SETTLED: (), Status.TAKEN_BACK: ()},
        desks={Status.OPEN: "Finance", Status.SETTLED: "", Status.TAKEN_BACK: ""},
    )

    @property
    def status_colour(self) -> str:
        return {"OPEN": "yellow", "SETTLED": "green"}.get(self.status, "grey")


class BatchStep(Step):
    of = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="steps")


class Payment(models.Model):
    """One claim in one batch. A claim is in one payment at a time that is open or paid."""

    class Outcome(models.TextChoices):
        OPEN = "", "Not known yet"
        PAID = "PAID", "Paid"
        BOUNCED = "BOUNCED", "Could not be paid"
        TAKEN_BACK = "TAKEN_BACK", "Taken back"

    reference = ReferenceField()
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="payments")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="payments")
    pence = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN, blank=True)
    why = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["claim"], condition=Q(outcome__in=["", "PAID"]), name="expenses_paid_once_at_a_time"
            )
        ]

    @property
    def colour(self) -> str:
        return {"PAID": "green", "BOUNCED": "red", "": "yellow"}.get(self.outcome, "grey")

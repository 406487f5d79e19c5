"""Expenses: what a volunteer paid out of pocket, against a receipt, approved by the MVPM and never by the unit."""

from django.db import models
from django.db.models import F, Q

from timegiven.attendance.models import SessionReport
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit


class Claim(models.Model):
    """A claim for one meal, for one session of four hours or more; money in pence."""

    class Status(models.TextChoices):
        SUBMITTED = "SUBMITTED", "With the MVP Manager"
        APPROVED = "APPROVED", "Approved"
        PAID = "PAID", "Paid"
        RETURNED = "RETURNED", "Returned with a question"
        REFUSED = "REFUSED", "Not approved"

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="claims")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="claims")
    report = models.OneToOneField(SessionReport, on_delete=models.PROTECT, related_name="claim")  # one meal a session
    status = models.CharField(max_length=10, choices=Status, default=Status.SUBMITTED)
    receipt_pence = models.PositiveIntegerField()
    pence = models.PositiveIntegerField()  # what may be paid: the least of the receipt and the policy's most
    submitted_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=300, blank=True)

    lifecycle = Lifecycle(
        "claim",
        moves={
            Status.SUBMITTED: (Status.APPROVED, Status.RETURNED, Status.REFUSED),
            Status.RETURNED: (Status.SUBMITTED, Status.REFUSED),
            Status.APPROVED: (Status.PAID,),
            Status.PAID: (),
            Status.REFUSED: (),
        },
        desks={
            Status.SUBMITTED: "MVPM",
            Status.RETURNED: "Volunteer",
            Status.APPROVED: "MVPM",
            Status.PAID: "",
            Status.REFUSED: "",
        },
    )

    class Meta:
        indexes = [models.Index(fields=["borough", "status"], name="expenses_of_borough")]
        constraints = [
            models.CheckConstraint(
                condition=Q(pence__lte=F("receipt_pence"), pence__gt=0), name="expenses_never_above_the_receipt"
            )
        ]

    @property
    def status_colour(self) -> str:
        return {"SUBMITTED": "yellow", "APPROVED": "blue", "PAID": "green", "RETURNED": "orange"}.get(
            self.status, "grey"
        )


class ClaimStep(Step):
    of = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="steps")


class Receipt(models.Model):
    """A picture or PDF of what was paid, redrawn so that nothing hides in it, and sealed.

    It lies in the database and not on a disk: it comes and goes with its claim's transaction, and every host of
    the site can show it.
    """

    reference = ReferenceField()
    claim = models.OneToOneField(Claim, on_delete=models.CASCADE, related_name="receipt")
    kind = models.CharField(max_length=20)  # "image/jpeg" or "application/pdf"
    sealed = models.BinaryField()
    kept_at = models.DateTimeField()

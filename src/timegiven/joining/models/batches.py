"""Acts on several applications at once, which wait a little so that they can be undone."""

from django.db import models

from timegiven.joining.models.applications import Application
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class Batch(models.Model):
    """One act on one or more applications. Nothing happens before its moment; until then it is undone by a button."""

    class Act(models.TextChoices):
        SEND = "SEND", "Send to the vetting office"
        TAKE_ON = "TAKE_ON", "Take on as volunteers"
        DECLINE = "DECLINE", "Do not take on"

    class Status(models.TextChoices):
        WAITING = "WAITING", "Can be undone"
        DONE = "DONE", "Done"
        UNDONE = "UNDONE", "Undone"

    reference = ReferenceField()
    act = models.CharField(max_length=8, choices=Act)
    status = models.CharField(max_length=8, choices=Status, default=Status.WAITING)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()

    lifecycle = Lifecycle(
        "act",
        moves={Status.WAITING: (Status.DONE, Status.UNDONE), Status.DONE: (), Status.UNDONE: ()},
        desks={Status.WAITING: "", Status.DONE: "", Status.UNDONE: ""},
    )

    class Meta:
        indexes = [models.Index(fields=["status", "due_at"], name="joining_batches_due")]

    @property
    def status_colour(self) -> str:
        return {"WAITING": "yellow", "DONE": "green"}.get(self.status, "grey")


class BatchStep(Step):
    of = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="steps")


class BatchItem(models.Model):
    """One application of a batch, and why nothing happened to it, if nothing did."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="items")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="batch_items")
    refused = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "application"], name="joining_once_in_a_batch")]

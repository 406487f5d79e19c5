"""Sheets of completions that were sent in, kept until somebody has looked and chosen."""

from django.db import models

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.programme.models import Unit


class Sheet(models.Model):
    """A spreadsheet or the export of a learning system: read whole, shown row by row, and then taken in or not."""

    class Status(models.TextChoices):
        READ = "READ", "Waits for you to choose"
        TAKEN_IN = "TAKEN_IN", "Taken in"
        DROPPED = "DROPPED", "Not used"

    reference = ReferenceField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rows = models.JSONField()  # each cell as it was typed; read anew whenever it is shown or taken in
    status = models.CharField(max_length=10, choices=Status, default=Status.READ)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    number_taken_in = models.PositiveIntegerField(default=0)

    lifecycle = Lifecycle(
        "sheet of completions",
        moves={Status.READ: (Status.TAKEN_IN, Status.DROPPED), Status.TAKEN_IN: (), Status.DROPPED: ()},
        desks={Status.READ: "training unit", Status.TAKEN_IN: "", Status.DROPPED: ""},
    )

    @property
    def status_colour(self) -> str:
        return {"READ": "blue", "TAKEN_IN": "green"}.get(self.status, "grey")


class SheetStep(Step):
    of = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="steps")

"""Role training that a unit gives itself, agreed with the MVP Manager and the borough training unit."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.training.models.courses import Course


class UnitTraining(models.Model):
    """How a unit teaches a course at the work itself; its manager signs for it once both have agreed (clause 94)."""

    class Status(models.TextChoices):
        PROPOSED = "PROPOSED", "Waits for agreement"
        AGREED = "AGREED", "Agreed"
        RETURNED = "RETURNED", "Sent back with a question"
        ENDED = "ENDED", "No longer given"

    reference = ReferenceField()
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="at_units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    how = models.TextField()
    status = models.CharField(max_length=10, choices=Status, default=Status.PROPOSED)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    mvpm = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    training_unit = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    lifecycle = Lifecycle(
        "training at a unit",
        moves={
            Status.PROPOSED: (Status.AGREED, Status.RETURNED, Status.ENDED),
            Status.RETURNED: (Status.PROPOSED, Status.ENDED),
            Status.AGREED: (Status.ENDED,),
            Status.ENDED: (),
        },
        desks={
            Status.PROPOSED: "Borough MVP Manager and training unit",
            Status.RETURNED: "unit manager",
            Status.AGREED: "",
            Status.ENDED: "",
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["course", "unit"], condition=~Q(status="ENDED"), name="training_one_way_at_a_unit"
            ),
            models.CheckConstraint(
                condition=~Q(status="AGREED") | Q(mvpm__isnull=False, training_unit__isnull=False),
                name="training_agreed_by_both",
            ),
        ]

    @property
    def status_colour(self) -> str:
        return {"PROPOSED": "blue", "AGREED": "green", "RETURNED": "yellow"}.get(self.status, "grey")


class UnitTrainingStep(Step):
    of = models.ForeignKey(UnitTraining, on_delete=models.CASCADE, related_name="steps")

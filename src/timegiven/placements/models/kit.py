"""Kit that a unit lends to a volunteer."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit


class Kit(models.Model):
    """One thing lent for a role: to be brought back when it is not needed. What is lost is nobody's fault."""

    class Status(models.TextChoices):
        OUT = "OUT", "With the volunteer"
        RETURNED = "RETURNED", "Back"
        NOT_FOUND = "NOT_FOUND", "Not found"

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="kit")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    item = models.CharField(max_length=120)
    mark = models.CharField(max_length=60, blank=True)  # a size or a number on it
    status = models.CharField(max_length=10, choices=Status, default=Status.OUT)
    issued_on = models.DateField()
    issued_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)

    lifecycle = Lifecycle(
        "loan of kit",
        moves={
            Status.OUT: (Status.RETURNED, Status.NOT_FOUND),
            Status.NOT_FOUND: (Status.RETURNED,),  # things turn up again
            Status.RETURNED: (),
        },
        desks={Status.OUT: "", Status.NOT_FOUND: "", Status.RETURNED: ""},
    )

    class Meta:
        indexes = [models.Index(fields=["volunteer", "status"], name="placements_kit_of")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="OUT") | Q(ended_on__gte=F("issued_on")),
                name="placements_kit_back_has_a_day",
            )
        ]

    @property
    def status_colour(self) -> str:
        return {"OUT": "blue", "RETURNED": "green"}.get(self.status, "grey")


class KitStep(Step):
    of = models.ForeignKey(Kit, on_delete=models.CASCADE, related_name="steps")

"""Passes, from the asking to the return."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.programme.models import Unit


class Pass(Period):
    """The volunteer pass: the force's property, worn on duty, no legal effect (clauses 79 to 83)."""

    class Status(models.TextChoices):
        ASKED = "ASKED", "Asked for"
        ISSUED = "ISSUED", "In force"
        LOST = "LOST", "Reported lost"
        RECALLED = "RECALLED", "To be returned"
        RETURNED = "RETURNED", "Returned"
        CANCELLED = "CANCELLED", "Cancelled"

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="passes")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.ASKED)
    number = models.CharField(max_length=20, blank=True)

    lifecycle = Lifecycle(
        "pass",
        moves={
            Status.ASKED: (Status.ISSUED, Status.CANCELLED),
            Status.ISSUED: (Status.LOST, Status.RECALLED, Status.RETURNED),
            Status.LOST: (Status.CANCELLED, Status.RETURNED),
            Status.RECALLED: (Status.RETURNED, Status.LOST),
            Status.RETURNED: (),
            Status.CANCELLED: (),
        },
        desks={
            Status.ASKED: "Pass office",
            Status.ISSUED: "",
            Status.LOST: "Pass office",
            Status.RECALLED: "Volunteer",
            Status.RETURNED: "",
            Status.CANCELLED: "",
        },
    )

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="joining_pass_number"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(status__in=["ASKED", "ISSUED"]), name="joining_one_pass_each"
            ),
        ]

    @property
    def status_colour(self) -> str:
        return {"ASKED": "blue", "ISSUED": "green", "LOST": "red", "RECALLED": "yellow"}.get(self.status, "grey")


class PassStep(Step):
    of = models.ForeignKey(Pass, on_delete=models.CASCADE, related_name="steps")

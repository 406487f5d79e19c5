"""Passes, from the asking to the return."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.programme.models import Unit


class Pass(Period):
    """The volunteer pass: the force's property, worn on duty, no legal effect (clauses 79 to 83)."""

    class Status(models.TextChoices):
        ASKED = "ASKED", "Asked for"
        READY = "READY", "Ready to collect"
        ISSUED = "ISSUED", "In force"
        LOST = "LOST", "Reported lost or stolen"
        RECALLED = "RECALLED", "To be returned"
        EXPIRED = "EXPIRED", "Out of date"
        RETURNED = "RETURNED", "Returned"
        CANCELLED = "CANCELLED", "Cancelled"

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="passes")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.ASKED)
    number = models.CharField(max_length=20, blank=True)
    # What the square code on the pass says: sealed for whoever may print it, and a digest by which it is found.
    check_code = EncryptedText(blank=True)
    check_digest = models.CharField(max_length=64, blank=True, db_index=True)

    lifecycle = Lifecycle(
        "pass",
        moves={
            Status.ASKED: (Status.READY, Status.CANCELLED),
            Status.READY: (Status.ISSUED, Status.CANCELLED),
            Status.ISSUED: (Status.LOST, Status.RECALLED, Status.RETURNED, Status.EXPIRED),
            Status.LOST: (Status.CANCELLED, Status.RETURNED),
            Status.RECALLED: (Status.RETURNED, Status.LOST),
            Status.EXPIRED: (Status.RETURNED, Status.LOST),
            Status.RETURNED: (),
            Status.CANCELLED: (),
        },
        desks={
            Status.ASKED: "Pass office",
            Status.READY: "Volunteer",
            Status.ISSUED: "",
            Status.LOST: "Pass office",
            Status.RECALLED: "Volunteer",
            Status.EXPIRED: "Volunteer",
            Status.RETURNED: "",
            Status.CANCELLED: "",
        },
    )

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="joining_pass_number"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(status__in=["ASKED", "READY", "ISSUED"]), name="joining_one_pass_each"
            ),
        ]
        indexes = [models.Index(fields=["status", "until_on"], name="joining_passes_ending")]

    @property
    def status_colour(self) -> str:
        return {
            "ASKED": "blue",
            "READY": "blue",
            "ISSUED": "green",
            "LOST": "red",
            "RECALLED": "yellow",
            "EXPIRED": "yellow",
        }.get(self.status, "grey")


class PassStep(Step):
    of = models.ForeignKey(Pass, on_delete=models.CASCADE, related_name="steps")

"""Appeals against a refused security check."""

from django.db import models

from timegiven.joining.models.vetting import Clearance
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField


class Appeal(models.Model):
    """That somebody asked for a refusal to be looked at again, by when they are answered, and the answer. Never why."""

    class Status(models.TextChoices):
        ASKED = "ASKED", "Being looked at again"
        UPHELD = "UPHELD", "Decided for the applicant"
        DISMISSED = "DISMISSED", "The first answer stands"
        WITHDRAWN = "WITHDRAWN", "Taken back"

    reference = ReferenceField()
    refusal = models.OneToOneField(Clearance, on_delete=models.PROTECT, related_name="appeal")
    status = models.CharField(max_length=10, choices=Status, default=Status.ASKED)
    asked_on = models.DateField()
    answer_by_on = models.DateField()

    lifecycle = Lifecycle(
        "appeal",
        moves={
            Status.ASKED: (Status.UPHELD, Status.DISMISSED, Status.WITHDRAWN),
            Status.UPHELD: (),
            Status.DISMISSED: (),
            Status.WITHDRAWN: (),
        },
        desks={Status.ASKED: "Vetting office", Status.UPHELD: "", Status.DISMISSED: "", Status.WITHDRAWN: ""},
    )

    @property
    def status_colour(self) -> str:
        return {"ASKED": "yellow", "UPHELD": "green"}.get(self.status, "grey")


class AppealStep(Step):
    of = models.ForeignKey(Appeal, on_delete=models.CASCADE, related_name="steps")

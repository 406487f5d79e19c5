"""What became of an idea that a volunteer wrote beside a session."""

from django.db import models
from django.db.models import Q

from timegiven.attendance.models import SessionReport
from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.programme.models import Unit


class Idea(models.Model):
    """An idea, answered. Its words stay in the report; ``line`` tells other volunteers of it, without a name."""

    class Status(models.TextChoices):
        READ = "READ", "Read"
        PASSED_ON = "PASSED_ON", "With those who decide"
        TRYING = "TRYING", "Being tried"
        DONE = "DONE", "Done"
        NOT_NOW = "NOT_NOW", "Not for now"

    reference = ReferenceField()
    report = models.OneToOneField(SessionReport, on_delete=models.PROTECT, related_name="answered_idea")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.READ)
    words = EncryptedText()  # to the volunteer alone
    line = models.CharField(max_length=160, blank=True)
    moved_at = models.DateTimeField()

    ANSWERS = (Status.PASSED_ON, Status.TRYING, Status.DONE, Status.NOT_NOW)
    OPEN = (Status.PASSED_ON, Status.TRYING)  # whoever had the idea hears more

    lifecycle = Lifecycle(
        "idea",
        moves={
            Status.READ: (Status.PASSED_ON, Status.TRYING, Status.DONE, Status.NOT_NOW),
            Status.PASSED_ON: (Status.TRYING, Status.DONE, Status.NOT_NOW),
            Status.TRYING: (Status.PASSED_ON, Status.DONE, Status.NOT_NOW),
            Status.DONE: (),
            Status.NOT_NOW: (Status.PASSED_ON, Status.TRYING, Status.DONE),  # times change
        },
        desks={
            Status.READ: "MVPM",
            Status.PASSED_ON: "MVPM",
            Status.TRYING: "MVPM",
            Status.DONE: "",
            Status.NOT_NOW: "",
        },
        since="moved_at",
    )

    class Meta:
        indexes = [models.Index(fields=["borough", "moved_at"], condition=~Q(line=""), name="engagement_ideas_told_on")]

    @property
    def status_colour(self) -> str:
        return {"PASSED_ON": "blue", "TRYING": "blue", "DONE": "green"}.get(self.status, "grey")


class IdeaStep(Step):
    of = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="steps")

"""A day on which somebody should be thanked by a person, and whether they were."""

from django.db import models

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Volunteer


class Milestone(models.Model):
    """Hours given or years with us. It is noticed to the MVP Manager and never shown to the volunteer as a number."""

    class Kind(models.TextChoices):
        HOURS = "HOURS", "hours given"
        YEARS = "YEARS", "years with us"

    class Status(models.TextChoices):
        NOTICED = "NOTICED", "To be thanked"
        THANKED = "THANKED", "Thanked"
        LET_BE = "LET_BE", "Let be"

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="milestones")
    kind = models.CharField(max_length=6, choices=Kind)
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=8, choices=Status, default=Status.NOTICED)
    noticed_at = models.DateTimeField()

    lifecycle = Lifecycle(
        "milestone",
        moves={Status.NOTICED: (Status.THANKED, Status.LET_BE), Status.THANKED: (), Status.LET_BE: ()},
        desks={Status.NOTICED: "MVPM", Status.THANKED: "", Status.LET_BE: ""},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "kind", "number"], name="engagement_milestone_once")
        ]
        indexes = [models.Index(fields=["status", "volunteer"], name="engagement_to_thank")]

    @property
    def status_colour(self) -> str:
        return {"NOTICED": "yellow", "THANKED": "green"}.get(self.status, "grey")

    @property
    def words(self) -> str:
        """100 hours given; 1 year with us."""
        if self.number == 1:
            return {"HOURS": "1 hour given", "YEARS": "1 year with us"}[self.kind]
        return f"{self.number:,} {self.get_kind_display()}"


class MilestoneStep(Step):
    of = models.ForeignKey(Milestone, on_delete=models.CASCADE, related_name="steps")

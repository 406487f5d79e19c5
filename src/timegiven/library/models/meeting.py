"""The meetings of the Steering Group: when, where, who was there, and the minutes."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Seat


class Meeting(models.Model):
    """A meeting of the Steering Group, from its calling to its minutes."""

    class Status(models.TextChoices):
        PLANNED = "PLANNED", "Planned"
        CLOSED = "CLOSED", "Held, and closed"
        CANCELLED = "CANCELLED", "Cancelled"

    reference = ReferenceField()
    at = models.DateTimeField()
    place = models.CharField(max_length=160)
    called_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.PLANNED)
    minutes = models.TextField(blank=True)

    lifecycle = Lifecycle(
        "meeting",
        moves={
            Status.PLANNED: (Status.CLOSED, Status.CANCELLED),
            Status.CLOSED: (),
            Status.CANCELLED: (),
        },
        desks={Status.PLANNED: "Steering Group", Status.CLOSED: "", Status.CANCELLED: ""},
    )

    @property
    def status_colour(self) -> str:
        return {"PLANNED": "blue", "CLOSED": "green"}.get(self.status, "grey")


class MeetingStep(Step):
    of = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="steps")


class Presence(models.Model):
    """Whether a seat was taken at a meeting, and by whom."""

    class Answer(models.TextChoices):
        PRESENT = "PRESENT", "Present"
        APOLOGIES = "APOLOGIES", "Sent apologies"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="presences")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_deputy = models.BooleanField(default=False)
    answer = models.CharField(max_length=10, choices=Answer)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="library_one_presence_a_seat"),
            models.CheckConstraint(
                condition=~Q(answer="PRESENT") | Q(person__isnull=False), name="library_present_is_someone"
            ),
        ]

"""Times at which applicants can be met, and the meetings that were agreed."""

from django.db import models
from django.db.models import F, Q

from timegiven.joining.models.applications import Application
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.programme.models import Unit


class Slot(models.Model):
    """A time that a Borough MVP Manager keeps free for one interview."""

    reference = ReferenceField()
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["borough", "starts_at"], name="joining_slots_of")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="joining_slot_ends_later"),
            models.UniqueConstraint(
                fields=["published_by", "starts_at"],
                condition=Q(is_withdrawn=False),
                name="joining_one_slot_at_a_time",
            ),
        ]


class Meeting(models.Model):
    """An interview in a slot, or a meeting with the unit when a match has been found (clause 78)."""

    class Kind(models.TextChoices):
        INTERVIEW = "INTERVIEW", "Friendly interview"
        UNIT = "UNIT", "Meeting at the unit"

    class Status(models.TextChoices):
        BOOKED = "BOOKED", "Arranged"
        MOVED = "MOVED", "Moved to another time"
        CANCELLED = "CANCELLED", "Cancelled"

    reference = ReferenceField()
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="meetings")
    kind = models.CharField(max_length=10, choices=Kind)
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.BOOKED)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    with_whom = models.CharField(max_length=200)
    is_reminded = models.BooleanField(default=False)

    lifecycle = Lifecycle(
        "meeting",
        moves={Status.BOOKED: (Status.MOVED, Status.CANCELLED), Status.MOVED: (), Status.CANCELLED: ()},
        desks={Status.BOOKED: "", Status.MOVED: "", Status.CANCELLED: ""},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["slot"], condition=Q(status="BOOKED"), name="joining_one_meeting_in_a_slot"
            ),
            models.UniqueConstraint(
                fields=["application", "kind"], condition=Q(status="BOOKED"), name="joining_one_meeting_of_a_kind"
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="joining_meeting_ends_later"),
        ]
        indexes = [models.Index(fields=["status", "starts_at"], name="joining_meetings_due")]

    @property
    def status_colour(self) -> str:
        return {"BOOKED": "green"}.get(self.status, "grey")


class MeetingStep(Step):
    of = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="steps")

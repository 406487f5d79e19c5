"""Emergency sheets that somebody opened."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer


class Opening(models.Model):
    """One person opened the emergency sheet of another, for a reason and for a few minutes (clause 108)."""

    class Reason(models.TextChoices):
        HURT = "HURT", "Hurt or taken ill"
        MISSING = "MISSING", "Cannot be found or reached"
        EVENT = "EVENT", "A fire or another incident"
        CHECK = "CHECK", "Checking that the sheet is right"
        OUTSIDE = "OUTSIDE", "An emergency, opened by somebody who does not keep these sheets"

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="openings")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=10, choices=Reason)
    words = EncryptedText(blank=True)  # what somebody from outside typed: read by those who review it
    opened_at = models.DateTimeField()
    until_at = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["by", "volunteer", "until_at"], name="placements_opened_by")]
        constraints = [
            models.CheckConstraint(condition=Q(until_at__gt=F("opened_at")), name="placements_opened_for_a_while"),
            models.CheckConstraint(condition=~Q(reviewed_by=F("by")), name="placements_reviewed_by_another"),
            models.CheckConstraint(
                condition=Q(reviewed_at=None, reviewed_by=None)
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False),
                name="placements_reviewed_by_someone",
            ),
        ]

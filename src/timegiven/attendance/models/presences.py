"""Who came and who went: the facts behind the log book, the register, and who is in the building now."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.references import ReferenceField
from timegiven.kernel.time import london_day
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.rota.models import Offer


class Presence(models.Model):
    """Somebody came, and later left. When they left is told by somebody, never made up."""

    class How(models.TextChoices):
        TABLET = "TABLET", "On the unit's tablet"
        PHONE = "PHONE", "On their own phone"
        SUPERVISOR = "SUPERVISOR", "By the supervisor"
        REPORT = "REPORT", "In the session report"

    reference = ReferenceField()
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="presences")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="presences")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="presences")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="presences")
    came_at = models.DateTimeField()
    came_how = models.CharField(max_length=10, choices=How)
    came_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    left_at = models.DateTimeField(null=True, blank=True)
    left_how = models.CharField(max_length=10, choices=How, blank=True)
    left_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_forgotten = models.BooleanField(default=False)  # the day passed and nobody said when they left: to be asked

    class Meta:
        indexes = [models.Index(fields=["unit", "came_at"], name="attendance_who_came")]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(left_at=None, is_forgotten=False),
                name="attendance_in_one_place_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gt=F("came_at")), name="attendance_leaves_after_coming"
            ),
        ]

    @property
    def on(self) -> date:
        """The London day of the arrival."""
        return london_day(self.came_at)


class Tablet(models.Model):
    """A unit's own page at the door, opened by a private address; only the digest of its secret is kept."""

    reference = ReferenceField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="tablets")
    link_digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)

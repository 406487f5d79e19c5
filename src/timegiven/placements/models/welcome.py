"""The first day: when and by whom one is met, what was shown and said; and how one settles in."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.placements.models.placed import Placement


class Welcome(models.Model):
    """One item of the first day, ticked by the unit or the volunteer (clauses 14 to 32)."""

    class Side(models.TextChoices):
        UNIT = "UNIT", "The unit"
        VOLUNTEER = "VOLUNTEER", "The volunteer"

    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="welcomes")
    code = models.CharField(max_length=40)
    side = models.CharField(max_length=10, choices=Side, default=Side.UNIT)
    note = models.CharField(max_length=200, blank=True)  # who, where: kept for the volunteer to look up again
    done_at = models.DateTimeField()
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["placement", "code", "side"], name="placements_welcomed_once")]


class Arrival(models.Model):
    """The plan of the first day: when, who meets the volunteer, and how they find the place."""

    placement = models.OneToOneField(Placement, on_delete=models.CASCADE, related_name="arrival")
    meets_at = models.DateTimeField()
    host = models.CharField(max_length=120)
    host_phone = models.CharField(max_length=40, blank=True)
    find = models.CharField(max_length=300, blank=True)  # which door, whom to ask for there
    bring = models.CharField(max_length=200, blank=True)
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()


class Settling(models.Model):
    """After the first sessions: how the volunteer and the unit find it, for the MVP Manager to read; never a mark."""

    reference = ReferenceField()
    placement = models.OneToOneField(Placement, on_delete=models.CASCADE, related_name="settling")
    asked_at = models.DateTimeField()
    going = EncryptedText(blank=True)
    wants_a_call = models.BooleanField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    unit_needs = EncryptedText(blank=True)
    unit_answered_at = models.DateTimeField(null=True, blank=True)
    unit_answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)  # since the last answer
    read_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(read_at=None, read_by=None) | Q(read_at__isnull=False, read_by__isnull=False),
                name="placements_settling_read_by_someone",
            )
        ]

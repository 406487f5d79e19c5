"""The first day, ticked off."""

from django.db import models

from timegiven.people.models import Person
from timegiven.placements.models.placed import Placement


class Welcome(models.Model):
    """One item of the first day, ticked by the unit or the volunteer (clauses 14 to 32)."""

    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="welcomes")
    code = models.CharField(max_length=40)
    note = models.CharField(max_length=200, blank=True)  # who, where: kept for the volunteer to look up again
    done_at = models.DateTimeField()
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["placement", "code"], name="placements_welcomed_once")]

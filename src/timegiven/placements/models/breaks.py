"""A volunteer's breaks, and single days on which nobody counts on them: when, and never why."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer


class Break(Period):
    """A time in which a volunteer is left in peace. Without an end until they say that they are back (clause 120)."""

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="breaks")
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(fields=["volunteer"], condition=Q(until_on=None), name="placements_one_open_break"),
        ]


class FreeDay(Period):
    """A day that a volunteer was asked to take for themselves. It is gone when the day is over."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="+")

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(fields=["volunteer", "from_on"], name="placements_one_free_day"),
        ]

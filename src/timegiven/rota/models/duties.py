"""Duties: what a unit would welcome somebody for, and when."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.interval import Interval
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.programme.models import Unit


class Duty(Interval):
    """A time at which a unit would welcome volunteers in one role; times in UTC."""

    reference = ReferenceField()
    version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="duties")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="duties")
    places = models.PositiveSmallIntegerField(default=1)
    note = models.CharField(max_length=200, blank=True)
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    why_cancelled = models.CharField(max_length=200, blank=True)

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["unit", "starts_at"], name="rota_at_unit")]
        constraints = [
            *Interval.Meta.constraints,
            models.CheckConstraint(condition=Q(places__gte=1), name="rota_has_a_place"),
        ]

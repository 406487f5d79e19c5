"""Duties: what a unit would welcome somebody for, and when."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.interval import Interval
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import ProfileVersion, Task
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota.models.patterns import Pattern


class Duty(Interval):
    """A time at which a unit would welcome volunteers in one role; times in UTC. A draft until it is published."""

    reference = ReferenceField()
    version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="duties")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="duties")
    least = models.PositiveSmallIntegerField(default=1)  # with fewer the unit does the task itself, or leaves it
    most = models.PositiveSmallIntegerField(default=1)
    tasks = models.ManyToManyField(Task, related_name="+", blank=True)  # none named: all of the version
    note = models.CharField(max_length=200, blank=True)
    pattern = models.ForeignKey(Pattern, on_delete=models.PROTECT, null=True, blank=True, related_name="duties")
    pattern_on = models.DateField(null=True, blank=True)  # the day it was laid out for, wherever it has moved since
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    changes = models.PositiveSmallIntegerField(default=0)  # so that calendars see a newer version as newer
    cancelled_at = models.DateTimeField(null=True, blank=True)
    why_cancelled = models.CharField(max_length=200, blank=True)

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["unit", "starts_at"], name="rota_at_unit")]
        constraints = [
            *Interval.Meta.constraints,
            models.CheckConstraint(condition=Q(most__gte=1, least__lte=F("most")), name="rota_has_a_place"),
            models.UniqueConstraint(fields=["pattern", "pattern_on"], name="rota_laid_out_once"),
        ]

    @property
    def is_draft(self) -> bool:
        """Whether only those who plan see it."""
        return self.published_at is None

    def is_to_come(self, at: datetime) -> bool:
        """Whether it can still be planned with, offered and taken up."""
        return self.starts_at > at and not self.cancelled_at

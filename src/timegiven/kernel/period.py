"""Half-open periods of days: from a first day until, and not including, a last; no end means still going."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q


class PeriodQuerySet(models.QuerySet):
    """Rows that hold from a day until a day."""

    def on(self, day: date) -> Self:
        """The rows in force on this day."""
        return self.filter(Q(until_on=None) | Q(until_on__gt=day), from_on__lte=day)

    def ended_by(self, day: date) -> Self:
        """The rows that had ended when this day began."""
        return self.filter(until_on__lte=day)


class Period(models.Model):
    """``[from_on, until_on)``, with ``until_on`` null while it has no end."""

    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")), name="%(app_label)s_%(class)s_in_order"
            )
        ]

    def covers(self, day: date) -> bool:
        """Whether this row is in force on the day."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)

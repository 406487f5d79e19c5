"""A time from a moment to a later one, as a duty and the report of it have."""

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.time import london_day, minutes_between
from timegiven.kernel.words import clock, day


def times(starts_at: datetime, ends_at: datetime) -> str:
    """10am to 2pm; 10pm to 2am the next day."""
    later = " the next day" if london_day(ends_at) != london_day(starts_at) and clock(ends_at) != "midnight" else ""
    return f"{clock(starts_at)} to {clock(ends_at)}{later}"


def when(starts_at: datetime, ends_at: datetime) -> str:
    """Tuesday 1 May 2007, 10am to 2pm."""
    return f"{day(starts_at)}, {times(starts_at, ends_at)}"


class Interval(models.Model):
    """``[starts_at, ends_at)``, in UTC; it may go past midnight and over a change of the clock."""

    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="%(app_label)s_ends_after_start")
        ]

    @property
    def minutes(self) -> int:
        """How many minutes went by, also over a change of the clock."""
        return minutes_between(self.starts_at, self.ends_at)

    @property
    def on(self) -> date:
        """The London day on which it starts, and to whose month it belongs."""
        return london_day(self.starts_at)

    @property
    def times(self) -> str:
        """10am to 2pm; 10pm to 2am the next day."""
        return times(self.starts_at, self.ends_at)

    @property
    def when(self) -> str:
        """Tuesday 1 May 2007, 10am to 2pm."""
        return when(self.starts_at, self.ends_at)

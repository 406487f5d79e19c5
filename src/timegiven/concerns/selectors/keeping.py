"""What has been kept for as long as it may be."""

from datetime import date, time, timedelta

from django.db.models import QuerySet

from timegiven.concerns.models import Concern, DayOff
from timegiven.concerns.policies import DAY_OFF_KEPT_DAYS, KEPT_MONTHS
from timegiven.kernel.time import add_months, at_london


def concerns_to_forget(day: date) -> QuerySet[Concern]:
    """Settled or taken back so long ago that they go with all their words."""
    before = at_london(add_months(day, -KEPT_MONTHS.on(day)), time())
    return Concern.objects.exclude(status__in=Concern.OPEN).filter(moved_at__lt=before)


def days_to_forget(day: date) -> QuerySet[DayOff]:
    """Days so long over that nothing is kept of them, whether or not there was a talk."""
    return DayOff.objects.filter(on__lt=day - timedelta(days=DAY_OFF_KEPT_DAYS.on(day)))

"""Weekly patterns: the same duty on the same days of the week."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.kernel.words import clock, several
from timegiven.library.models import ProfileVersion, Task
from timegiven.people.models import Person
from timegiven.programme.models import Unit

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Pattern(Period):
    """A duty that comes back every week or every other week, by London's clocks; laid out as drafts week by week."""

    reference = ReferenceField()
    version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="patterns")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="patterns")
    weekdays = models.JSONField()  # 0 is Monday
    every_weeks = models.PositiveSmallIntegerField(default=1)  # counted from the week of the first day
    starts = models.TimeField()
    ends = models.TimeField()
    least = models.PositiveSmallIntegerField(default=1)
    most = models.PositiveSmallIntegerField(default=1)
    tasks = models.ManyToManyField(Task, related_name="+", blank=True)
    note = models.CharField(max_length=200, blank=True)
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(condition=Q(most__gte=1, least__lte=F("most")), name="rota_pattern_has_a_place"),
            models.CheckConstraint(condition=Q(every_weeks__in=[1, 2]), name="rota_pattern_each_or_every_other"),
        ]

    @property
    def when(self) -> str:
        """Mondays and Fridays, 10am to 2pm; every other week on Mondays."""
        days = several([f"{DAYS[each]}s" for each in sorted(self.weekdays)])
        often = f"Every other week on {days}" if self.every_weeks == 2 else days
        return f"{often}, {clock(self.starts)} to {clock(self.ends)}"

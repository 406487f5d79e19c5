"""A person's month, which holds the time given under its limit; and a longer month that somebody has signed for."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class Month(models.Model):
    """One person's calendar month: the row that parallel writers queue for, and the last line of the cap."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="months")
    starts_on = models.DateField()
    minutes = models.PositiveIntegerField(default=0)
    cap_minutes = models.PositiveIntegerField()  # as it stood when the row was last written

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "starts_on"], name="hours_one_month"),
            models.CheckConstraint(condition=Q(minutes__lte=F("cap_minutes")), name="hours_month_within_cap"),
        ]


class Extension(models.Model):
    """More time for one person in one month, signed by name: only where the strand's policy has such a thing."""

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="extensions")
    starts_on = models.DateField()
    cap_minutes = models.PositiveIntegerField()
    why = models.CharField(max_length=200)
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "starts_on", "cap_minutes"], name="hours_signed_for")]

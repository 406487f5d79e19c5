"""The hours ledger: minutes given, and the month that holds them under its cap."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.programme.models import Strand, Unit


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


class Entry(models.Model):
    """Minutes given (or, negative, taken back by a correction). Never changed, never deleted."""

    class Kind(models.TextChoices):
        SESSION = "SESSION", "Session"
        TRAINING = "TRAINING", "Training"
        SUPERVISION = "SUPERVISION", "Supervision"
        MEETING = "MEETING", "Meeting"

    reference = ReferenceField()
    month = models.ForeignKey(Month, on_delete=models.PROTECT, related_name="entries")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="time_given")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    minutes = models.IntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    source = models.CharField(max_length=10)  # the reference of the report or completion that brought it
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person", "on"], include=["minutes"], name="hours_of_person"),
            models.Index(fields=["on", "borough"], include=["minutes"], name="hours_by_day"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(minutes=0), name="hours_entry_moves_something"),
            models.UniqueConstraint(fields=["source"], condition=Q(minutes__gt=0), name="hours_a_source_gives_once"),
        ]


class Total(models.Model):
    """The minutes of one borough, strand and month, kept beside the entries so that totals need not be counted."""

    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    minutes = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["borough", "strand", "starts_on"], name="hours_one_total")]
        indexes = [models.Index(fields=["starts_on", "borough"], include=["minutes"], name="hours_totals_by_month")]

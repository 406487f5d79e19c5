"""The ledger: minutes given, each with where they came from. Nothing in it is ever changed or deleted."""

from django.db import models
from django.db.models import Q

from timegiven.hours.models.months import Month
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.programme.models import Strand, Unit


class Entry(models.Model):
    """Minutes given (or, negative, taken back by a correction). Never changed, never deleted."""

    class Kind(models.TextChoices):
        SESSION = "SESSION", "Session"
        TRAINING = "TRAINING", "Training"
        SUPERVISION = "SUPERVISION", "Supervision"
        MEETING = "MEETING", "Meeting"
        TRAVEL = "TRAVEL", "Travel"  # only where the strand counts it

    ADDED = (Kind.SUPERVISION, Kind.MEETING)  # by the MVP Manager: no report and no course tells of it

    reference = ReferenceField()
    month = models.ForeignKey(Month, on_delete=models.PROTECT, related_name="entries")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="time_given")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    minutes = models.IntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    source = models.CharField(max_length=10)  # the reference of the report or completion that brought it
    profile = models.CharField(max_length=10, blank=True)  # the reference of the role profile
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    is_after_closing = models.BooleanField(default=False)  # changes a month that had been closed, and shows
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "on"], include=["minutes"], name="hours_of_person"),
            models.Index(fields=["on", "borough"], include=["minutes"], name="hours_by_day"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(minutes=0), name="hours_entry_moves_something"),
            models.CheckConstraint(
                condition=Q(is_after_closing=False) | ~Q(why=""), name="hours_a_closed_month_changes_for_a_reason"
            ),
            models.UniqueConstraint(
                fields=["source", "kind"], condition=Q(minutes__gt=0), name="hours_a_source_gives_once"
            ),
        ]

"""Attendance: the report that a volunteer writes after each session."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from timegiven.hours.models import Entry
from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.references import ReferenceField
from timegiven.kernel.time import london_day, minutes_between
from timegiven.kernel.words import clock, day
from timegiven.library.models import Task
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.rota.models import Offer


class SessionReport(models.Model):
    """Time given at one session, breaks included, and the tasks done; a correction is a new report."""

    class Feeling(models.TextChoices):
        GOOD = "GOOD", "It went well"
        MIXED = "MIXED", "Some of it went well"
        HARD = "HARD", "It was difficult"

    reference = ReferenceField()
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="reports")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reports")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    tasks = models.ManyToManyField(Task, related_name="reports")
    feeling = models.CharField(max_length=6, choices=Feeling, blank=True)
    how_it_went = EncryptedText(blank=True)
    something_else = EncryptedText(blank=True)  # beyond the profile's tasks: asked about quietly, never blocked
    anything_else = EncryptedText(blank=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="report")
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    why_corrected = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "starts_at"], name="attendance_of")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="attendance_ends_after_start")
        ]

    @property
    def minutes(self) -> int:
        return minutes_between(self.starts_at, self.ends_at)

    @property
    def on(self) -> date:
        """The London day on which it began, and to whose month it belongs."""
        return london_day(self.starts_at)

    @property
    def times(self) -> str:
        """10am to 2pm; 10pm to 2am the next day."""
        later = " the next day" if london_day(self.ends_at) != self.on and clock(self.ends_at) != "midnight" else ""
        return f"{clock(self.starts_at)} to {clock(self.ends_at)}{later}"

    @property
    def when(self) -> str:
        """Tuesday 1 May 2007, 10am to 2pm."""
        return f"{day(self.starts_at)}, {self.times}"


class Draft(models.Model):
    """What someone has typed of a report so far: kept on the server, so a telephone may go flat."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="report_draft")
    address = models.CharField(max_length=200)  # of the page on which it was typed
    typed = EncryptedText()  # JSON: the name of each field, and what stands in it
    saved_at = models.DateTimeField()

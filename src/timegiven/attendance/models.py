"""Attendance: the report that a volunteer writes after each session."""

from django.db import models

from timegiven.hours.models import Entry
from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.interval import Interval
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import Task
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.rota.models import Offer


class SessionReport(Interval):
    """Time given at one session, breaks included, and the tasks done; a correction is a new report."""

    class Feeling(models.TextChoices):
        GOOD = "GOOD", "It went well"
        MIXED = "MIXED", "Some of it went well"
        HARD = "HARD", "It was difficult"

    reference = ReferenceField()
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="reports")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reports")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
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

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["person", "starts_at"], name="attendance_of")]


class Draft(models.Model):
    """What someone has typed of a report so far: kept on the server, so a telephone may go flat."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="report_draft")
    address = models.CharField(max_length=200)  # of the page on which it was typed
    typed = EncryptedText()  # JSON: the name of each field, and what stands in it
    saved_at = models.DateTimeField()

"""Sessions that come from a spreadsheet: looked at row by row before anything is entered."""

from django.db import models

from timegiven.attendance.models.reports import SessionReport
from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class Import(models.Model):
    """One sheet, and how far it has been entered."""

    reference = ReferenceField()
    name = models.CharField(max_length=120)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="imports_of_sessions")
    at = models.DateTimeField()
    takes_all = models.BooleanField(default=False)  # all rows that can be entered; else those that were chosen
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)


class ImportRow(models.Model):
    """One row of the sheet: what it says, and what became of it."""

    class State(models.TextChoices):
        GOOD = "GOOD", "Can be entered"
        BAD = "BAD", "Cannot be entered"
        THERE = "THERE", "There already"
        ENTERED = "ENTERED", "Entered"

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()  # of the row in the sheet
    cells = EncryptedText()  # JSON: column, text
    state = models.CharField(max_length=7, choices=State)
    trouble = models.CharField(max_length=400, blank=True)
    is_chosen = models.BooleanField(default=False)
    report = models.OneToOneField(SessionReport, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="attendance_one_row")]
        indexes = [models.Index(fields=["of", "state"], name="attendance_rows_by_state")]

"""Leaving the programme, whenever one likes and without a word of reason."""

from django.db import models

from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer


class Leaving(models.Model):
    """A volunteer has left: when, told by whom, and a word for the statistics if they offered one."""

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="leavings")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    offered_word = models.CharField(max_length=40, blank=True)  # never asked for, a code from content/leaving.py

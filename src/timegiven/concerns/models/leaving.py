"""Leaving the programme, whenever one likes and without a word of reason."""

from django.db import models

from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer


class Leaving(models.Model):
    """A volunteer has left: when, and told by whom."""

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="leavings")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")


class OfferedWord(models.Model):
    """What someone who left offered to say, for counting: it names a month and nobody."""

    word = models.CharField(max_length=20)  # a code of programme/content/leaving.py
    month = models.DateField()

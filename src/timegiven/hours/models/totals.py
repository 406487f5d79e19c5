"""What a month adds up to, and the closing after which it changes only by a correction that shows."""

from django.db import models

from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.programme.models import Strand, Unit


class Total(models.Model):
    """The minutes of one borough, strand and month, kept beside the entries so that totals need not be counted."""

    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    minutes = models.BigIntegerField(default=0)
    closed_at = models.DateTimeField(null=True, blank=True)  # of its month; whoever adds to it has this row locked

    class Meta:
        constraints = [models.UniqueConstraint(fields=["borough", "strand", "starts_on"], name="hours_one_total")]
        # Everything that a table of totals shows, so that it is read from the index alone (SQLite knows no INCLUDE).
        indexes = [models.Index(fields=["starts_on", "borough", "strand", "minutes"], name="hours_totals_by_month")]


class Closing(models.Model):
    """A month of the whole programme, closed: what it came to then can be counted again later, to the minute."""

    reference = ReferenceField()
    starts_on = models.DateField(unique=True)
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    minutes = models.BigIntegerField()
    entries = models.PositiveIntegerField()

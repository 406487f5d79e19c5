"""What a month adds up to, and the closing after which it changes only by a correction that shows."""

from typing import Any

from django.db import models
from django.db.models import F, TextField, Value
from django.db.models.functions import Cast, Concat

from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.programme.models import Strand, Unit


class _YearAndMonth(models.Func):
    """200704: of a day, in the database's own words, which do not hang on any setting of the server."""

    output_field = TextField()
    template = "((extract(year FROM %(expressions)s) * 100 + extract(month FROM %(expressions)s))::integer)::text"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        day = "%(expressions)s"
        return self.as_sql(compiler, connection, template=f"substr({day}, 1, 4) || substr({day}, 6, 2)", **context)


def _line() -> Concat:
    """Month, borough, strand and minutes, as one text."""
    numbers = (Cast(name, TextField()) for name in ("borough_id", "strand_id", "minutes"))
    parts = [_YearAndMonth(F("starts_on")), *(part for number in numbers for part in (Value(" "), number))]
    return Concat(*parts, output_field=TextField())


class Total(models.Model):
    """The minutes of one borough, strand and month, kept beside the entries so that totals need not be counted."""

    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    minutes = models.BigIntegerField(default=0)
    closed_at = models.DateTimeField(null=True, blank=True)  # of its month; whoever adds to it has this row locked
    # Written by the database itself; what a table of totals shows is read from an index of these lines alone.
    line = models.GeneratedField(expression=_line(), output_field=TextField(), db_persist=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["borough", "strand", "starts_on"], name="hours_one_total")]
        indexes = [models.Index(fields=["starts_on", "line"], name="hours_totals_by_month")]


class Closing(models.Model):
    """A month of the whole programme, closed: what it came to then can be counted again later, to the minute."""

    reference = ReferenceField()
    starts_on = models.DateField(unique=True)
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    minutes = models.BigIntegerField()
    entries = models.PositiveIntegerField()

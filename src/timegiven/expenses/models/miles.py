"""Miles that somebody drove for other organisations: the yearly threshold is one for all of them together."""

from django.db import models

from timegiven.people.models import Person


class MilesElsewhere(models.Model):
    """What a volunteer says they drove for others in a tax year, in a car or van."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="miles_elsewhere")
    year = models.PositiveSmallIntegerField()  # the one in which the tax year begins, on 6 April
    miles = models.PositiveIntegerField()
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "year"], name="expenses_miles_once_a_year")]

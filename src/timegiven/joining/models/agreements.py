"""The Statement of Expectation as somebody accepted it."""

from django.db import models

from timegiven.people.models import Person
from timegiven.programme.models import Edition


class Agreement(models.Model):
    """One person's acceptance of one edition of the Statement of Expectation. No contract."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agreements")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="agreements")
    accepted_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")  # or keyed in from paper
    typed_name = models.CharField(max_length=160)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "edition"], name="joining_agreed_once")]


class EditionNotice(models.Model):
    """That somebody who accepted an earlier edition has been told of a new one, so that they are told once."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "edition"], name="joining_told_once")]

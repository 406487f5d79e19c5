"""Answers to the equality questions, which belong to nobody."""

import secrets

from django.db import models

from timegiven.programme.models import Strand


def _anywhere() -> int:
    """A key without an order, so that the rows do not tell who answered after whom."""
    return secrets.randbits(62)


class EqualityAnswer(models.Model):
    """What one applicant answered, with no key to the person, the application, the borough or the hour."""

    id = models.BigIntegerField(primary_key=True, default=_anywhere, editable=False)
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()  # its first day
    age = models.CharField(max_length=8, blank=True)
    sex = models.CharField(max_length=8, blank=True)
    gender_as_registered = models.CharField(max_length=8, blank=True)
    ethnicity = models.CharField(max_length=8, blank=True)
    religion = models.CharField(max_length=12, blank=True)
    orientation = models.CharField(max_length=12, blank=True)
    disability = models.CharField(max_length=8, blank=True)

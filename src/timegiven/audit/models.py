"""Who saw and changed what: append-only, each row sealed to the one before."""

from django.db import models


class Chain(models.Model):
    """The head of the chain; its one row is locked while a new event is appended, so events have one order."""

    name = models.CharField(max_length=20, unique=True)
    length = models.BigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)


class Event(models.Model):
    """One thing that someone did or saw. Holds references and field names only, never values or foreign keys."""

    number = models.BigIntegerField(unique=True)
    at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=10, blank=True, db_index=True)
    act = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=10, db_index=True)
    about = models.CharField(max_length=10, blank=True, db_index=True)  # the person whose data it was
    why = models.CharField(max_length=200, blank=True)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

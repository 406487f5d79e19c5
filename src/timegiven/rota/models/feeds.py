"""A volunteer's private calendar address."""

from django.db import models

from timegiven.people.models import Person


class CalendarFeed(models.Model):
    """A private calendar address, revocable at will; only the digest of its secret is kept."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_feed")
    link_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

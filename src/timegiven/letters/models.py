"""Letters and text messages owed: written in the transaction of the deed, sent by the worker; letters also printed."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.references import ReferenceField


class Bundle(models.Model):
    """Letters that somebody prints together, and posts together."""

    reference = ReferenceField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=10)  # a person's reference


class Letter(models.Model):
    """One letter to one person. Letters carry no sensitive facts: they say what happened and where to look."""

    class Status(models.TextChoices):
        OWED = "OWED", "To be sent"
        LEAVING = "LEAVING", "Being sent"
        SENT = "SENT", "Sent"
        FAILED = "FAILED", "Could not be sent"
        TO_PRINT = "TO_PRINT", "To be printed and posted"
        PRINTED = "PRINTED", "Posted"
        OVERTAKEN = "OVERTAKEN", "Not needed any more"

    WAITING = (Status.OWED, Status.FAILED, Status.TO_PRINT)  # these have not left
    ON_PAPER = (Status.TO_PRINT, Status.FAILED)  # these go by post

    reference = ReferenceField()
    template = models.CharField(max_length=80)
    recipient = models.CharField(max_length=10, blank=True, db_index=True)  # a person's reference
    office = models.CharField(max_length=10, blank=True, db_index=True)  # of the unit that posts it: its reference
    to_name = models.CharField(max_length=200)
    to_email = models.EmailField(blank=True)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    calendar = models.TextField(blank=True)
    owed_at = models.DateTimeField()
    not_before = models.DateTimeField()  # after each try it waits longer
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    status = models.CharField(max_length=10, choices=Status, default=Status.OWED)
    until_at = models.DateTimeField(null=True, blank=True)  # what it says is of no use after that
    overtaken_at = models.DateTimeField(null=True, blank=True)
    why_overtaken = models.CharField(max_length=200, blank=True)
    bundle = models.ForeignKey(Bundle, on_delete=models.SET_NULL, null=True, blank=True, related_name="letters")

    class Meta:
        indexes = [models.Index(fields=["status", "owed_at"], name="letters_waiting")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(to_email="", status__in=["OWED", "LEAVING", "SENT", "FAILED"]),
                name="letters_mail_has_address",
            ),
            models.CheckConstraint(
                condition=Q(status="OVERTAKEN", overtaken_at__isnull=False) & ~Q(why_overtaken="")
                | ~Q(status="OVERTAKEN") & Q(overtaken_at=None, why_overtaken=""),
                name="letters_overtaken_by_something",
            ),
        ]


class Topic(models.Model):
    """One of the things that a letter is about: when all of them are off, it need not leave any more."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="topics")
    thing = models.CharField(max_length=10, db_index=True)  # its reference
    is_off = models.BooleanField(default=False)


class TextMessage(models.Model):
    """One text message, for what changes on the day itself. It holds no more than a letter may, in 160 letters."""

    class Status(models.TextChoices):
        OWED = "OWED", "To be sent"
        SENT = "SENT", "Sent"
        FAILED = "FAILED", "Could not be sent"

    reference = ReferenceField()
    recipient = models.CharField(max_length=10, blank=True, db_index=True)  # a person's reference
    to_name = models.CharField(max_length=200)
    to_phone = models.CharField(max_length=30)
    text = models.CharField(max_length=160)
    owed_at = models.DateTimeField()
    not_before = models.DateTimeField()  # nobody is woken: the morning after
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    status = models.CharField(max_length=10, choices=Status, default=Status.OWED)

    class Meta:
        indexes = [models.Index(fields=["status", "not_before"], name="letters_texts_waiting")]

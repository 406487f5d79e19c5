"""A form sent twice does its deed once: the keys of the submissions that were carried out."""

from django.db import models


class Submission(models.Model):
    """One carried-out form: its random key, its address, and where it led."""

    key = models.CharField(max_length=64)
    path = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)
    led_to = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "path"], name="kernel_submission_once")]


class Tick(models.Model):
    """A periodic job was handed to the workers for one slot of time."""

    job = models.CharField(max_length=120)
    slot = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "slot"], name="kernel_job_once_a_slot")]

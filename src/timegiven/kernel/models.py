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

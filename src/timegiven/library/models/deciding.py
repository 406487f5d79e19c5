"""What the Steering Group says to a version."""

from django.db import models

from timegiven.library.models.profiles import ProfileVersion
from timegiven.people.models import Appointment, Person


class View(models.Model):
    """What one member of the Steering Group, by seat, said to a version when it was put to them."""

    class Answer(models.TextChoices):
        APPROVE = "APPROVE", "Approve"
        RETURN = "RETURN", "Return with points to answer"

    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="views")
    round = models.PositiveSmallIntegerField(default=1)  # each time it is put to the group
    member = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.CharField(max_length=12, choices=Appointment.Seat, blank=True)
    answer = models.CharField(max_length=8, choices=Answer)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "round", "member"], name="library_one_view_each")]

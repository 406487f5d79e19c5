"""Who completed what, until when; and the notices that have been given of it."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.references import ReferenceField
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.training.models.courses import Course


class Completion(models.Model):
    """One person completed one course on a day; it is good from then until ``expires_on`` (null: for good)."""

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="completions")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="completions")
    on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField()
    # The role it was for (null: for everyone), or why the MVPM agreed to it beyond the role (clauses 87 to 89).
    version = models.ForeignKey(
        ProfileVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="completions"
    )
    agreed_because = models.CharField(max_length=200, blank=True)
    # What shows that it was done: the register of a session, a sheet that was taken in, a unit manager's word.
    evidence = models.CharField(max_length=200, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "course", "on"], name="training_completed_once_a_day"),
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(expires_on__gt=F("on")), name="training_expires_after"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "course", "expires_on"], name="training_in_date"),
            models.Index(fields=["expires_on", "course"], name="training_running_out"),
        ]


class ExpiryNotice(models.Model):
    """A notice that a course runs out in so many days: each is given once, also when the worker had a day off."""

    completion = models.ForeignKey(Completion, on_delete=models.CASCADE, related_name="notices")
    days_before = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["completion", "days_before"], name="training_notice_once"),
        ]

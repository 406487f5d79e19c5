"""Training: courses, which profiles need them, and who completed what until when."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.references import ReferenceField
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person


class Course(models.Model):
    """A course or module, with the minutes it takes and how long it is good for."""

    class Needed(models.TextChoices):
        ALL = "ALL", "Everyone"
        LIFTING = "LIFTING", "Roles that lift"
        PUBLIC = "PUBLIC", "Roles that meet the public"
        AWARE = "AWARE", "Roles that use AWARE"
        PROFILE = "PROFILE", "Roles that name it"

    code = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=120)
    minutes = models.PositiveSmallIntegerField()
    valid_months = models.PositiveSmallIntegerField(null=True, blank=True)
    needed_for = models.CharField(max_length=8, choices=Needed)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(minutes__gt=0), name="training_takes_time")]

    def __str__(self) -> str:
        return self.title


class NamedCourse(models.Model):
    """A role's own course, named on the profile version (clause 95), or a row without one: named none.

    What a version does not say anew holds on from the version before.
    """

    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="named_courses")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, null=True, related_name="naming")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "course"], name="training_named_once")]


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

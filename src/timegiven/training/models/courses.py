"""Courses in modules, what comes first, and which role profiles name them."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.references import ReferenceField
from timegiven.library.models import ProfileVersion


class Course(models.Model):
    """A course, with the minutes it takes, how it is given and how long it is good for."""

    class Needed(models.TextChoices):
        ALL = "ALL", "Everyone"
        LIFTING = "LIFTING", "Roles that lift"
        PUBLIC = "PUBLIC", "Roles that meet the public"
        AWARE = "AWARE", "Roles that use AWARE"
        PROFILE = "PROFILE", "Roles that name it"
        BEFORE = "BEFORE", "The programme before volunteering begins"

    class Delivery(models.TextChoices):
        SESSION = "SESSION", "A session with a trainer"
        ONLINE = "ONLINE", "On a computer, in your own time"
        JOB = "JOB", "At the unit, shown by the unit manager"

    code = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=120)
    about = models.CharField(max_length=600, blank=True)
    minutes = models.PositiveSmallIntegerField()
    valid_months = models.PositiveSmallIntegerField(null=True, blank=True)
    needed_for = models.CharField(max_length=8, choices=Needed)
    delivery = models.CharField(max_length=8, choices=Delivery, default=Delivery.SESSION)
    link = models.URLField(blank=True)  # where it is taken, when it is taken on a computer
    is_offered = models.BooleanField(default=True)  # one that is no longer given stays on people's records

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gt=0), name="training_takes_time"),
            models.CheckConstraint(
                condition=~Q(delivery="ONLINE") | ~Q(link=""), name="training_online_course_has_a_link"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Module(models.Model):
    """A part of a course; the minutes of its modules are the minutes of the course."""

    reference = ReferenceField()
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="modules")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "position"], name="training_module_position"),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="training_module_takes_time"),
        ]


class Prerequisite(models.Model):
    """A course that is done before another one."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="prerequisites")
    first = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "first"], name="training_first_once"),
            models.CheckConstraint(condition=~Q(course=F("first")), name="training_not_before_itself"),
        ]


class NamedCourse(models.Model):
    """A role's own course, named on the profile version (clause 95), or a row without one: named none.

    What a version does not say anew holds on from the version before.
    """

    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="named_courses")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, null=True, related_name="naming")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "course"], name="training_named_once")]

"""Who would like to hear when the force recruits officers or staff, and what they were told."""

from django.db import models

from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer


class RecruitmentWish(models.Model):
    """Somebody asked to hear of it (clause 140). Off by default, known to no unit, and gone when they leave unless
    they ask otherwise."""

    volunteer = models.OneToOneField(Volunteer, on_delete=models.CASCADE, related_name="recruitment_wish")
    is_kept_after_leaving = models.BooleanField(default=False)
    asked_on = models.DateField()


class RecruitmentNotice(models.Model):
    """What the Central Team wrote to all who had asked, once."""

    reference = ReferenceField()
    title = models.CharField(max_length=120)
    words = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)  # until then the worker has still to write to them

"""Risk assessments: the hazards of a version at a unit, what is done about them, and what changed since."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.references import ReferenceField
from timegiven.library.models.profiles import ProfileVersion
from timegiven.people.models import Person
from timegiven.programme.models import Cover, Unit


class RiskAssessment(models.Model):
    """The risk assessment of a version at one unit, reviewed every year (clauses 53, 59)."""

    reference = ReferenceField()
    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="risk_assessments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="risk_assessments")
    assessed_on = models.DateField()
    review_on = models.DateField()  # brought forward when the unit reports a change (clause 60)
    assessed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # Why a mark of the tasks has no hazard here, by the mark's name.
    why_not = models.JSONField(default=dict, blank=True)
    # A local assessment begins as a copy of another, to be checked against the place.
    copied_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="copies")

    class Meta:
        constraints = [
            # On the same day only when the unit reports that it is not safe to go on.
            models.CheckConstraint(condition=Q(review_on__gte=F("assessed_on")), name="library_review_after_assessment")
        ]
        indexes = [models.Index(fields=["unit", "version", "review_on"], name="library_risk_in_date")]

    def is_in_date(self, day: date) -> bool:
        return self.assessed_on <= day < self.review_on


class Hazard(models.Model):
    """One hazard: who may be harmed, what is done about it, the risk with that, what will be done, what is left."""

    assessment = models.ForeignKey(RiskAssessment, on_delete=models.CASCADE, related_name="hazards")
    what = models.CharField(max_length=160)
    who = models.CharField(max_length=120)
    likelihood = models.PositiveSmallIntegerField()
    severity = models.PositiveSmallIntegerField()
    control = models.CharField(max_length=300)
    further = models.TextField(blank=True)  # controls still to come, each with its action
    marks = models.JSONField(default=list, blank=True)  # the marks of the tasks that this hazard answers
    residual_likelihood = models.PositiveSmallIntegerField()
    residual_severity = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 5), severity__range=(1, 5))
                & Q(residual_likelihood__range=(1, 5), residual_severity__range=(1, 5)),
                name="library_hazard_one_to_five",
            )
        ]


class Action(models.Model):
    """Something still to be done about a hazard: by which post, by when, and when it was."""

    reference = ReferenceField()
    hazard = models.ForeignKey(Hazard, on_delete=models.CASCADE, related_name="actions")
    what = models.CharField(max_length=300)
    owner = models.CharField(max_length=120)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on=None, done_by=None) | Q(done_on__isnull=False, done_by__isnull=False),
                name="library_action_done_by_someone",
            )
        ]
        indexes = [models.Index(fields=["done_on", "due_on"], name="library_action_open")]


class Change(models.Model):
    """A change of circumstances that touches the risk, as the unit reported it (clause 60)."""

    reference = ReferenceField()
    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="changes")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    what = models.TextField()
    is_stop = models.BooleanField(default=False)  # not safe to go on until it has been assessed again
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answered_by = models.ForeignKey(  # the assessment that took it into account
        RiskAssessment, on_delete=models.PROTECT, null=True, blank=True, related_name="changes"
    )


class ReviewNotice(models.Model):
    """That the notice so many days before a review has been given, so that it is given once."""

    assessment = models.ForeignKey(RiskAssessment, on_delete=models.CASCADE, related_name="notices")
    days_before = models.PositiveSmallIntegerField()
    review_on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "review_on", "days_before"], name="library_notice_once")
        ]


class CoverNotice(models.Model):
    """That the notice so many days before a certificate of insurance runs out has been given."""

    cover = models.ForeignKey(Cover, on_delete=models.CASCADE, related_name="notices")
    days_before = models.PositiveSmallIntegerField()
    until_on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cover", "until_on", "days_before"], name="library_cover_notice_once")
        ]

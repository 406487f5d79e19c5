"""An equality impact assessment of one strand of volunteering."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.programme.models import Strand


class EqualityAssessment(models.Model):
    """What was looked at, found, and is going to be done (clause 152). The newest of a strand counts; none changes."""

    class Kind(models.TextChoices):
        SCREENING = "SCREENING", "Screening"
        FULL = "FULL", "Full assessment"

    reference = ReferenceField()
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="equality_assessments")
    kind = models.CharField(max_length=10, choices=Kind)
    made_on = models.DateField()
    made_by = models.CharField(max_length=200)
    found = models.TextField()
    to_do = models.TextField()
    review_on = models.DateField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(review_on__gt=F("made_on")), name="insight_assessment_is_reviewed_later")
        ]
        indexes = [models.Index(fields=["strand", "-made_on"], name="insight_newest_assessment")]

"""Security clearances."""

from django.db import models
from django.db.models import Q

from timegiven.joining.models.applications import Application
from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import VettingLevel
from timegiven.people.models import Person


class Clearance(Period):
    """What the vetting office decided: level, outcome, its own reference, from when until when. Never why."""

    class Outcome(models.TextChoices):
        CLEARED = "CLEARED", "Cleared"
        REFUSED = "REFUSED", "Not cleared"

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="clearances")
    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, null=True, blank=True, related_name="clearances"
    )
    level = models.CharField(max_length=8, choices=VettingLevel)
    outcome = models.CharField(max_length=8, choices=Outcome)
    office_reference = models.CharField(max_length=40)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(outcome="REFUSED") | Q(until_on__isnull=False), name="joining_clearance_expires"
            ),
        ]
        indexes = [models.Index(fields=["person", "outcome", "until_on"], name="joining_cleared")]

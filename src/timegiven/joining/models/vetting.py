"""Security clearances, and the notices that they end."""

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

    class Ended(models.TextChoices):
        EXPIRED = "EXPIRED", "Its time was over"
        NOT_NEEDED = "NOT_NEEDED", "No longer needed"
        TAKEN_BACK = "TAKEN_BACK", "Taken back by the vetting office"

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
    is_on_hold = models.BooleanField(default=False)  # not to be relied on while the office looks at it again
    ended_at = models.DateTimeField(null=True, blank=True)  # when the end was noted, by whom or what in the audit
    ended = models.CharField(max_length=10, choices=Ended, blank=True)
    # Of a refusal: the private link to an appeal, and the last day on which it can be asked for.
    appeal_digest = models.CharField(max_length=64, blank=True, db_index=True)
    appeal_by_on = models.DateField(null=True, blank=True)

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(outcome="REFUSED") | Q(until_on__isnull=False), name="joining_clearance_expires"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "outcome", "until_on"], name="joining_cleared"),
            models.Index(fields=["outcome", "ended", "until_on"], name="joining_clearance_ends"),
        ]


class ClearanceNotice(models.Model):
    """That the notice so many days before a clearance ends has been given, so that it is given once."""

    clearance = models.ForeignKey(Clearance, on_delete=models.CASCADE, related_name="notices")
    days_before = models.PositiveSmallIntegerField()
    until_on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["clearance", "until_on", "days_before"], name="joining_notice_once")
        ]

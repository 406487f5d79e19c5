"""Accounts on the AWARE system."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class AwareAccount(Period):
    """A log-in of the volunteer's own to AWARE, arranged by the MVPM, only where the role needs it (clause 84)."""

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="aware_accounts")
    login = models.CharField(max_length=40)
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(fields=["person"], condition=Q(until_on=None), name="placements_one_aware_account"),
        ]

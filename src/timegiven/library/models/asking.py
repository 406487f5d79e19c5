"""A task more, asked for by those who do the role."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.references import ReferenceField
from timegiven.library.models.profiles import ProfileVersion
from timegiven.people.models import Person
from timegiven.programme.models import Unit


class TaskRequest(models.Model):
    """A task that somebody placed in the role, or the unit, would like added (clause 57)."""

    reference = ReferenceField()
    version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="task_requests")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    task = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    # The answer: the draft that takes it up, or why not.
    draft = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    why_not = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, draft=None, why_not="")
                | Q(answered_at__isnull=False) & (Q(draft__isnull=False) | ~Q(why_not="")),
                name="library_request_answered_with_something",
            )
        ]

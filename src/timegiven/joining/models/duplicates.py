"""Which records may be one person, what a human decided, and what was moved when they were."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class MatchKey(models.Model):
    """One of the keyed digests under which a person is looked for: it cannot be turned back into a birth date."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="match_keys")
    key = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "person"], name="joining_match_key_once")]


class Likeness(models.Model):
    """Two records that look like one person, until somebody has looked at both."""

    class Status(models.TextChoices):
        FOUND = "FOUND", "To be looked at"
        SAME = "SAME", "The same person"
        DIFFERENT = "DIFFERENT", "Two people"

    reference = ReferenceField()
    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField()  # of 100
    status = models.CharField(max_length=10, choices=Status, default=Status.FOUND)
    found_at = models.DateTimeField()

    lifecycle = Lifecycle(
        "likeness",
        moves={
            Status.FOUND: (Status.SAME, Status.DIFFERENT),
            Status.SAME: (Status.DIFFERENT,),
            Status.DIFFERENT: (Status.SAME,),
        },
        desks={Status.FOUND: "MVPM", Status.SAME: "", Status.DIFFERENT: ""},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="joining_likeness_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="joining_likeness_in_order"),
        ]
        indexes = [models.Index(fields=["status", "-score"], name="joining_likenesses")]

    @property
    def status_colour(self) -> str:
        return {"FOUND": "yellow", "SAME": "green"}.get(self.status, "grey")


class LikenessStep(Step):
    of = models.ForeignKey(Likeness, on_delete=models.CASCADE, related_name="steps")


class Merge(models.Model):
    """Two records made one: which was kept, and everything needed to take it back."""

    likeness = models.ForeignKey(Likeness, on_delete=models.PROTECT, related_name="merges")
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    merged = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    filled = models.JSONField(default=list, blank=True)  # the facts that the kept record lacked
    set_aside = models.JSONField(default=dict, blank=True)  # an application's reference: where it had got to
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["merged"], condition=Q(undone_at=None), name="joining_merged_into_one_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="joining_merge_of_two"),
        ]


class MergedRow(models.Model):
    """One row that was the merged person's and became the kept one's."""

    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="rows")
    table = models.CharField(max_length=80)  # as Django names it: joining.application
    field = models.CharField(max_length=80)
    row = models.BigIntegerField()

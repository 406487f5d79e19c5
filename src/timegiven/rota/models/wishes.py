"""What suits a volunteer: usual times, other wishes, days that differ, days away. Never a promise, never a reason."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import RoleProfile
from timegiven.people.models import Person
from timegiven.programme.models import Unit


class Wish(models.Model):
    """What a volunteer has told us would suit; all of it may be left empty.

    ``suits`` and ``never`` hold times of the week as "0-MORNING": the weekday (0 is Monday) and the part of the day.
    """

    class Part(models.TextChoices):
        MORNING = "MORNING", "Morning"
        AFTERNOON = "AFTERNOON", "Afternoon"
        EVENING = "EVENING", "Evening"
        NIGHT = "NIGHT", "Night"

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="wish")
    suits = models.JSONField(default=list, blank=True)
    never = models.JSONField(default=list, blank=True)
    most_week_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    roles = models.ManyToManyField(RoleProfile, related_name="+", blank=True)
    units = models.ManyToManyField(Unit, related_name="+", blank=True)
    companions = models.ManyToManyField(Person, related_name="+", blank=True)
    wants_texts = models.BooleanField(default=False)  # of what changes on the day itself
    changed_at = models.DateTimeField()


class OtherDay(models.Model):
    """One day that differs from the usual week: these parts of it suit."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="other_days")
    on = models.DateField()
    suits = models.JSONField(default=list)  # parts of the day

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "on"], name="rota_one_other_day")]


class Away(Period):
    """Days on which a volunteer is away. No reason is asked, and none can be kept (clauses 47, 48)."""

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="away")
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta(Period.Meta):
        indexes = [models.Index(fields=["person", "from_on"], name="rota_away_of")]
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(condition=Q(until_on__isnull=False), name="rota_away_until_a_day"),
        ]

"""The days and times of a week that volunteer, unit and MVP Manager have agreed would suit (clause 44)."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.placements.models.placed import Placement


class Pattern(models.Model):
    """Days and times that somebody suggests for a placement: agreed when all three sides have said yes."""

    class Status(models.TextChoices):
        SUGGESTED = "SUGGESTED", "Suggested"
        AGREED = "AGREED", "Agreed"
        SET_ASIDE = "SET_ASIDE", "Set aside"

    reference = ReferenceField()
    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="patterns")
    status = models.CharField(max_length=10, choices=Status, default=Status.SUGGESTED)
    weekly_minutes = models.PositiveSmallIntegerField()

    lifecycle = Lifecycle(
        "weekly pattern",
        moves={
            Status.SUGGESTED: (Status.AGREED, Status.SET_ASIDE),
            Status.AGREED: (Status.SET_ASIDE,),  # another has taken its place
            Status.SET_ASIDE: (),
        },
        desks={
            Status.SUGGESTED: "Volunteer, unit manager and MVPM",
            Status.AGREED: "",
            Status.SET_ASIDE: "",
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["placement", "status"],
                condition=Q(status__in=["SUGGESTED", "AGREED"]),
                name="placements_one_pattern_at_a_time",
            )
        ]

    @property
    def status_colour(self) -> str:
        return {"AGREED": "green", "SUGGESTED": "yellow"}.get(self.status, "grey")


class PatternStep(Step):
    of = models.ForeignKey(Pattern, on_delete=models.CASCADE, related_name="steps")


class PatternTime(models.Model):
    """One time of the week. An optional one is given when it suits."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, "Monday"
        TUESDAY = 1, "Tuesday"
        WEDNESDAY = 2, "Wednesday"
        THURSDAY = 3, "Thursday"
        FRIDAY = 4, "Friday"
        SATURDAY = 5, "Saturday"
        SUNDAY = 6, "Sunday"

    pattern = models.ForeignKey(Pattern, on_delete=models.CASCADE, related_name="times")
    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    starts = models.TimeField()
    ends = models.TimeField()
    is_optional = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="placements_time_in_order"),
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="placements_day_of_the_week"),
            models.UniqueConstraint(fields=["pattern", "weekday", "starts"], name="placements_time_once"),
        ]


class PatternYes(models.Model):
    """That one of the three sides has said yes to a pattern."""

    class Side(models.TextChoices):
        VOLUNTEER = "VOLUNTEER", "Volunteer"
        UNIT = "UNIT", "Unit manager"
        MVPM = "MVPM", "Borough MVP Manager"

    pattern = models.ForeignKey(Pattern, on_delete=models.CASCADE, related_name="yeses")
    side = models.CharField(max_length=10, choices=Side)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pattern", "side"], name="placements_one_yes_a_side")]

"""A volunteer placed in a role at a unit, and what was agreed."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.kernel.words import day as in_words
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit


class Placement(Period):
    """An offer to give time in a role at a unit, and what was agreed: a wish on both sides, a duty on neither."""

    class Status(models.TextChoices):
        OFFERED = "OFFERED", "Offered"
        AGREED = "AGREED", "Agreed"
        STARTED = "STARTED", "Started"
        DECLINED = "DECLINED", "Not taken up"
        LAPSED = "LAPSED", "No answer came"
        ENDED = "ENDED", "Ended"

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="placements")
    version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="placements")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="placements")
    status = models.CharField(max_length=8, choices=Status, default=Status.OFFERED)
    weekly_minutes = models.PositiveSmallIntegerField()  # agreed by unit, MVPM and volunteer (clause 44)
    pattern = models.CharField(max_length=200, blank=True)  # "Tuesday mornings"
    offered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reply_by = models.DateField(null=True, blank=True)  # the last day on which the offer can be answered
    reminded_at = models.DateTimeField(null=True, blank=True)
    # The placement that this one takes the place of, once the volunteer says yes to the move.
    moved_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="moved_to")
    # Lent for an event: from a day until a day, beside the placements that go on.
    is_loan = models.BooleanField(default=False)
    event = models.CharField(max_length=120, blank=True)

    LIVE = (Status.AGREED, Status.STARTED)

    lifecycle = Lifecycle(
        "placement",
        moves={
            Status.OFFERED: (Status.AGREED, Status.DECLINED, Status.LAPSED),
            Status.AGREED: (Status.STARTED, Status.ENDED),
            Status.STARTED: (Status.ENDED,),
            Status.DECLINED: (),
            Status.LAPSED: (),
            Status.ENDED: (),
        },
        desks={
            Status.OFFERED: "Volunteer",
            Status.AGREED: "Unit manager",
            Status.STARTED: "",
            Status.DECLINED: "MVPM",
            Status.LAPSED: "MVPM",
            Status.ENDED: "",
        },
    )

    class Meta(Period.Meta):
        indexes = [models.Index(fields=["unit", "status"], name="placements_at_unit")]
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["volunteer", "version", "unit"],
                condition=Q(status__in=["OFFERED", "AGREED", "STARTED"]),
                name="placements_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(is_loan=False, event="") | (Q(is_loan=True, until_on__isnull=False) & ~Q(event="")),
                name="placements_loan_has_an_event_and_an_end",
            ),
        ]

    @property
    def last_on(self) -> date | None:
        """The last day of a placement that has an end."""
        return self.until_on - timedelta(days=1) if self.until_on else None

    @property
    def is_for_one_day(self) -> bool:
        """Whether it is a loan of a single day: there are no days of the week to settle."""
        return self.is_loan and self.last_on == self.from_on

    @property
    def days(self) -> str:
        """The days of a loan, in words: on Saturday 5 May 2007, or from one day to another."""
        first, last = in_words(self.from_on), in_words(self.last_on or self.from_on)
        return f"on {first}" if first == last else f"from {first} to {last}"

    @property
    def status_colour(self) -> str:
        return {"STARTED": "green", "AGREED": "blue", "OFFERED": "yellow"}.get(self.status, "grey")


class PlacementStep(Step):
    of = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="steps")


class Confirmation(models.Model):
    """That the role of a placement has changed: the volunteer was told, and said yes to the new version or not yet.

    The rows of a placement, oldest first, are the history of what the volunteer had agreed to.
    """

    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="confirmations")
    before = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="confirmations")
    told_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["placement", "version"], name="placements_told_once"),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="placements_confirmed_by_someone",
            ),
        ]

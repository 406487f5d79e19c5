"""Accounts on the AWARE system: asked for, made ready, handed over, resting, closed."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class AwareAccount(Period):
    """A log-in of the volunteer's own to AWARE, arranged by the MVPM, only where the role needs it (clause 84).

    It can be used from ``from_on``, the day on which it was handed over, but for its breaks.
    """

    class Status(models.TextChoices):
        REQUESTED = "REQUESTED", "Asked for"
        CREATED = "CREATED", "Ready to hand over"
        OPEN = "OPEN", "In use"
        SUSPENDED = "SUSPENDED", "Resting"
        CLOSED = "CLOSED", "Closed"

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="aware_accounts")
    status = models.CharField(max_length=10, choices=Status, default=Status.REQUESTED)
    login = models.CharField(max_length=40, blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField(null=True, blank=True)  # type: ignore[assignment]  # not before it is handed over
    read_at = models.DateTimeField(null=True, blank=True)  # the volunteer knows how the unit's e-mail is used

    lifecycle = Lifecycle(
        "AWARE account",
        moves={
            Status.REQUESTED: (Status.CREATED, Status.CLOSED),
            Status.CREATED: (Status.OPEN, Status.CLOSED),
            Status.OPEN: (Status.SUSPENDED, Status.CLOSED),
            Status.SUSPENDED: (Status.OPEN, Status.CLOSED),
            Status.CLOSED: (),
        },
        desks={
            Status.REQUESTED: "MVPM",
            Status.CREATED: "Unit manager",
            Status.OPEN: "",
            Status.SUSPENDED: "",
            Status.CLOSED: "",
        },
    )

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(fields=["person"], condition=Q(until_on=None), name="placements_one_aware_account"),
            models.CheckConstraint(
                condition=~Q(status__in=["OPEN", "SUSPENDED"]) | (Q(from_on__isnull=False) & ~Q(login="")),
                name="placements_aware_in_use_has_login",
            ),
            models.CheckConstraint(
                condition=~Q(status="CLOSED") | Q(until_on__isnull=False),
                name="placements_aware_closed_has_end",
            ),
        ]

    @property
    def status_colour(self) -> str:
        return {"REQUESTED": "yellow", "CREATED": "blue", "OPEN": "green"}.get(self.status, "grey")


class AwareStep(Step):
    of = models.ForeignKey(AwareAccount, on_delete=models.CASCADE, related_name="steps")


class AwareBreak(Period):
    """Days on which an account rests, because its volunteer takes a break."""

    account = models.ForeignKey(AwareAccount, on_delete=models.CASCADE, related_name="breaks")

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["account"], condition=Q(until_on=None), name="placements_one_aware_break_at_a_time"
            ),
        ]

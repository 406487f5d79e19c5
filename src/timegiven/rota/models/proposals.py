"""What the planner proposes: people for the open places of many duties. Nobody has been told of it."""

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit
from timegiven.rota.models.duties import Duty


class Proposal(models.Model):
    """Who might be asked for which duty of a unit or borough between two days, and how good that is proved to be.

    Costs are in the planner's points (``rostering.problem``): fewer are better, and no plan can have fewer than the
    bound.
    """

    class Status(models.TextChoices):
        WAITING = "WAITING", "Waiting for the planner"
        RUNNING = "RUNNING", "Being planned"
        READY = "READY", "Ready to look at"
        SENT = "SENT", "Used"
        ASIDE = "ASIDE", "Put aside"
        FAILED = "FAILED", "Could not be planned"

    reference = ReferenceField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="proposals")  # or a borough, with its units
    from_on = models.DateField()
    until_on = models.DateField()  # the day after the last
    status = models.CharField(max_length=8, choices=Status, default=Status.WAITING)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    is_to_stop = models.BooleanField(default=False)
    done = models.PositiveSmallIntegerField(default=0)  # per cent of the work
    wanted = models.PositiveIntegerField(default=0)  # places that were open
    filled = models.PositiveIntegerField(default=0)  # places for which the planner has somebody
    cost = models.FloatField(null=True, blank=True)
    bound = models.FloatField(null=True, blank=True)
    trouble = models.TextField(blank=True)

    GOING = (Status.WAITING, Status.RUNNING)

    lifecycle = Lifecycle(
        "proposal for the rota",
        moves={
            Status.WAITING: (Status.RUNNING, Status.ASIDE),
            Status.RUNNING: (Status.READY, Status.FAILED),
            Status.READY: (Status.SENT, Status.ASIDE),
            Status.SENT: (),
            Status.ASIDE: (),
            Status.FAILED: (),
        },
        desks={
            Status.WAITING: "",
            Status.RUNNING: "",
            Status.READY: "Whoever asked for it",
            Status.SENT: "",
            Status.ASIDE: "",
            Status.FAILED: "",
        },
    )

    class Meta:
        indexes = [models.Index(fields=["status", "asked_at"], name="rota_proposals_to_make")]
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gt=F("from_on")), name="rota_proposal_has_days"),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(status__in=["WAITING", "RUNNING"]), name="rota_one_proposal_at_a_time"
            ),
        ]

    @property
    def is_going(self) -> bool:
        """Whether the planner has it, or will have."""
        return self.status in self.GOING

    @property
    def status_colour(self) -> str:
        return {"READY": "yellow", "SENT": "green", "FAILED": "red", "ASIDE": "grey"}.get(self.status, "blue")


class ProposalStep(Step):
    of = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="steps")


class ProposedPlace(models.Model):
    """One person at one duty, as the planner has it."""

    class Kind(models.TextChoices):
        NEW = "NEW", "Could be asked"
        KEPT = "KEPT", "Asked already"
        FREED = "FREED", "Better free"  # asked already, and the planner would rather have somebody else

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="places")
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=5, choices=Kind)
    is_used = models.BooleanField(default=False)
    why_not = models.TextField(blank=True)  # why this person could not be asked after all

    class Meta:
        constraints = [models.UniqueConstraint(fields=["proposal", "duty", "placement"], name="rota_proposed_once")]

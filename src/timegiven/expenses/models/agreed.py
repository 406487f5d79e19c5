"""What was agreed before the money was spent: which costs of a placement are paid back, from when until when."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.placements.models import Placement


class Vehicle(models.TextChoices):
    """What somebody travels in; each has a rate of its own."""

    CAR = "CAR", "Car or van"
    MOTORCYCLE = "MOTORCYCLE", "Motorcycle"
    BICYCLE = "BICYCLE", "Bicycle"


class CostAgreement(Period):
    """A kind of cost that the MVP Manager and a volunteer agreed on for a placement (clause 100)."""

    class Kind(models.TextChoices):
        FARES = "FARES", "Fares"
        MILEAGE = "MILEAGE", "Miles to get there and back"
        DUTY = "DUTY", "Driving for the role itself"
        CARE = "CARE", "Care for somebody who depends on you"
        OTHER = "OTHER", "Something else"

    class Status(models.TextChoices):
        ASKED = "ASKED", "Asked for"
        AGREED = "AGREED", "Agreed"
        NOT_AGREED = "NOT_AGREED", "Not agreed"
        ENDED = "ENDED", "Ended"

    reference = ReferenceField()
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="costs_agreed")
    kind = models.CharField(max_length=8, choices=Kind)
    status = models.CharField(max_length=10, choices=Status, default=Status.ASKED)
    what = models.CharField(max_length=200)  # "Bus 24 from Hampstead Heath, there and back"
    vehicle = models.CharField(max_length=10, choices=Vehicle, blank=True)
    most_tenths = models.PositiveIntegerField(null=True, blank=True)  # tenths of a mile at one session
    most_pence = models.PositiveIntegerField(null=True, blank=True)  # at one session
    insurer_seen_on = models.DateField(null=True, blank=True)  # the insurer's word on driving for the role (105)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    lifecycle = Lifecycle(
        "agreement on costs",
        moves={
            Status.ASKED: (Status.AGREED, Status.NOT_AGREED),
            Status.AGREED: (Status.ENDED,),
            Status.NOT_AGREED: (),
            Status.ENDED: (),
        },
        desks={Status.ASKED: "MVPM", Status.AGREED: "", Status.NOT_AGREED: "", Status.ENDED: ""},
    )

    class Meta(Period.Meta):
        indexes = [models.Index(fields=["placement", "status"], name="expenses_agreed_for")]
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=["MILEAGE", "DUTY"]) ^ Q(vehicle=""), name="expenses_miles_have_a_vehicle"
            ),
        ]

    @property
    def status_colour(self) -> str:
        return {"ASKED": "yellow", "AGREED": "green"}.get(self.status, "grey")


class CostAgreementStep(Step):
    of = models.ForeignKey(CostAgreement, on_delete=models.CASCADE, related_name="steps")

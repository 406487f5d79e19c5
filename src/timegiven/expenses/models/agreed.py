"""What was agreed before the money was spent: for the sessions of a placement, or for one day without a session."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.kernel.words import day as day_in_words
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Placement


class Vehicle(models.TextChoices):
    """What somebody travels in; each has a rate of its own."""

    CAR = "CAR", "Car or van"
    MOTORCYCLE = "MOTORCYCLE", "Motorcycle"
    BICYCLE = "BICYCLE", "Bicycle"


class CostAgreement(Period):
    """A kind of cost that the MVP Manager and a volunteer agreed on (clause 100).

    With a placement it holds for its sessions. Without one it is for a single day, such as a course or an interview.
    """

    class Kind(models.TextChoices):
        FARES = "FARES", "Fares"
        MILEAGE = "MILEAGE", "Miles to get there and back"
        DUTY = "DUTY", "Driving for the role itself"
        CARE = "CARE", "Care for a child or another dependant"
        OTHER = "OTHER", "Something else"

    class Status(models.TextChoices):
        ASKED = "ASKED", "Asked for"
        AGREED = "AGREED", "Agreed"
        NOT_AGREED = "NOT_AGREED", "Not agreed"
        ENDED = "ENDED", "Ended"

    HELD = (Status.AGREED, Status.ENDED)  # what has ended still holds for the days before
    FORGOTTEN = "Not kept any more"  # in place of what it said, when its financial year is kept no longer

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="costs_agreed")
    placement = models.ForeignKey(
        Placement, on_delete=models.PROTECT, null=True, blank=True, related_name="costs_agreed"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    status = models.CharField(max_length=10, choices=Status, default=Status.ASKED)
    what = models.CharField(max_length=200)  # "Bus 24 from Hampstead Heath, there and back"
    vehicle = models.CharField(max_length=10, choices=Vehicle, blank=True)
    most_tenths = models.PositiveIntegerField(null=True, blank=True)  # tenths of a mile at one session
    most_pence = models.PositiveIntegerField(null=True, blank=True)  # at one session
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
            models.CheckConstraint(
                condition=Q(placement__isnull=False) | Q(until_on__isnull=False) & ~Q(kind="DUTY"),
                name="expenses_one_day_without_a_placement",
            ),
        ]

    @property
    def is_for_one_day(self) -> bool:
        return self.placement_id is None

    @property
    def where(self) -> str:
        """The role and its unit; the day, where it is for one day alone."""
        if self.placement is None:
            return day_in_words(self.from_on)
        return f"{self.placement.version.profile.title}, {self.placement.unit.full_name}"

    @property
    def status_colour(self) -> str:
        return {"ASKED": "yellow", "AGREED": "green"}.get(self.status, "grey")


class CostAgreementStep(Step):
    of = models.ForeignKey(CostAgreement, on_delete=models.CASCADE, related_name="steps")

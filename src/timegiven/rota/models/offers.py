"""Offers of a duty to a volunteer, and the answers."""

from django.db import models

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.rota.models.duties import Duty


class Offer(models.Model):
    """A duty offered to a placed volunteer, and what they said. No reason is asked, whatever the answer."""

    class Status(models.TextChoices):
        PREPARED = "PREPARED", "Not asked yet"  # on a draft: goes out when the duty is published
        OPEN = "OPEN", "Offered"
        WAITING = "WAITING", "On the waiting list"
        ACCEPTED = "ACCEPTED", "Accepted"
        DECLINED = "DECLINED", "Not this time"
        RELEASED = "RELEASED", "Not coming"  # could not come after all, or the duty was cancelled
        LAPSED = "LAPSED", "Time passed"
        GIVEN = "GIVEN", "Time given"

    reference = ReferenceField()
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="offers", db_index=False)  # two below have it
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="offers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offers")  # the placement's volunteer
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    offered_at = models.DateTimeField()
    told_of_rest_at = models.DateTimeField(null=True, blank=True)  # asked not to come while the role rests

    TAKEN = (Status.ACCEPTED, Status.GIVEN)  # these fill a place
    HOPING = (Status.OPEN, Status.WAITING, Status.ACCEPTED)  # these hear when something changes

    lifecycle = Lifecycle(
        "duty offer",
        moves={
            Status.PREPARED: (Status.OPEN, Status.RELEASED),
            Status.OPEN: (Status.ACCEPTED, Status.DECLINED, Status.LAPSED, Status.RELEASED, Status.WAITING),
            Status.WAITING: (Status.ACCEPTED, Status.OPEN, Status.DECLINED, Status.LAPSED, Status.RELEASED),
            Status.ACCEPTED: (Status.GIVEN, Status.RELEASED, Status.OPEN),  # asked again when the duty moves
            Status.DECLINED: (Status.ACCEPTED, Status.WAITING),  # one may change one's mind
            Status.RELEASED: (Status.ACCEPTED, Status.WAITING),  # plans change back: while the duty is still on
            Status.LAPSED: (),
            Status.GIVEN: (),
        },
        desks={
            Status.PREPARED: "Unit manager",
            Status.OPEN: "Volunteer",
            Status.WAITING: "",
            Status.ACCEPTED: "",
            Status.DECLINED: "",
            Status.RELEASED: "",
            Status.LAPSED: "",
            Status.GIVEN: "",
        },
    )

    class Meta:
        indexes = [
            models.Index(fields=["person", "status"], name="rota_offers_of"),
            models.Index(fields=["duty", "status"], name="rota_places_taken"),  # counted without a look at the offers
        ]
        constraints = [models.UniqueConstraint(fields=["duty", "placement"], name="rota_offered_once")]

    @property
    def status_colour(self) -> str:
        return {"OPEN": "yellow", "WAITING": "blue", "ACCEPTED": "green", "GIVEN": "green"}.get(self.status, "grey")


class OfferStep(Step):
    of = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="steps")

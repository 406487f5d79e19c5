"""The rota: duties that a unit would welcome, and the offers of them. Offers, never orders."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.interval import Interval
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit


class Duty(Interval):
    """A time at which a unit would welcome volunteers in one role; times in UTC."""

    reference = ReferenceField()
    version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="duties")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="duties")
    places = models.PositiveSmallIntegerField(default=1)
    note = models.CharField(max_length=200, blank=True)
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    why_cancelled = models.CharField(max_length=200, blank=True)

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["unit", "starts_at"], name="rota_at_unit")]
        constraints = [
            *Interval.Meta.constraints,
            models.CheckConstraint(condition=Q(places__gte=1), name="rota_has_a_place"),
        ]


class Offer(models.Model):
    """A duty offered to a placed volunteer, and what they said. No reason is asked, whatever the answer."""

    class Status(models.TextChoices):
        OPEN = "OPEN", "Offered"
        ACCEPTED = "ACCEPTED", "Accepted"
        DECLINED = "DECLINED", "Not this time"
        RELEASED = "RELEASED", "Released"  # could not come after all, or the duty was cancelled
        LAPSED = "LAPSED", "Time passed"
        GIVEN = "GIVEN", "Time given"

    reference = ReferenceField()
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="offers")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="offers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offers")  # the placement's volunteer
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    offered_at = models.DateTimeField()

    TAKEN = (Status.ACCEPTED, Status.GIVEN)  # these fill a place

    lifecycle = Lifecycle(
        "duty offer",
        moves={
            Status.OPEN: (Status.ACCEPTED, Status.DECLINED, Status.LAPSED, Status.RELEASED),
            Status.ACCEPTED: (Status.GIVEN, Status.RELEASED),
            Status.DECLINED: (Status.ACCEPTED,),  # one may change one's mind while there is a place
            Status.RELEASED: (),
            Status.LAPSED: (),
            Status.GIVEN: (),
        },
        desks={
            Status.OPEN: "Volunteer",
            Status.ACCEPTED: "",
            Status.DECLINED: "",
            Status.RELEASED: "",
            Status.LAPSED: "",
            Status.GIVEN: "",
        },
    )

    class Meta:
        indexes = [models.Index(fields=["person", "status"], name="rota_offers_of")]
        constraints = [models.UniqueConstraint(fields=["duty", "placement"], name="rota_offered_once")]

    @property
    def status_colour(self) -> str:
        return {"OPEN": "yellow", "ACCEPTED": "green", "GIVEN": "green"}.get(self.status, "grey")


class OfferStep(Step):
    of = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="steps")


class CalendarFeed(models.Model):
    """A private calendar address, revocable at will; only the digest of its secret is kept."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_feed")
    link_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

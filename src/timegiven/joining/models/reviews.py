"""What somebody declares later, and the vetting office's second look at a clearance."""

from django.db import models
from django.db.models import Q

from timegiven.joining.models.vetting import Clearance
from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class Declaration(models.Model):
    """A change of circumstances as the volunteer told it (clause 77), each part for its own reader alone.

    Health goes to the Borough MVP Manager, convictions and finance to the vetting office, who blanks them when it has
    decided.
    """

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="declarations")
    declared_at = models.DateTimeField()
    health = EncryptedText(blank=True)  # what would help now, never a diagnosis
    health_read_at = models.DateTimeField(null=True, blank=True)
    convictions = EncryptedText(blank=True)
    finance = EncryptedText(blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "declared_at"], name="joining_declared")]


class Review(models.Model):
    """The vetting office looks at a clearance again: after a declaration, or once a year."""

    class Status(models.TextChoices):
        OPEN = "OPEN", "Being looked at again"
        KEPT = "KEPT", "The clearance stands"
        ENDED = "ENDED", "The clearance was ended"

    class Occasion(models.TextChoices):
        DECLARED = "DECLARED", "Something was declared"
        ANNUAL = "ANNUAL", "Yearly look"

    reference = ReferenceField()
    clearance = models.ForeignKey(Clearance, on_delete=models.PROTECT, related_name="reviews")
    declaration = models.OneToOneField(
        Declaration, on_delete=models.PROTECT, null=True, blank=True, related_name="review"
    )
    occasion = models.CharField(max_length=8, choices=Occasion)
    status = models.CharField(max_length=5, choices=Status, default=Status.OPEN)
    opened_on = models.DateField()
    due_on = models.DateField()
    confirmed_at = models.DateTimeField(null=True, blank=True)  # the volunteer says that nothing has changed

    lifecycle = Lifecycle(
        "review of a clearance",
        moves={Status.OPEN: (Status.KEPT, Status.ENDED), Status.KEPT: (), Status.ENDED: ()},
        desks={Status.OPEN: "Vetting office", Status.KEPT: "", Status.ENDED: ""},
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clearance", "opened_on"], condition=Q(occasion="ANNUAL"), name="joining_yearly_look_once"
            )
        ]
        indexes = [models.Index(fields=["status", "due_on"], name="joining_reviews_open")]

    @property
    def status_colour(self) -> str:
        return {"OPEN": "yellow", "KEPT": "green"}.get(self.status, "grey")


class ReviewStep(Step):
    of = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="steps")

"""What worries a volunteer, who hears it, and what is done about it."""

from django.db import models

from timegiven.attendance.models import SessionReport
from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person
from timegiven.programme.models import Unit


class Concern(models.Model):
    """Something that a volunteer told us, or a talk that they asked for. Nobody counts these by person."""

    class Wish(models.TextChoices):
        KNOW = "KNOW", "You should know, that is all"
        RING = "RING", "Please ring me"
        MEET = "MEET", "I would like to meet and talk"

    class Status(models.TextChoices):
        TOLD = "TOLD", "Told"
        READ = "READ", "Read"
        IN_HAND = "IN_HAND", "Being looked after"
        SETTLED = "SETTLED", "Settled"
        TAKEN_BACK = "TAKEN_BACK", "Taken back"

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="concerns")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")  # whose MVP Manager hears it
    is_for_team = models.BooleanField(default=False)  # heard by the Central Team; the MVP Manager does not know of it
    wish = models.CharField(max_length=4, choices=Wish, default=Wish.KNOW)
    words = EncryptedText(blank=True)
    # The session report where it was written; its words stay there.
    report = models.OneToOneField(
        SessionReport, on_delete=models.PROTECT, null=True, blank=True, related_name="concern"
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.TOLD)
    moved_at = models.DateTimeField()  # the last move
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")  # who noted it, if they rang
    nudged_at = models.DateTimeField(null=True, blank=True)  # the Central Team was told that it lies unread

    OPEN = (Status.TOLD, Status.READ, Status.IN_HAND)

    lifecycle = Lifecycle(
        "concern",
        moves={
            Status.TOLD: (Status.READ, Status.IN_HAND, Status.SETTLED, Status.TAKEN_BACK),
            Status.READ: (Status.TOLD, Status.IN_HAND, Status.SETTLED, Status.TAKEN_BACK),  # told anew: somebody else
            Status.IN_HAND: (Status.TOLD, Status.SETTLED, Status.TAKEN_BACK),
            Status.SETTLED: (Status.TOLD,),  # it is settled when they say so too
            Status.TAKEN_BACK: (),
        },
        desks={
            Status.TOLD: "whoever hears it",
            Status.READ: "whoever hears it",
            Status.IN_HAND: "whoever hears it",
            Status.SETTLED: "",
            Status.TAKEN_BACK: "",
        },
        since="moved_at",
    )

    class Meta:
        indexes = [models.Index(fields=["status", "borough"], name="concerns_to_hear")]

    @property
    def what(self) -> str:
        """The words, wherever they were written."""
        return self.report.worry if self.report else self.words

    @property
    def status_colour(self) -> str:
        return {"TOLD": "yellow", "READ": "blue", "IN_HAND": "blue", "SETTLED": "green"}.get(self.status, "grey")


class ConcernStep(Step):
    of = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="steps")


class Said(models.Model):
    """Something said about it afterwards, by the one who told it or by whoever looks after it."""

    of = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="said")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = EncryptedText()

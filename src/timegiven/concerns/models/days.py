"""A day on which it was better not to come."""

from django.db import models

from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer


class DayOff(models.Model):
    """A volunteer was asked kindly not to come on a day. It is gone some weeks later, and nobody counts such days."""

    class Ground(models.TextChoices):
        ALCOHOL = "ALCOHOL", "Alcohol"
        MEDICATION = "MEDICATION", "Medication"
        DISTRESS = "DISTRESS", "Physical or mental distress"
        DISREPUTE = "DISREPUTE", "It would harm the good name of the programme"

    class Status(models.TextChoices):
        ASKED = "ASKED", "Asked not to come"
        TALKED = "TALKED", "Talked about"

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    ground = EncryptedText()  # a Ground: for the MVP Manager alone
    status = models.CharField(max_length=6, choices=Status, default=Status.ASKED)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    lifecycle = Lifecycle(
        "day",
        moves={Status.ASKED: (Status.TALKED,), Status.TALKED: ()},
        desks={Status.ASKED: "MVPM", Status.TALKED: ""},
    )

    class Meta:
        verbose_name = "day on which not to come"
        constraints = [models.UniqueConstraint(fields=["volunteer", "on"], name="concerns_day_off_once")]

    @property
    def ground_in_words(self) -> str:
        return str(self.Ground(self.ground).label)


class DayOffStep(Step):
    of = models.ForeignKey(DayOff, on_delete=models.CASCADE, related_name="steps")

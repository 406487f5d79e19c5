"""Major incidents: a board while one lasts, and the call-outs made on it (clause 142)."""

from datetime import datetime

from django.db import models

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.kernel.words import clock, day
from timegiven.people.models import Person
from timegiven.programme.models import Unit
from timegiven.rota.models.duties import Duty


class Incident(models.Model):
    """A major incident in a borough, at a unit or in the whole force, as long as volunteers are called out for it."""

    class Status(models.TextChoices):
        OPEN = "OPEN", "Going on"
        STOOD_DOWN = "STOOD_DOWN", "Stood down"

    reference = ReferenceField()
    name = models.CharField(max_length=80)
    note = models.CharField(max_length=300, blank=True)  # what volunteers read about it
    area = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="incidents")
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    stood_down_at = models.DateTimeField(null=True, blank=True)

    lifecycle = Lifecycle(
        "major incident",
        moves={Status.OPEN: (Status.STOOD_DOWN,), Status.STOOD_DOWN: ()},
        desks={Status.OPEN: "MVPM and Central Team", Status.STOOD_DOWN: ""},
    )

    @property
    def status_colour(self) -> str:
        return {"OPEN": "red"}.get(self.status, "grey")


class IncidentStep(Step):
    of = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="steps")


class CallOut(models.Model):
    """A duty for which chosen people are asked at a major incident, and until when they may answer."""

    class Kind(models.TextChoices):
        USUAL = "USUAL", "Usual work, so that officers and staff are free for the incident"
        DIRECT = "DIRECT", "Direct support of those who deal with the incident"

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="call_outs")
    duty = models.OneToOneField(Duty, on_delete=models.PROTECT, related_name="call_out")
    kind = models.CharField(max_length=6, choices=Kind)
    answer_by = models.DateTimeField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    def is_late(self, at: datetime) -> bool:
        """Whether the time to answer has passed."""
        return self.answer_by <= at

    @property
    def until(self) -> str:
        """Until when an answer is in time: 1pm on Tuesday 24 April 2007."""
        return f"{clock(self.answer_by)} on {day(self.answer_by)}"

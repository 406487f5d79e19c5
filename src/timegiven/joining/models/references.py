"""What referees say."""

from django.db import models
from django.db.models import Q

from timegiven.joining.models.applications import Application
from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class Reference(models.Model):
    """A professional referee and what they answered, in confidence, through a private single-use link."""

    class Status(models.TextChoices):
        NAMED = "NAMED", "Not asked yet"
        ASKED = "ASKED", "Asked"
        GIVEN = "GIVEN", "Answered"
        DECLINED = "DECLINED", "Could not answer"
        REPLACED = "REPLACED", "Not asked any more"

    reference = ReferenceField()
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="references", db_index=False)
    status = models.CharField(max_length=8, choices=Status, default=Status.NAMED)
    position = models.PositiveSmallIntegerField(default=0)  # on the form, from 1 on; 0 for whoever was named later
    name = models.CharField(max_length=160)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    known_as_what = models.CharField(max_length=120)  # former manager, tutor, …
    link_digest = models.CharField(max_length=64, blank=True, db_index=True)
    link_expires_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    answers = EncryptedText(blank=True)  # JSON of the seven questions
    discussion = EncryptedText(blank=True)  # what was said about an answer that was not clear, for MVPMs alone
    is_satisfactory = models.BooleanField(null=True, blank=True)  # the MVPM's judgement
    judged_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    UNREAD = Q(status="GIVEN", is_satisfactory=None)  # a referee has answered, and nobody has judged it

    lifecycle = Lifecycle(
        "reference",
        moves={
            Status.NAMED: (Status.ASKED,),
            Status.ASKED: (Status.GIVEN, Status.DECLINED, Status.REPLACED),
            Status.GIVEN: (),
            Status.DECLINED: (),
            Status.REPLACED: (),
        },
        desks={
            Status.NAMED: "Applicant",
            Status.ASKED: "Referee",
            Status.GIVEN: "MVPM",
            Status.DECLINED: "Applicant",
            Status.REPLACED: "",
        },
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_satisfactory=None) | Q(status="GIVEN", judged_by__isnull=False),
                name="joining_judged_when_given",
            )
        ]
        indexes = [
            models.Index(fields=["status", "asked_at"], name="joining_references_waiting"),
            models.Index(fields=["application", "status", "is_satisfactory"], name="joining_references_of"),
            models.Index(  # few are unread, however many have been given
                fields=["status", "application"],
                condition=Q(status="GIVEN", is_satisfactory=None),
                name="joining_references_to_read",
            ),
        ]

    @property
    def status_colour(self) -> str:
        return {"GIVEN": "green", "DECLINED": "grey", "REPLACED": "grey", "ASKED": "yellow"}.get(self.status, "blue")


class ReferenceStep(Step):
    of = models.ForeignKey(Reference, on_delete=models.CASCADE, related_name="steps")

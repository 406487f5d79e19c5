"""A parent's or guardian's consent for somebody of 16 or 17."""

from django.db import models
from django.db.models import Q

from timegiven.joining.models.applications import Application
from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person


class Consent(models.Model):
    """A parent or guardian named by a young applicant, and what they answered through a link of their own."""

    class Status(models.TextChoices):
        NAMED = "NAMED", "Not asked yet"
        ASKED = "ASKED", "Asked"
        GIVEN = "GIVEN", "Agreed"
        REFUSED = "REFUSED", "Did not agree"
        REPLACED = "REPLACED", "Not asked any more"

    reference = ReferenceField()
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="consents")
    status = models.CharField(max_length=8, choices=Status, default=Status.NAMED)
    name = models.CharField(max_length=160)
    relationship = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    link_digest = models.CharField(max_length=64, blank=True, db_index=True)
    link_expires_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    typed_name = models.CharField(max_length=160, blank=True)
    adult_name = EncryptedText(blank=True)  # whom to ring while the young person is here, named by the guardian
    adult_phone = EncryptedText(blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    lifecycle = Lifecycle(
        "consent",
        moves={
            Status.NAMED: (Status.ASKED, Status.REPLACED),
            Status.ASKED: (Status.GIVEN, Status.REFUSED, Status.REPLACED),
            Status.GIVEN: (),
            Status.REFUSED: (),
            Status.REPLACED: (),
        },
        desks={
            Status.NAMED: "Applicant",
            Status.ASKED: "Guardian",
            Status.GIVEN: "",
            Status.REFUSED: "MVPM",
            Status.REPLACED: "",
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(status__in=["NAMED", "ASKED", "GIVEN"]),
                name="joining_one_guardian_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(status="GIVEN") | ~Q(typed_name=""), name="joining_consent_is_signed"),
        ]

    @property
    def status_colour(self) -> str:
        return {"GIVEN": "green", "REFUSED": "grey", "REPLACED": "grey", "ASKED": "yellow"}.get(self.status, "blue")


class ConsentStep(Step):
    of = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="steps")

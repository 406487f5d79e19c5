"""Role profiles: what a volunteer may do, for whom, at what risk, as the Steering Group approved it."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import Strand, Unit


class VettingLevel(models.TextChoices):
    """Non-police personnel vetting, lowest first; the order of the members is the order of the levels."""

    NPPV1 = "NPPV1", "NPPV level 1"
    NPPV2A = "NPPV2A", "NPPV level 2 (abbreviated)"
    NPPV2F = "NPPV2F", "NPPV level 2 (full)"
    NPPV3 = "NPPV3", "NPPV level 3"

    @classmethod
    def covering(cls, level: str) -> list[str]:
        """The levels that satisfy a need for ``level``: itself and those above."""
        return cls.values[cls.values.index(level) :]


class RoleProfile(models.Model):
    """A role that volunteers may be offered, conceived by a unit; its content is in its versions."""

    class Category(models.TextChoices):
        ADMINISTRATION = "ADMIN", "Office administration"
        PUBLIC = "PUBLIC", "Front counter and public contact"
        COMMUNITY = "COMMUNITY", "Community and neighbourhood"
        CCTV = "CCTV", "CCTV and monitoring"
        VICTIMS = "VICTIMS", "Victim and witness liaison"
        RESEARCH = "RESEARCH", "Research and analysis"
        SPECIALIST = "SPECIALIST", "Specialist and professional"
        MEDIA = "MEDIA", "Press and media"
        EVENTS = "EVENTS", "Events and Games"

    class Contribution(models.TextChoices):
        SPECIALIST = "SPECIALIST", "Specialist skill"
        TRAINED = "TRAINED", "Trained task"
        OFFICE = "OFFICE", "General office support"

    reference = ReferenceField()
    title = models.CharField(max_length=120)
    category = models.CharField(max_length=12, choices=Category)
    contribution = models.CharField(max_length=12, choices=Contribution)
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="profiles")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="profiles")  # who conceived it
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.title


class ProfileVersion(models.Model):
    """One version of a role profile: what is decided on, insured, offered and reported against."""

    class Status(models.TextChoices):
        DRAFT = "DRAFT", "Draft"
        SUBMITTED = "SUBMITTED", "With the Steering Group"
        RETURNED = "RETURNED", "Returned with points to answer"
        APPROVED = "APPROVED", "Approved"
        SUPERSEDED = "SUPERSEDED", "Superseded"
        RETIRED = "RETIRED", "Retired"

    reference = ReferenceField()
    profile = models.ForeignKey(RoleProfile, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT)
    purpose = models.TextField()
    # The three questions of the guide; each must be NO, with the reason the unit gave (clauses 64 to 66).
    is_obligation = models.BooleanField(default=False)
    is_overtime = models.BooleanField(default=False)
    is_paid_job = models.BooleanField(default=False)
    why_not_obligation = models.TextField(blank=True)
    why_not_overtime = models.TextField(blank=True)
    why_not_paid_job = models.TextField(blank=True)
    vetting_level = models.CharField(max_length=8, choices=VettingLevel, default=VettingLevel.NPPV2A)
    is_public_facing = models.BooleanField(default=False)
    is_lifting = models.BooleanField(default=False)
    needs_aware = models.BooleanField(default=False)
    allows_own_vehicle = models.BooleanField(default=False)
    kit = models.CharField(max_length=200, blank=True)
    least_age = models.PositiveSmallIntegerField(default=16)
    weekly_minutes = models.PositiveSmallIntegerField(default=240)
    approved_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    lifecycle = Lifecycle(
        "role profile",
        moves={
            Status.DRAFT: (Status.SUBMITTED, Status.RETIRED),
            Status.SUBMITTED: (Status.APPROVED, Status.RETURNED, Status.RETIRED),
            Status.RETURNED: (Status.DRAFT, Status.RETIRED),
            Status.APPROVED: (Status.SUPERSEDED, Status.RETIRED),
            Status.SUPERSEDED: (),
            Status.RETIRED: (),
        },
        desks={
            Status.DRAFT: "MVPM",
            Status.SUBMITTED: "Steering Group",
            Status.RETURNED: "MVPM",
            Status.APPROVED: "",
            Status.SUPERSEDED: "",
            Status.RETIRED: "",
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["profile", "number"], name="library_version_number"),
            models.UniqueConstraint(
                fields=["profile"], condition=Q(status="APPROVED"), name="library_one_approved_version"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["DRAFT", "RETURNED", "RETIRED"])
                | Q(is_obligation=False, is_overtime=False, is_paid_job=False),
                name="library_no_job_substitution",
            ),
            models.CheckConstraint(
                condition=~Q(status="APPROVED") | Q(approved_on__isnull=False), name="library_approved_has_a_day"
            ),
        ]

    @property
    def title(self) -> str:
        return self.profile.title

    @property
    def status_colour(self) -> str:
        return {"DRAFT": "blue", "SUBMITTED": "yellow", "RETURNED": "orange", "APPROVED": "green"}.get(
            self.status, "grey"
        )


class VersionStep(Step):
    of = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="steps")


class Task(models.Model):
    """One thing the volunteer may do; nothing that is not here may be done (clause 61)."""

    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="tasks")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="library_task_position")]

    def __str__(self) -> str:
        return self.text


class RiskAssessment(models.Model):
    """The risk assessment of a version at one unit, reviewed every year (clauses 53, 59)."""

    reference = ReferenceField()
    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="risk_assessments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="risk_assessments")
    assessed_on = models.DateField()
    review_on = models.DateField()
    assessed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(review_on__gt=F("assessed_on")), name="library_review_after_assessment")
        ]
        indexes = [models.Index(fields=["unit", "version", "review_on"], name="library_risk_in_date")]

    def is_in_date(self, day: date) -> bool:
        return self.assessed_on <= day < self.review_on


class Hazard(models.Model):
    """One hazard: who may be harmed, how likely and how severely, what is done about it, what is left."""

    assessment = models.ForeignKey(RiskAssessment, on_delete=models.CASCADE, related_name="hazards")
    what = models.CharField(max_length=160)
    who = models.CharField(max_length=120)
    likelihood = models.PositiveSmallIntegerField()
    severity = models.PositiveSmallIntegerField()
    control = models.CharField(max_length=300)
    residual_likelihood = models.PositiveSmallIntegerField()
    residual_severity = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 5), severity__range=(1, 5))
                & Q(residual_likelihood__range=(1, 5), residual_severity__range=(1, 5)),
                name="library_hazard_one_to_five",
            )
        ]


class View(models.Model):
    """What one member of the Steering Group, by seat, said to a version when it was put to them."""

    class Answer(models.TextChoices):
        APPROVE = "APPROVE", "Approve"
        RETURN = "RETURN", "Return with points to answer"

    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="views")
    round = models.PositiveSmallIntegerField(default=1)  # each time it is put to the group
    member = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.CharField(max_length=12, choices=Appointment.Seat, blank=True)
    answer = models.CharField(max_length=8, choices=Answer)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "round", "member"], name="library_one_view_each")]

"""Joining: the application, its references and interview, clearance, the agreement, and the pass."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import RoleProfile, VettingLevel
from timegiven.people.models import Person
from timegiven.programme.models import Edition, Strand, Unit


class Application(models.Model):
    """One person's wish to volunteer, from a first interest to being taken on."""

    class Status(models.TextChoices):
        REGISTERED = "REGISTERED", "Interest registered"
        APPLIED = "APPLIED", "Applied"
        INTERVIEWED = "INTERVIEWED", "Interviewed"
        VETTING = "VETTING", "Security check under way"
        VETTED = "VETTED", "Security check passed"
        APPROVED = "APPROVED", "Taken on"
        DECLINED = "DECLINED", "Not taken on"
        WITHDRAWN = "WITHDRAWN", "Withdrawn"

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="applications")
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="applications")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="applications")
    profile = models.ForeignKey(
        RoleProfile, on_delete=models.PROTECT, null=True, blank=True, related_name="applications"
    )
    status = models.CharField(max_length=12, choices=Status, default=Status.REGISTERED)
    resume_digest = models.CharField(max_length=64, blank=True, db_index=True)  # of the private link's secret
    resume_expires_at = models.DateTimeField(null=True, blank=True)
    saved = models.JSONField(default=list, blank=True)  # the sections filled in so far
    motivations = models.JSONField(default=list, blank=True)
    about = EncryptedText(blank=True)  # in their own words
    skills = models.JSONField(default=list, blank=True)
    languages = models.JSONField(default=list, blank=True)
    availability = models.JSONField(default=list, blank=True)
    what_would_help = EncryptedText(blank=True)  # adjustments, never a diagnosis
    vetting_level = models.CharField(max_length=8, choices=VettingLevel, blank=True)  # what the check was asked for
    interview_at = models.DateTimeField(null=True, blank=True)
    interview_notes = EncryptedText(blank=True)
    registered_at = models.DateTimeField()

    OPEN = (Status.REGISTERED, Status.APPLIED, Status.INTERVIEWED, Status.VETTING, Status.VETTED)

    lifecycle = Lifecycle(
        "application",
        moves={
            Status.REGISTERED: (Status.APPLIED, Status.DECLINED, Status.WITHDRAWN),
            Status.APPLIED: (Status.INTERVIEWED, Status.DECLINED, Status.WITHDRAWN),
            Status.INTERVIEWED: (Status.VETTING, Status.DECLINED, Status.WITHDRAWN),
            Status.VETTING: (Status.VETTED, Status.DECLINED, Status.WITHDRAWN),
            Status.VETTED: (Status.APPROVED, Status.DECLINED, Status.WITHDRAWN),
            Status.APPROVED: (),
            Status.DECLINED: (),
            Status.WITHDRAWN: (),
        },
        desks={
            Status.REGISTERED: "Applicant",
            Status.APPLIED: "MVPM",
            Status.INTERVIEWED: "MVPM",
            Status.VETTING: "Vetting office",
            Status.VETTED: "MVPM",
            Status.APPROVED: "",
            Status.DECLINED: "",
            Status.WITHDRAWN: "",
        },
    )

    class Meta:
        indexes = [models.Index(fields=["borough", "status"], name="joining_of_borough")]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(status__in=["REGISTERED", "APPLIED", "INTERVIEWED", "VETTING", "VETTED"]),
                name="joining_one_open_application",
            )
        ]

    @property
    def status_colour(self) -> str:
        return {"APPROVED": "green", "DECLINED": "grey", "WITHDRAWN": "grey", "VETTING": "yellow"}.get(
            self.status, "blue"
        )


class ApplicationStep(Step):
    of = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="steps")


class Reference(models.Model):
    """A professional referee and what they answered, in confidence, through a private single-use link."""

    class Status(models.TextChoices):
        NAMED = "NAMED", "Not asked yet"
        ASKED = "ASKED", "Asked"
        GIVEN = "GIVEN", "Answered"
        DECLINED = "DECLINED", "Could not answer"

    reference = ReferenceField()
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="references")
    status = models.CharField(max_length=8, choices=Status, default=Status.NAMED)
    name = models.CharField(max_length=160)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    known_as_what = models.CharField(max_length=120)  # former manager, tutor, …
    link_digest = models.CharField(max_length=64, blank=True, db_index=True)
    link_expires_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    answers = EncryptedText(blank=True)  # JSON of the seven questions
    is_satisfactory = models.BooleanField(null=True, blank=True)  # the MVPM's judgement
    judged_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    lifecycle = Lifecycle(
        "reference",
        moves={
            Status.NAMED: (Status.ASKED,),
            Status.ASKED: (Status.GIVEN, Status.DECLINED),
            Status.GIVEN: (),
            Status.DECLINED: (),
        },
        desks={Status.NAMED: "Applicant", Status.ASKED: "Referee", Status.GIVEN: "MVPM", Status.DECLINED: "Applicant"},
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_satisfactory=None) | Q(status="GIVEN", judged_by__isnull=False),
                name="joining_judged_when_given",
            )
        ]
        indexes = [models.Index(fields=["status", "asked_at"], name="joining_references_waiting")]

    @property
    def status_colour(self) -> str:
        return {"GIVEN": "green", "DECLINED": "grey", "ASKED": "yellow"}.get(self.status, "blue")


class ReferenceStep(Step):
    of = models.ForeignKey(Reference, on_delete=models.CASCADE, related_name="steps")


class Clearance(Period):
    """What the vetting office decided: level, outcome, its own reference, from when until when. Never why."""

    class Outcome(models.TextChoices):
        CLEARED = "CLEARED", "Cleared"
        REFUSED = "REFUSED", "Not cleared"

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="clearances")
    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, null=True, blank=True, related_name="clearances"
    )
    level = models.CharField(max_length=8, choices=VettingLevel)
    outcome = models.CharField(max_length=8, choices=Outcome)
    office_reference = models.CharField(max_length=40)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=Q(outcome="REFUSED") | Q(until_on__isnull=False), name="joining_clearance_expires"
            ),
        ]
        indexes = [models.Index(fields=["person", "outcome", "until_on"], name="joining_cleared")]


class Agreement(models.Model):
    """One person's acceptance of one edition of the Statement of Expectation. No contract."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agreements")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="agreements")
    accepted_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")  # or keyed in from paper
    typed_name = models.CharField(max_length=160)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "edition"], name="joining_agreed_once")]


class Pass(Period):
    """The volunteer pass: the force's property, worn on duty, no legal effect (clauses 79 to 83)."""

    class Status(models.TextChoices):
        ASKED = "ASKED", "Asked for"
        ISSUED = "ISSUED", "In force"
        LOST = "LOST", "Reported lost"
        RECALLED = "RECALLED", "To be returned"
        RETURNED = "RETURNED", "Returned"
        CANCELLED = "CANCELLED", "Cancelled"

    reference = ReferenceField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="passes")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.ASKED)
    number = models.CharField(max_length=20, blank=True)

    lifecycle = Lifecycle(
        "pass",
        moves={
            Status.ASKED: (Status.ISSUED, Status.CANCELLED),
            Status.ISSUED: (Status.LOST, Status.RECALLED, Status.RETURNED),
            Status.LOST: (Status.CANCELLED, Status.RETURNED),
            Status.RECALLED: (Status.RETURNED, Status.LOST),
            Status.RETURNED: (),
            Status.CANCELLED: (),
        },
        desks={
            Status.ASKED: "Pass office",
            Status.ISSUED: "",
            Status.LOST: "Pass office",
            Status.RECALLED: "Volunteer",
            Status.RETURNED: "",
            Status.CANCELLED: "",
        },
    )

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="joining_pass_number"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(status__in=["ASKED", "ISSUED"]), name="joining_one_pass_each"
            ),
        ]

    @property
    def status_colour(self) -> str:
        return {"ASKED": "blue", "ISSUED": "green", "LOST": "red", "RECALLED": "yellow"}.get(self.status, "grey")


class PassStep(Step):
    of = models.ForeignKey(Pass, on_delete=models.CASCADE, related_name="steps")

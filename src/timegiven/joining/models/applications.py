"""Applications: from a first interest until the volunteer is taken on."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import RoleProfile, VettingLevel
from timegiven.people.models import Person
from timegiven.programme.models import Strand, Unit


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
        SET_ASIDE = "SET_ASIDE", "Kept under another record"

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
    how_often = models.CharField(max_length=10, blank=True)
    travel = models.JSONField(default=list, blank=True)
    adult_here = models.CharField(max_length=160, blank=True)  # who is responsible for a young volunteer at the unit
    vehicle_said_on = models.DateField(null=True, blank=True)  # told their insurer; drives no police vehicle
    what_would_help = EncryptedText(blank=True)  # adjustments, never a diagnosis
    vetting_level = models.CharField(max_length=8, choices=VettingLevel, blank=True)  # what the check was asked for
    references_asked = models.PositiveSmallIntegerField(null=True, blank=True)  # on the day they were taken on
    interview_at = models.DateTimeField(null=True, blank=True)
    interview_notes = EncryptedText(blank=True)
    registered_at = models.DateTimeField()
    since = models.DateTimeField(null=True, blank=True)  # when it reached the stage where it is

    OPEN = (Status.REGISTERED, Status.APPLIED, Status.INTERVIEWED, Status.VETTING, Status.VETTED)
    UNDER_WAY = OPEN[1:]  # sent, and not decided on

    lifecycle = Lifecycle(
        "application",
        moves={
            Status.REGISTERED: (
                Status.APPLIED,
                Status.WITHDRAWN,
                Status.SET_ASIDE,
            ),  # nobody decides on what was never sent
            Status.APPLIED: (Status.INTERVIEWED, Status.DECLINED, Status.WITHDRAWN, Status.SET_ASIDE),
            Status.INTERVIEWED: (Status.VETTING, Status.DECLINED, Status.WITHDRAWN, Status.SET_ASIDE),
            Status.VETTING: (Status.VETTED, Status.DECLINED, Status.WITHDRAWN, Status.SET_ASIDE),
            # Back to the office when the clearance has ended before anybody took them on.
            Status.VETTED: (Status.APPROVED, Status.VETTING, Status.DECLINED, Status.WITHDRAWN, Status.SET_ASIDE),
            Status.APPROVED: (),
            Status.DECLINED: (Status.VETTED,),  # an appeal can put right what the vetting office refused
            Status.WITHDRAWN: (),
            # Two records turned out to be one person; when that was a mistake, it goes on where it was.
            Status.SET_ASIDE: (
                Status.REGISTERED,
                Status.APPLIED,
                Status.INTERVIEWED,
                Status.VETTING,
                Status.VETTED,
            ),
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
            Status.SET_ASIDE: "",
        },
        since="since",
    )

    class Meta:
        indexes = [
            models.Index(fields=["borough", "status", "since"], name="joining_of_borough"),
            models.Index(fields=["status", "since"], name="joining_at_stage"),  # for the office of all boroughs
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(status__in=["REGISTERED", "APPLIED", "INTERVIEWED", "VETTING", "VETTED"]),
                name="joining_one_open_application",
            )
        ]

    @property
    def status_colour(self) -> str:
        return {
            "APPROVED": "green",
            "DECLINED": "grey",
            "WITHDRAWN": "grey",
            "SET_ASIDE": "grey",
            "VETTING": "yellow",
        }.get(self.status, "blue")


class ApplicationStep(Step):
    of = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="steps")

"""Role profiles and their versions: what a volunteer may do, for whom and under what marks."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.library.policies import USUAL_WEEKLY_MINUTES
from timegiven.library.rules.writing import ADULT
from timegiven.people.models import Person
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


class DbsCheck(models.TextChoices):
    """The level of check by the Disclosure and Barring Service that the law allows for the role."""

    NONE = "NONE", "None"
    BASIC = "BASIC", "Basic"
    STANDARD = "STANDARD", "Standard"
    ENHANCED = "ENHANCED", "Enhanced"
    BARRED = "BARRED", "Enhanced with barred lists"


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
    # The version, of another unit, that this one began as a copy of: its decisions are part of this one's history.
    copied_from = models.ForeignKey(
        "ProfileVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="copies"
    )

    def __str__(self) -> str:
        return self.title


class ProfileVersion(models.Model):
    """One version of a role profile: what is decided on, insured, offered and reported against."""

    class Status(models.TextChoices):
        DRAFT = "DRAFT", "Draft"
        SUBMITTED = "SUBMITTED", "With the Steering Group"
        RETURNED = "RETURNED", "Returned with points to answer"
        REJECTED = "REJECTED", "Rejected"
        APPROVED = "APPROVED", "Approved"
        SUPERSEDED = "SUPERSEDED", "Superseded"
        RETIRED = "RETIRED", "Retired"

    reference = ReferenceField()
    profile = models.ForeignKey(RoleProfile, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT)
    purpose = models.TextField()
    helps_unit = models.TextField(blank=True)
    helps_borough = models.TextField(blank=True)
    helps_volunteer = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    usual_times = models.CharField(max_length=200, blank=True)
    skills = models.TextField(blank=True)  # one on each line
    # The three questions of the guide; each must be NO, with the reason the unit gave (clauses 64 to 66).
    is_obligation = models.BooleanField(default=False)
    is_overtime = models.BooleanField(default=False)
    is_paid_job = models.BooleanField(default=False)
    why_not_obligation = models.TextField(blank=True)
    why_not_overtime = models.TextField(blank=True)
    why_not_paid_job = models.TextField(blank=True)
    vetting_level = models.CharField(max_length=8, choices=VettingLevel, default=VettingLevel.NPPV2A)
    dbs_check = models.CharField(max_length=12, choices=DbsCheck, default=DbsCheck.NONE)
    dbs_reason = models.TextField(blank=True)  # the legal ground on which the check may be asked for
    # What the tasks' own marks amount to; written with the tasks.
    is_public_facing = models.BooleanField(default=False)
    is_lifting = models.BooleanField(default=False)
    is_lone = models.BooleanField(default=False)
    is_off_site = models.BooleanField(default=False)
    needs_aware = models.BooleanField(default=False)
    handles_evidence = models.BooleanField(default=False)
    allows_own_vehicle = models.BooleanField(default=False)
    kit = models.CharField(max_length=200, blank=True)
    dress = models.CharField(max_length=200, blank=True)
    supervisor = models.CharField(max_length=120, blank=True)  # the post, not a name: people change
    deputy = models.CharField(max_length=120, blank=True)
    least_age = models.PositiveSmallIntegerField(default=16)
    suits_under_18 = models.BooleanField(default=True)
    weekly_minutes = models.PositiveSmallIntegerField(default=USUAL_WEEKLY_MINUTES.default)
    wanted = models.PositiveSmallIntegerField(default=1)  # how many volunteers the unit would like
    if_nobody_comes = models.TextField(blank=True)  # a unit must not rely on one volunteer
    # The meeting with the unit's team, and the MVP Manager's own try of the role (clauses 71, 72).
    met_team_on = models.DateField(null=True, blank=True)
    met_team_note = models.TextField(blank=True)
    shadowed_on = models.DateField(null=True, blank=True)
    shadowed_note = models.TextField(blank=True)
    approved_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    is_ended_for_cause = models.BooleanField(default=False)  # retired because it was unsafe or took a paid job

    # What decides who may do a role, and when. The rest is texts, which only pages about roles need to read.
    FACTS = (
        *("reference", "number", "status", "approved_on", "ended_on"),
        *("vetting_level", "least_age", "suits_under_18", "is_public_facing", "is_lifting", "is_lone", "is_off_site"),
        *("needs_aware", "handles_evidence", "allows_own_vehicle"),
    )

    lifecycle = Lifecycle(
        "role profile",
        moves={
            Status.DRAFT: (Status.SUBMITTED, Status.RETIRED),
            Status.SUBMITTED: (Status.APPROVED, Status.RETURNED, Status.REJECTED, Status.RETIRED),
            Status.RETURNED: (Status.DRAFT, Status.RETIRED),
            Status.APPROVED: (Status.SUPERSEDED, Status.RETIRED),
            Status.REJECTED: (),
            Status.SUPERSEDED: (),
            Status.RETIRED: (),
        },
        desks={
            Status.DRAFT: "MVP Manager",
            Status.SUBMITTED: "Steering Group",
            Status.RETURNED: "MVP Manager",
            Status.REJECTED: "",
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
                condition=Q(status__in=["DRAFT", "RETURNED", "REJECTED", "RETIRED"])
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
    def youngest(self) -> int:
        """From which age the role may be done: 18 where it does not suit younger people."""
        return self.least_age if self.suits_under_18 else max(self.least_age, ADULT)

    @property
    def status_colour(self) -> str:
        return {
            "DRAFT": "blue",
            "SUBMITTED": "yellow",
            "RETURNED": "orange",
            "APPROVED": "green",
            "REJECTED": "red",
        }.get(self.status, "grey")


class VersionStep(Step):
    of = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="steps")


class Task(models.Model):
    """One thing the volunteer may do; nothing that is not here may be done (clause 61)."""

    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="tasks")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    is_public_facing = models.BooleanField(default=False)
    is_lifting = models.BooleanField(default=False)
    is_lone = models.BooleanField(default=False)
    is_off_site = models.BooleanField(default=False)
    needs_aware = models.BooleanField(default=False)
    handles_evidence = models.BooleanField(default=False)
    allows_own_vehicle = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="library_task_position")]

    def __str__(self) -> str:
        return self.text


class RoleTraining(models.Model):
    """Training that this role needs besides what the marks of its tasks ask for (clause 88)."""

    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="own_training")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="library_training_position")]

    def __str__(self) -> str:
        return self.text


class Condition(models.Model):
    """A condition on which the Steering Group approved a version, with its day."""

    reference = ReferenceField()
    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="conditions")
    text = models.CharField(max_length=300)
    due_on = models.DateField()
    met_on = models.DateField(null=True, blank=True)
    met_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(met_on=None, met_by=None) | Q(met_on__isnull=False, met_by__isnull=False),
                name="library_condition_met_by_someone",
            )
        ]


class SearchWord(models.Model):
    """A root of a word in a version's text and how much it weighs there: what likeness is reckoned from."""

    version = models.ForeignKey(ProfileVersion, on_delete=models.CASCADE, related_name="search_words")
    root = models.CharField(max_length=40)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["root", "version"], name="library_search_word_once")]

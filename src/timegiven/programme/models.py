"""The organisation as a dated tree, the strands, the dated handbook, the glossary, documents and cover."""

from datetime import date

from django.db import models
from django.db.models import Q

from timegiven.kernel.period import Period
from timegiven.kernel.references import ReferenceField


class Unit(Period):
    """A part of the organisation: the force, a business group, a borough or OCU, a unit, a station."""

    class Kind(models.TextChoices):
        FORCE = "FORCE", "Force"
        GROUP = "GROUP", "Business group"
        BCU = "BCU", "Basic Command Unit"
        BOROUGH = "BOROUGH", "Borough"
        OCU = "OCU", "Operational Command Unit"
        UNIT = "UNIT", "Unit"
        STATION = "STATION", "Station"

    # Where somebody can volunteer: a headquarters OCU is one office, and has no units below it.
    BOROUGHS = (Kind.BOROUGH, Kind.OCU)  # what an MVP Manager runs: a unit belongs to one of them
    WITH_ROLES = (Kind.UNIT, Kind.OCU)

    reference = ReferenceField()
    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind)
    # Where it stands today: "/1/4/9/". Written only by services.report_to; earlier days are in ReportingLine.
    path = models.CharField(max_length=120, db_index=True)
    # The borough or OCU whose MVP Manager runs volunteering here.
    borough = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="units")
    station = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="housed")
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    class Meta(Period.Meta):
        pass

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """The unit with its borough: Front counter, Camden."""
        return f"{self.name}, {self.borough.name}" if self.borough_id != self.pk and self.borough else self.name


class ReportingLine(Period):
    """Which unit stood under which, from a day until a day."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="lines")
    reports_to = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="lines_from_below")

    class Meta(Period.Meta):
        pass


class Strand(models.Model):
    """A strand of volunteering with rules of its own: the MVP, the corporate programme, the Games."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=80)
    purpose = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class PolicyValue(models.Model):
    """A handbook value from a day on, for one strand or (strand null) for all; the next value ends it."""

    name = models.CharField(max_length=80)
    strand = models.ForeignKey(Strand, on_delete=models.CASCADE, null=True, blank=True)
    from_on = models.DateField()
    value = models.JSONField()
    decided_by = models.CharField(max_length=120)
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "strand", "from_on"], name="programme_policy_once"),
            # For all strands at once: not by nulls_distinct, which SQLite does not know.
            models.UniqueConstraint(
                fields=["name", "from_on"], condition=Q(strand=None), name="programme_policy_for_all_once"
            ),
        ]
        indexes = [models.Index(fields=["name", "from_on"], name="programme_policy_newest")]


class Term(models.Model):
    """A word or set of initials, and what it means."""

    term = models.CharField(max_length=60, unique=True)
    expansion = models.CharField(max_length=200, blank=True)
    meaning = models.TextField()
    source = models.CharField(max_length=200)
    era = models.CharField(max_length=40, blank=True)


class Document(models.Model):
    """A controlled document: who owns it, how it is marked, when it is reviewed."""

    code = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=160)
    owner = models.CharField(max_length=120)
    marking = models.CharField(max_length=60, default="Not protectively marked")

    def __str__(self) -> str:
        return self.title


class Edition(models.Model):
    """One numbered version of a document, in force from a day; the newest in force is the current one."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField()
    issued_on = models.DateField()
    review_on = models.DateField()
    body = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="programme_edition_number")]

    def review_is_due(self, day: date) -> bool:
        return day >= self.review_on


class Cover(Period):
    """A certificate of insurance that the force holds for its volunteers: what it covers, from when until when."""

    class Kind(models.TextChoices):
        EMPLOYERS = "EMPLOYERS", "Employers’ liability"
        PUBLIC = "PUBLIC", "Public liability"
        ACCIDENT = "ACCIDENT", "Personal accident"
        OFF_SITE = "OFF_SITE", "Visits and tasks away from police buildings"
        VEHICLE = "VEHICLE", "Own vehicle (motor contingent liability)"

    reference = ReferenceField()
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="cover")
    kind = models.CharField(max_length=10, choices=Kind)
    what = models.CharField(max_length=300, blank=True)  # what the insurer covers, in the certificate's own words
    insurer = models.CharField(max_length=120, blank=True)
    certificate = models.CharField(max_length=60)

    class Meta(Period.Meta):
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(condition=~Q(certificate=""), name="programme_cover_has_certificate"),
            models.UniqueConstraint(fields=["strand", "kind", "certificate"], name="programme_cover_once"),
        ]
        indexes = [models.Index(fields=["strand", "kind", "until_on"], name="programme_cover_in_force")]

"""A report to a public committee: what the Central Team writes, and the figures that are frozen with it."""

from django.db import models
from django.db.models import Q

from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField


class CommitteeReport(models.Model):
    """A report to a public committee (clause 156). Once finished nothing in it changes: a correction is a version."""

    class Status(models.TextChoices):
        DRAFT = "DRAFT", "Draft"
        FINISHED = "FINISHED", "Finished"
        PUBLISHED = "PUBLISHED", "Published"
        DROPPED = "DROPPED", "Put aside"

    reference = ReferenceField()
    version = models.PositiveSmallIntegerField(default=1)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections")
    why_corrected = models.CharField(max_length=300, blank=True)
    committee = models.CharField(max_length=160, blank=True)
    meets_on = models.DateField(null=True, blank=True)
    number = models.PositiveSmallIntegerField(null=True, blank=True)  # on the meeting's agenda
    title = models.CharField(max_length=160, blank=True)
    by_whom = models.CharField(max_length=200, blank=True)
    summary = models.TextField(blank=True)
    recommendations = models.TextField(blank=True)  # one on a line
    as_on = models.DateField(null=True, blank=True)  # the day on which the figures stand
    background = models.TextField(blank=True)
    with_comparator = models.BooleanField(default=False)
    about_boroughs = models.TextField(blank=True)
    confidence = models.CharField(max_length=200, blank=True)
    confidence_percent = models.PositiveSmallIntegerField(null=True, blank=True)
    confidence_source = models.CharField(max_length=200, blank=True)
    confidence_on = models.DateField(null=True, blank=True)
    equality = models.TextField(blank=True)
    finance = models.TextField(blank=True)
    authors = models.TextField(blank=True)
    papers = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    told = models.JSONField(null=True, blank=True)  # the figures and assessments, as they were when it was finished
    finished_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)

    lifecycle = Lifecycle(
        "report to a committee",
        moves={
            Status.DRAFT: (Status.FINISHED, Status.DROPPED),
            Status.FINISHED: (Status.PUBLISHED,),
            Status.PUBLISHED: (Status.FINISHED,),  # taken off the public page
            Status.DROPPED: (),
        },
        desks={Status.DRAFT: "Central Team", Status.FINISHED: "", Status.PUBLISHED: "", Status.DROPPED: ""},
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=("DRAFT", "DROPPED")) | Q(told__isnull=False, finished_on__isnull=False),
                name="insight_finished_is_frozen",
            ),
            models.UniqueConstraint(
                fields=["committee", "meets_on", "number", "version"],
                condition=Q(status__in=("FINISHED", "PUBLISHED")),
                name="insight_report_once",
            ),
            models.UniqueConstraint(fields=["corrects"], condition=~Q(status="DROPPED"), name="insight_one_correction"),
        ]
        indexes = [models.Index(fields=["status", "meets_on"], name="insight_reports_published")]

    @property
    def called(self) -> str:
        """Its title, or what it is while it has none."""
        return self.title or "A report without a title yet"

    @property
    def status_colour(self) -> str:
        return {"DRAFT": "blue", "FINISHED": "yellow", "PUBLISHED": "green"}.get(self.status, "grey")


class CommitteeReportStep(Step):
    of = models.ForeignKey(CommitteeReport, on_delete=models.CASCADE, related_name="steps")


class MoneyRow(models.Model):
    """A planned cost, or money received, in one financial year (clauses 154, 155)."""

    class Phase(models.TextChoices):
        PLANNING = "PLANNING", "Planning"
        DELIVERY = "DELIVERY", "Delivery"

    reference = ReferenceField()
    report = models.ForeignKey(CommitteeReport, on_delete=models.CASCADE, related_name="money")
    year = models.PositiveSmallIntegerField()  # in which the financial year begins
    is_received = models.BooleanField(default=False)  # else it is a planned cost
    what = models.CharField(max_length=160)
    phase = models.CharField(max_length=8, choices=Phase)
    pence = models.PositiveBigIntegerField()
    source = models.CharField(max_length=160)  # where the money comes from

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pence__gt=0), name="insight_money_is_something")]

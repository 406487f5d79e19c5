"""The report of a session, and what its writer had typed so far."""

from django.db import models
from django.db.models import Q

from timegiven.attendance.models.presences import Presence
from timegiven.hours.models import Entry
from timegiven.kernel.encrypted import EncryptedText
from timegiven.kernel.interval import Interval
from timegiven.kernel.references import ReferenceField
from timegiven.library.models import Task
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.rota.models import Offer


class SessionReport(Interval):
    """Time given at one session, breaks included, and the tasks done; a correction is a new report."""

    class Feeling(models.TextChoices):
        GOOD = "GOOD", "It went well"
        MIXED = "MIXED", "Some of it went well"
        HARD = "HARD", "It was difficult"

    reference = ReferenceField()
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="reports")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reports")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
    presence = models.ForeignKey(Presence, on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
    tasks = models.ManyToManyField(Task, related_name="reports")
    break_minutes = models.PositiveSmallIntegerField(default=0)  # part of the time given, never taken off it
    feeling = models.CharField(max_length=6, choices=Feeling, blank=True)
    how_it_went = EncryptedText(blank=True)
    something_else = EncryptedText(blank=True)  # beyond the profile's tasks: asked about quietly, never blocked
    worry = EncryptedText(blank=True)
    is_concern = models.BooleanField(default=False)  # the volunteer asks that the worry be treated as a concern
    idea = EncryptedText(blank=True)
    thank_you = EncryptedText(blank=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="report")
    travel_entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="report_of_travel"
    )
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    why_corrected = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    why_voided = models.CharField(max_length=200, blank=True)
    has_words = models.BooleanField(default=False)  # a worry, an idea or a thank-you for the MVP Manager to read
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    # The version that counts. Asked of the key itself, which PostgreSQL sees to be an anti-join and counts as one.
    STANDING = Q(replaced_by__replaces=None, voided_at=None)

    class Meta(Interval.Meta):
        indexes = [
            models.Index(fields=["person", "starts_at"], name="attendance_of"),
            models.Index(fields=["placement", "starts_at"], name="attendance_at"),
            models.Index(fields=["starts_at", "id"], name="attendance_newest"),  # the lists of a borough and of all
            models.Index(  # few are unread, however many there are
                fields=["placement"], condition=Q(has_words=True, read_at=None), name="attendance_to_read"
            ),
        ]
        constraints = [
            *Interval.Meta.constraints,
            models.CheckConstraint(
                condition=Q(voided_at=None, voided_by=None, why_voided="")
                | (Q(voided_at__isnull=False, voided_by__isnull=False) & ~Q(why_voided="")),
                name="attendance_taken_back_by_someone_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(is_concern=False) | Q(has_words=True), name="attendance_a_concern_has_words"
            ),
        ]


class Draft(models.Model):
    """What someone has typed of a report so far: kept on the server, so a telephone may go flat."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="report_draft")
    address = models.CharField(max_length=200)  # of the page on which it was typed
    typed = EncryptedText()  # JSON: the name of each field, and what stands in it
    saved_at = models.DateTimeField()


class LateEntry(models.Model):
    """A report that came later than the policy lets a volunteer enter it: what they wrote, for the MVP Manager."""

    reference = ReferenceField()
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="late_entries")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="late_entries")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField()
    starts = models.TimeField()
    typed = EncryptedText()  # JSON, as in a draft
    is_concern = models.BooleanField(default=False)  # they ask to be rung: it does not wait until the report is added
    sent_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    report = models.OneToOneField(
        SessionReport, on_delete=models.PROTECT, null=True, blank=True, related_name="late_entry"
    )
    why_not = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "settled_at"], name="attendance_late_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["placement", "on", "starts"], condition=Q(settled_at=None), name="attendance_late_once"
            )
        ]


class Query(models.Model):
    """A quiet question to the MVP Manager: is what was done beyond the profile covered? It never holds a report up."""

    class Answer(models.TextChoices):
        WITHIN = "WITHIN", "It is part of the role"
        ADDED = "ADDED", "It should become part of the role"
        NOT_COVERED = "NOT_COVERED", "Please leave it to the team next time"

    reference = ReferenceField()
    report = models.OneToOneField(SessionReport, on_delete=models.PROTECT, related_name="query")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=11, choices=Answer, blank=True)
    words = EncryptedText(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")


class Reminder(models.Model):
    """That somebody was asked, gently, how a session went."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="reminders")
    number = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "number"], name="attendance_reminded_once")]

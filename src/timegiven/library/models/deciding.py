"""What is put to the Steering Group, what its members say and vote, and what the chair declares."""

from datetime import date

from django.db import models
from django.db.models import Q

from timegiven.kernel.references import ReferenceField
from timegiven.library.models.meeting import Meeting
from timegiven.library.models.profiles import ProfileVersion
from timegiven.people.models import Person, Seat


class Paper(models.Model):
    """A version as it was put to the group in one round: in circulation until a day, or on a meeting's agenda."""

    class Outcome(models.TextChoices):
        OPEN = "", "Not decided yet"
        APPROVED = "APPROVED", "Approved"
        RETURNED = "RETURNED", "Returned with points to answer"
        REJECTED = "REJECTED", "Rejected"
        WITHDRAWN = "WITHDRAWN", "Withdrawn before a decision"

    reference = ReferenceField()
    version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="papers")
    round = models.PositiveSmallIntegerField(default=1)  # each time it is put to the group
    note = models.TextField(blank=True)
    put_at = models.DateTimeField()
    put_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="papers")
    closes_on = models.DateField(null=True, blank=True)  # in circulation: the last day for votes
    content = models.JSONField(default=dict)  # what the profile said when it was put: drafts change after a return
    # Seals of what members read: the profile alone, and with its risk assessment and the insurance.
    profile_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "round"], name="library_one_paper_a_round"),
            models.UniqueConstraint(fields=["version"], condition=Q(outcome=""), name="library_one_open_paper"),
            models.CheckConstraint(
                condition=Q(outcome="", decided_at=None, decided_by=None)
                | ~Q(outcome="") & Q(decided_at__isnull=False, decided_by__isnull=False),
                name="library_outcome_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(meeting=None, closes_on__isnull=False) | Q(meeting__isnull=False, closes_on=None),
                name="library_paper_is_in_one_place",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return not self.outcome

    def is_closed_for_votes(self, day: date) -> bool:
        """Whether the last day for votes has passed; on a meeting's agenda they are given until it is decided."""
        return self.closes_on is not None and self.closes_on < day

    @property
    def outcome_colour(self) -> str:
        colours = {"": "yellow", "APPROVED": "green", "RETURNED": "orange", "REJECTED": "red"}
        return colours.get(self.outcome, "grey")


class Vote(models.Model):
    """The answer of one seat to a paper, given by its holder, or by a deputy while the holder has not."""

    class Answer(models.TextChoices):
        APPROVE = "APPROVE", "Approve"
        RETURN = "RETURN", "Return with points to answer"
        REJECT = "REJECT", "Reject"
        ABSTAIN = "ABSTAIN", "Abstain"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="votes")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    is_deputy = models.BooleanField(default=False)
    answer = models.CharField(max_length=8, choices=Answer)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "seat"], name="library_one_vote_a_seat"),
            models.UniqueConstraint(fields=["paper", "member"], name="library_one_vote_a_member"),
        ]

    @property
    def answer_colour(self) -> str:
        return {"APPROVE": "green", "RETURN": "orange", "REJECT": "red"}.get(self.answer, "grey")


class Remark(models.Model):
    """Something said about a paper: a comment, a question with its answer, an objection that may be withdrawn."""

    class Kind(models.TextChoices):
        COMMENT = "COMMENT", "Comment"
        QUESTION = "QUESTION", "Question"
        OBJECTION = "OBJECTION", "Objection"

    class Ground(models.TextChoices):
        NONE = "", "None"
        SUBSTITUTION = "SUBSTITUTION", "It takes the place of a paid job"
        SAFETY = "SAFETY", "Safety"
        INSURANCE = "INSURANCE", "Insurance"
        OTHER = "OTHER", "Something else"

    reference = ReferenceField()
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="remarks")
    kind = models.CharField(max_length=10, choices=Kind)
    ground = models.CharField(max_length=12, choices=Ground, default=Ground.NONE, blank=True)
    text = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="OBJECTION") & ~Q(ground="") | ~Q(kind="OBJECTION") & Q(ground=""),
                name="library_objection_has_a_ground",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_by=None, answered_at=None)
                | ~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False),
                name="library_answer_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by=None, withdrawn_at=None)
                | Q(kind="OBJECTION", withdrawn_by__isnull=False, withdrawn_at__isnull=False) & ~Q(answer=""),
                name="library_withdrawn_after_its_answer",
            ),
        ]

    @property
    def is_standing(self) -> bool:
        """Whether it is an objection that has not been withdrawn."""
        return self.kind == self.Kind.OBJECTION and self.withdrawn_at is None


class Reminder(models.Model):
    """That a member has been reminded of a paper, so that they are reminded once."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="reminders")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    closes_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "person", "closes_on"], name="library_reminded_once")]

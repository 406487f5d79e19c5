"""What a volunteer paid out of pocket on one occasion, line by line, approved by the MVPM and never by the unit."""

from django.db import models
from django.db.models import F, Q

from timegiven.attendance.models import SessionReport
from timegiven.expenses.models.agreed import CostAgreement, Vehicle
from timegiven.kernel.encrypted import SealedBytes
from timegiven.kernel.lifecycle import Lifecycle, Step
from timegiven.kernel.references import ReferenceField
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit


class Claim(models.Model):
    """A claim for the costs of one session, or of one day that was agreed on; money in pence.

    What is to be paid is the sum of its counted lines.
    """

    class Status(models.TextChoices):
        DRAFT = "DRAFT", "Not sent yet"
        SUBMITTED = "SUBMITTED", "With the MVP Manager"
        SECOND = "SECOND", "For a second look"
        APPROVED = "APPROVED", "Approved"
        BATCHED = "BATCHED", "With Finance"
        PAID = "PAID", "Paid"
        BOUNCED = "BOUNCED", "Could not be paid"
        RETURNED = "RETURNED", "Returned with a question"
        REFUSED = "REFUSED", "Not approved"
        WITHDRAWN = "WITHDRAWN", "Withdrawn"

    OPEN_TO_CHANGE = (Status.DRAFT, Status.RETURNED)
    OVER = (Status.REFUSED, Status.WITHDRAWN)
    AGREED_TO = (Status.APPROVED, Status.BATCHED, Status.PAID, Status.BOUNCED)

    reference = ReferenceField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="claims")
    borough = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="claims")
    report = models.ForeignKey(SessionReport, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    agreed = models.ForeignKey(CostAgreement, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    on = models.DateField()  # the day of the session, or the day that was agreed on
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    pence = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    # The MVP Manager who sent it for somebody without e-mail, and whether what that person signed was scanned since.
    typed_in_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_signed = models.BooleanField(default=False)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=500, blank=True)

    lifecycle = Lifecycle(
        "claim",
        moves={
            Status.DRAFT: (Status.SUBMITTED, Status.WITHDRAWN),
            Status.SUBMITTED: (Status.APPROVED, Status.SECOND, Status.RETURNED, Status.REFUSED, Status.WITHDRAWN),
            Status.SECOND: (Status.APPROVED, Status.RETURNED, Status.REFUSED),
            Status.RETURNED: (Status.SUBMITTED, Status.REFUSED, Status.WITHDRAWN),
            Status.APPROVED: (Status.BATCHED, Status.SUBMITTED),  # back, when its session was changed since
            Status.BATCHED: (Status.PAID, Status.BOUNCED, Status.APPROVED),
            Status.BOUNCED: (Status.APPROVED,),
            Status.PAID: (Status.BOUNCED,),  # a bank may send money back days later
            Status.REFUSED: (),
            Status.WITHDRAWN: (),
        },
        desks={
            Status.DRAFT: "Volunteer",
            Status.SUBMITTED: "MVPM",
            Status.SECOND: "Central Team",
            Status.RETURNED: "Volunteer",
            Status.APPROVED: "Finance",
            Status.BATCHED: "Finance",
            Status.BOUNCED: "MVPM",
            Status.PAID: "",
            Status.REFUSED: "",
            Status.WITHDRAWN: "",
        },
    )

    class Meta:
        indexes = [
            models.Index(fields=["borough", "status"], name="expenses_of_borough"),
            models.Index(  # few are
                fields=["-submitted_at"], condition=Q(typed_in_by__isnull=False), name="expenses_typed_in"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["report"], condition=Q(status="DRAFT"), name="expenses_one_draft_for_a_session"
            ),
            models.UniqueConstraint(
                fields=["agreed"], condition=Q(status="DRAFT"), name="expenses_one_draft_for_a_day"
            ),
            models.CheckConstraint(
                condition=Q(report__isnull=True) ^ Q(agreed__isnull=True), name="expenses_for_a_session_or_a_day"
            ),
            models.CheckConstraint(
                condition=Q(is_signed=False) | Q(typed_in_by__isnull=False), name="expenses_signed_where_typed_in"
            ),
        ]

    def needs_other_eyes(self, person: Person) -> bool:
        """Whether this person typed it in for somebody, and nothing shows that this is what they wanted."""
        return self.typed_in_by_id == person.pk and not self.is_signed

    @property
    def status_colour(self) -> str:
        return {
            "SUBMITTED": "yellow",
            "SECOND": "yellow",
            "APPROVED": "blue",
            "BATCHED": "blue",
            "PAID": "green",
            "BOUNCED": "red",
            "RETURNED": "orange",
        }.get(self.status, "grey")


class ClaimStep(Step):
    of = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="steps")


class Line(models.Model):
    """One cost of a claim: what was spent, and what of it is paid back."""

    class Kind(models.TextChoices):
        MEAL = "MEAL", "Meal"
        FARES = "FARES", "Fares"
        MILEAGE = "MILEAGE", "Miles there and back"
        DUTY = "DUTY", "Driving for the role"
        CARE = "CARE", "Care"
        OTHER = "OTHER", "Something else"
        TOP_UP = "TOP_UP", "Top-up for miles"

    MILES = (Kind.MILEAGE, Kind.DUTY)

    reference = ReferenceField()
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="lines")
    report = models.ForeignKey(  # the claim's: one meal a session
        SessionReport, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    agreed = models.ForeignKey(CostAgreement, on_delete=models.PROTECT, null=True, blank=True, related_name="lines")
    tops_up = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="top_ups")
    what = models.CharField(max_length=200, blank=True)
    spent_pence = models.PositiveIntegerField(null=True, blank=True)  # as the receipt says; miles have none
    foreign = models.CharField(max_length=60, blank=True)  # what the receipt says, where it is not in pounds
    vehicle = models.CharField(max_length=10, choices=Vehicle, blank=True)
    tenths = models.PositiveIntegerField(null=True, blank=True)  # of a mile
    reckoning = models.CharField(max_length=120, blank=True)  # "3.4 miles at 45p"
    pence = models.PositiveIntegerField()  # what is paid back
    is_counted = models.BooleanField(default=True)  # not once it was left out, or the claim came to nothing
    left_out_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(spent_pence=None) | Q(pence__lte=F("spent_pence")), name="expenses_never_above_the_receipt"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["MILEAGE", "DUTY", "TOP_UP"]) | Q(spent_pence__gt=0),
                name="expenses_never_without_a_cost",
            ),
            models.UniqueConstraint(
                fields=["report"], condition=Q(kind="MEAL", is_counted=True), name="expenses_one_meal_a_session"
            ),
        ]

    @property
    def miles(self) -> str:
        """3.4; 12."""
        whole, rest = divmod(self.tenths or 0, 10)
        return f"{whole:,}.{rest}" if rest else f"{whole:,}"


class Receipt(models.Model):
    """A picture or PDF of what was paid, redrawn so that nothing hides in it, and sealed.

    It lies in the database and not on a disk: it comes and goes with its claim's transaction, and every host of
    the site can show it.
    """

    reference = ReferenceField()
    line = models.OneToOneField(Line, on_delete=models.CASCADE, related_name="receipt")
    kind = models.CharField(max_length=20)  # "image/jpeg" or "application/pdf"
    sealed = SealedBytes()
    digest = models.CharField(max_length=64, db_index=True)  # keyed: tells the same picture again, and nothing else
    kept_at = models.DateTimeField()


class SignedPaper(models.Model):
    """The claim on paper, as a volunteer without e-mail signed it: redrawn and sealed like a receipt."""

    reference = ReferenceField()
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(max_length=20)
    sealed = SealedBytes()
    digest = models.CharField(max_length=64, db_index=True)  # keyed: one paper signs one claim
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

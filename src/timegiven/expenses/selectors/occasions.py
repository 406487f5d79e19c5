"""What costs are claimed for: a session, or one day that was agreed on beforehand."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum

from timegiven.attendance import selectors as attendance
from timegiven.attendance.models import SessionReport
from timegiven.expenses.models import Claim, CostAgreement, Line
from timegiven.expenses.policies import CLAIM_WITHIN
from timegiven.expenses.selectors.agreed import agreed_for
from timegiven.kernel.time import london_day
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Strand


@dataclass(frozen=True)
class Occasion:
    """A session by its report, or a day by what was agreed for it."""

    volunteer: Volunteer
    on: date
    report: SessionReport | None = None
    agreed: CostAgreement | None = None

    @property
    def person(self) -> Person:
        return self.volunteer.person

    @property
    def claims(self) -> QuerySet[Claim]:
        """Every claim for it; of a session, under whichever version of its report."""
        if self.report is None:
            return Claim.objects.filter(agreed=self.agreed)
        return Claim.objects.filter(report__in=[self.report, *attendance.versions_of(self.report)])


def of_session(report: SessionReport) -> Occasion:
    """The occasion that a report tells of."""
    return Occasion(report.placement.volunteer, london_day(report.starts_at), report=report)


def of_day(agreed: CostAgreement) -> Occasion:
    """The day that was agreed on without a session, such as that of a course."""
    return Occasion(agreed.volunteer, agreed.from_on, agreed=agreed)


def agreed_on(occasion: Occasion) -> list[CostAgreement]:
    """What was agreed for it beforehand; the newest of each kind comes last."""
    if occasion.report is not None:
        return list(agreed_for(occasion.report.placement, occasion.on))
    agreed = occasion.agreed
    return [agreed] if agreed and agreed.status in CostAgreement.HELD and agreed.covers(agreed.from_on) else []


def newest(report: SessionReport) -> SessionReport:
    """The report as it stands: a correction takes the place of what it corrects."""
    while (newer := attendance.newer_than(report)) is not None:
        report = newer
    return report


def has_meal(occasion: Occasion) -> bool:
    """Whether a meal was claimed for it."""
    return Line.objects.filter(claim__in=occasion.claims, kind=Line.Kind.MEAL, is_counted=True).exists()


def taken(occasion: Occasion, agreed: CostAgreement) -> tuple[int, int]:
    """(pence, tenths of a mile) that were claimed already of what was agreed for one occasion."""
    counted = Line.objects.filter(claim__in=occasion.claims, agreed=agreed, is_counted=True)
    found = counted.aggregate(pence=Sum("pence"), tenths=Sum("tenths"))
    return found["pence"] or 0, found["tenths"] or 0


def open_for(occasion: Occasion) -> Claim | None:
    """The claim that costs are added to: one that came back with a question, or the draft."""
    return occasion.claims.filter(status__in=Claim.OPEN_TO_CHANGE).order_by("-status", "pk").first()


def earlier_claims(occasion: Occasion) -> list[Claim]:
    """What was claimed for it before."""
    return list(occasion.claims.exclude(status=Claim.Status.DRAFT).order_by("begun_at", "pk"))


def days_to_claim_for(person: Person, day: date) -> QuerySet[CostAgreement]:
    """The days that were agreed on and have come: one's own, or of someone without e-mail in one's borough."""
    held = CostAgreement.objects.filter(
        Q(volunteer__person=person)
        | Q(volunteer__person__email=None) & people.scope(person, [Role.MVPM], day, on="volunteer__borough"),
        placement=None,
        status__in=CostAgreement.HELD,
        from_on__lte=day,
        until_on__gt=F("from_on"),  # not called off before it came
    )
    return held.select_related("volunteer__person", "volunteer__borough", "volunteer__strand")


def strand_of(person: Person) -> Strand | None:
    """The strand whose numbers hold for somebody's own claims."""
    volunteer = getattr(person, "volunteer", None)
    return volunteer.strand if volunteer else None


def unclaimed_days(person: Person, day: date) -> QuerySet[CostAgreement]:
    """One's own such days for which nothing has been claimed and something still may, newest first."""
    alive = Claim.objects.filter(agreed=OuterRef("pk")).exclude(status__in=Claim.OVER)
    recent = days_to_claim_for(person, day).filter(
        volunteer__person=person, from_on__gte=day - timedelta(days=CLAIM_WITHIN.on(day, strand_of(person)))
    )
    return recent.filter(~Exists(alive)).order_by("-from_on", "pk")

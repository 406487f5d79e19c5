"""Sessions whose costs may be claimed, and which costs."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from timegiven.attendance import selectors as attendance
from timegiven.attendance.models import SessionReport
from timegiven.expenses.models import Claim, CostAgreement, Line
from timegiven.expenses.policies import CLAIM_AFTER_LEAVING, CLAIM_WITHIN, MEAL_FROM, MEAL_MOST, SECOND_ABOVE
from timegiven.expenses.rules import in_miles
from timegiven.expenses.selectors.agreed import agreed_for, vehicle_reasons
from timegiven.expenses.selectors.occasions import earlier_claims, has_meal, of_session, open_for, strand_of
from timegiven.kernel.time import london_day
from timegiven.kernel.words import duration, pounds
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Strand
from timegiven.programme.policy import all_on


@dataclass(frozen=True)
class Choice:
    """A kind of cost on the page that asks what was paid for: open, or closed with the reason."""

    kind: str
    title: str
    hint: str
    is_open: bool
    agreed: CostAgreement | None = None


def reports_to_claim_for(person: Person, day: date) -> QuerySet[SessionReport]:
    """Reports for which this person might claim: their own, or of someone without e-mail in their borough."""
    return SessionReport.objects.filter(
        SessionReport.STANDING,
        Q(person=person)
        | Q(person__email=None) & people.scope(person, [Role.MVPM], day, on="placement__volunteer__borough"),
    ).select_related(
        "person",
        "placement__version__profile",
        "placement__unit__borough",
        "placement__volunteer__borough__borough",
        "placement__volunteer__strand",
        "placement__volunteer__person",
    )


def unclaimed(person: Person, at: datetime) -> QuerySet[SessionReport]:
    """One's own sessions for which costs may still be claimed, and none has been, newest first."""
    claims = Claim.objects.filter(volunteer__person=person).exclude(status__in=Claim.OVER).exclude(report=None)
    corrected = SessionReport.objects.filter(person=person).exclude(replaces=None).values_list("replaces", "pk")
    newer, claimed = dict(corrected), set(claims.values_list("report", flat=True))
    while later := {newer[each] for each in claimed if each in newer} - claimed:  # claimed under an earlier version
        claimed |= later
    since = at - timedelta(days=CLAIM_WITHIN.on(london_day(at), strand_of(person)))
    return attendance.reports_of(person).filter(starts_at__gte=since).exclude(pk__in=claimed)


def limits(day: date, strand: Strand) -> tuple[int, int]:
    """(days after a session, days after leaving) in which costs may be claimed."""
    within, after_leaving = all_on(day, CLAIM_WITHIN, CLAIM_AFTER_LEAVING, strand=strand)
    return within, after_leaving


def may_still_claim(person: Person, day: date) -> bool:
    """Whether somebody who has left may still claim what they paid before (they are no volunteer any more)."""
    volunteer = getattr(person, "volunteer", None)
    if volunteer is None or volunteer.status != Volunteer.Status.LEFT or volunteer.left_on is None:
        return False
    return bool(day <= volunteer.left_on + timedelta(days=CLAIM_AFTER_LEAVING.on(day, volunteer.strand)))


def meal_policy(report: SessionReport) -> tuple[int, int]:
    """(most pence, least minutes) for a meal on the day of a report."""
    on, strand = london_day(report.starts_at), report.placement.volunteer.strand
    most, least = all_on(on, MEAL_MOST, MEAL_FROM, strand=strand)
    return most, least


def second_above(claim: Claim, day: date) -> int:
    """Above how many pence somebody else looks as well."""
    above: int = SECOND_ABOVE.on(day, claim.volunteer.strand)
    return above


def choices(report: SessionReport) -> list[Choice]:
    """What can be claimed for a session and what cannot, with the reason."""
    on = london_day(report.starts_at)
    agreed = {each.kind: each for each in agreed_for(report.placement, on)}
    found = [_meal(report)]
    for kind in CostAgreement.Kind:
        if kind == CostAgreement.Kind.DUTY:
            if kind.value in agreed or report.placement.version.allows_own_vehicle:
                found.append(_duty(report, agreed.get(kind.value), on))
        else:
            found.append(_agreed(kind, agreed.get(kind.value)))
    return found


def _meal(report: SessionReport) -> Choice:
    most, least = meal_policy(report)
    hint, is_open = f"What it cost, up to {pounds(most)}, with the receipt", True
    if report.minutes < least:
        hint, is_open = f"From {duration(least)} in one session; this one was {duration(report.minutes)}", False
    elif has_meal(of_session(report)):
        hint, is_open = "Claimed for this session already", False
    return Choice(Line.Kind.MEAL, "A meal", hint, is_open)


def _agreed(kind: CostAgreement.Kind, agreed: CostAgreement | None) -> Choice:
    if agreed is None:
        return Choice(kind.value, kind.label, "Not agreed for this placement", is_open=False)
    return Choice(kind.value, kind.label, terms(agreed), is_open=True, agreed=agreed)


def _duty(report: SessionReport, agreed: CostAgreement | None, on: date) -> Choice:
    choice = _agreed(CostAgreement.Kind.DUTY, agreed)
    reasons = vehicle_reasons(report.placement, on) if choice.is_open else []
    return Choice(choice.kind, choice.title, " ".join(reasons), is_open=False) if reasons else choice


def choice_of_day(agreed: CostAgreement) -> Choice:
    """The cost that was agreed for one day."""
    return _agreed(CostAgreement.Kind(agreed.kind), agreed)


def terms(agreed: CostAgreement) -> str:
    """What was agreed, in a line."""
    said, each = [agreed.what], "" if agreed.is_for_one_day else " a session"
    if agreed.most_tenths:
        said.append(f"{agreed.get_vehicle_display().lower()}, up to {in_miles(agreed.most_tenths)}{each}")
    if agreed.most_pence:
        said.append(f"up to {pounds(agreed.most_pence)}{each}")
    return "; ".join(said)


def report_page(report: SessionReport) -> dict[str, object]:
    """What the page of a session's costs shows."""
    found, occasion = choices(report), of_session(report)
    return {
        "report": report,
        "open": [each for each in found if each.is_open],
        "shut": [each for each in found if not each.is_open],
        "earlier": earlier_claims(occasion),
        "begun": open_for(occasion),
    }

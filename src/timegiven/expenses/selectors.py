"""What can be asked of claims."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from timegiven.attendance.models import SessionReport
from timegiven.expenses.models import Claim, Receipt
from timegiven.expenses.policies import MEAL_FROM, MEAL_MOST
from timegiven.kernel.desk import Need
from timegiven.kernel.time import london_day
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person

Status = Claim.Status
_TAGS = {status.value: {"label": status.label, "colour": Claim(status=status).status_colour} for status in Status}


def claims_seen_by(person: Person, day: date) -> QuerySet[Claim]:
    """One's own claims and those of the boroughs whose MVP Manager one is. A unit manager sees none."""
    return Claim.objects.filter(
        Q(volunteer__person=person) | people.scope(person, [Role.MVPM], day, on="borough")
    ).select_related("volunteer__person", "borough", "report__placement__version__profile", "report__placement__unit")


def queue(person: Person, day: date, *, status: str = "", words: str = "") -> QuerySet[Claim]:
    """The claims that this MVP Manager decides on, oldest first; one's own are somebody else's to decide."""
    mine = people.scope(person, [Role.MVPM], day, on="borough")
    claims = Claim.objects.filter(mine).exclude(volunteer__person=person)
    if status:
        claims = claims.filter(status=status)
    if words:
        claims = claims.filter(Q(volunteer__person__name__icontains=words) | Q(reference=words.strip().upper()))
    return claims.order_by("submitted_at", "pk")


def listed(claims: QuerySet[Claim]) -> QuerySet[Claim, dict[str, Any]]:
    """Claims as rows of a list: a list needs no more of each."""
    rows: QuerySet[Claim, dict[str, Any]] = claims.values(
        *("reference", "status", "receipt_pence", "pence", "submitted_at"),
        *("volunteer__person__name", "report__starts_at"),
    )
    return rows


def in_words(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows with their status as it is shown."""
    return [row | _TAGS[row["status"]] for row in rows]


def own(person: Person) -> QuerySet[Claim]:
    """One's own claims, newest first."""
    claims = Claim.objects.filter(volunteer__person=person)
    return claims.select_related("report__placement__version__profile").order_by("-submitted_at", "-pk")


def paid_to(person: Person) -> int:
    """Pence paid back so far."""
    return own(person).filter(status=Status.PAID).aggregate(total=Sum("pence"))["total"] or 0


def reports_to_claim_for(person: Person, day: date) -> QuerySet[SessionReport]:
    """Reports for which this person might claim: their own, or of someone without e-mail in their borough."""
    return SessionReport.objects.filter(
        Q(person=person)
        | Q(person__email=None) & people.scope(person, [Role.MVPM], day, on="placement__volunteer__borough"),
        replaced_by=None,
    ).select_related(
        "person",
        "placement__version__profile",
        "placement__volunteer__borough__borough",
        "placement__volunteer__strand",
    )


def receipts() -> QuerySet[Receipt]:
    """Receipts, for a page that has already found its claim."""
    return Receipt.objects.all()


def receipt_of(claim: Claim) -> Receipt | None:
    """What is known of a claim's receipt, without the picture itself."""
    return Receipt.objects.filter(claim=claim).defer("sealed").first()


def meal_policy(report: SessionReport) -> tuple[int, int]:
    """(most pence, least minutes) for a meal on the day of a report."""
    on, strand = london_day(report.starts_at), report.placement.volunteer.strand
    return MEAL_MOST.on(on, strand), MEAL_FROM.on(on, strand)


def needs(person: Person, day: date) -> list[Need]:
    """Claims to decide or to pay for an MVP Manager; claims that came back for a volunteer."""
    deciding = dict(
        Claim.objects.filter(people.scope(person, [Role.MVPM], day, on="borough"))
        .exclude(volunteer__person=person)
        .filter(status__in=Claim.lifecycle.at_desk("MVPM"))
        .values_list("status")
        .annotate(number=Count("pk"))
        .order_by()
    )
    returned = (
        own(person).filter(status=Status.RETURNED).select_related(None).only("reference")
        if person.is_volunteering
        else []
    )
    return [
        Need(
            text=_several(deciding.get(Status.SUBMITTED, 0), "Decide on 1 claim", "Decide on {} claims"),
            url_name="expenses:claims",
            query="?status=SUBMITTED",
            count=deciding.get(Status.SUBMITTED, 0),
            hint="Meals, each against a receipt",
        ),
        Need(
            text=_several(deciding.get(Status.APPROVED, 0), "Pay 1 approved claim", "Pay {} approved claims"),
            url_name="expenses:claims",
            query="?status=APPROVED",
            count=deciding.get(Status.APPROVED, 0),
        ),
        *(
            Need(text="Answer a question about your claim", url_name="expenses:see", args=(each.reference,))
            for each in returned
        ),
    ]


def _several(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(number)

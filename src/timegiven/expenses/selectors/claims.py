"""Claims: who sees which, the queue of a borough, and what was paid to somebody."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Sum, When
from django.db.models.functions import Length, Substr

from timegiven.expenses.models import Claim, Line
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Appointment, Person

Status = Claim.Status
_TAGS = {status.value: {"label": status.label, "colour": Claim(status=status).status_colour} for status in Status}
_FURTHER = Case(  # what somebody must decide, what is on its way, what is over
    When(status__in=(Status.SUBMITTED, Status.SECOND, Status.BOUNCED), then=0),
    When(status__in=(Status.PAID, *Claim.OVER), then=2),
    default=1,
)
_WHOLE = (
    "volunteer__person",
    "volunteer__strand",
    "borough",
    "report__placement__version__profile",
    "report__placement__unit__borough",
    "agreed",
    "decided_by",
)


def claims_seen_by(person: Person, day: date) -> QuerySet[Claim]:
    """One's own, those of the boroughs that one runs, what needs the Central Team, and what Finance pays.

    A draft is its writer's own, and their MVP Manager's who writes it for them. A unit manager sees none.
    """
    mine, shared = Q(volunteer__person=person), ~Q(status=Status.DRAFT)
    borough = people.scope(person, [Role.MVPM], day, on="borough") & (shared | Q(volunteer__person__email=None))
    central = people.scope(person, [Role.CENTRAL_TEAM], day, on="borough")
    finance = people.scope(person, [Role.FINANCE], day, on="borough") & Q(status__in=Claim.AGREED_TO)
    seen = Q(mine | borough | finance)
    if any(held.role == Role.CENTRAL_TEAM for held in people.appointments(person, day)):
        seen |= central & (Q(status=Status.SECOND) | shared & _with_no_other_manager(day))
    return Claim.objects.filter(seen).select_related(*_WHOLE)


def _with_no_other_manager(day: date) -> Q:
    """The claims that no MVP Manager but the claimant could decide on: the Central Team does."""
    managers = Appointment.objects.on(day).filter(role=Role.MVPM, person__is_active=True)
    above = managers.annotate(way=Substr(OuterRef("borough__path"), 1, Length("unit__path"))).filter(
        way=F("unit__path")
    )
    return ~Q(Exists(above.exclude(person=OuterRef("volunteer__person"))))


def queue(person: Person, day: date, *, status: str = "", words: str = "") -> QuerySet[Claim]:
    """The claims that this person decides on or pays: those that wait first; one's own are somebody else's."""
    claims = claims_seen_by(person, day).exclude(volunteer__person=person).exclude(status=Status.DRAFT)
    if status:
        claims = claims.filter(status=status)
    if words:
        claims = claims.filter(Q(volunteer__person__name__icontains=words) | Q(reference=words.strip().upper()))
    return claims.order_by(_FURTHER, "submitted_at", "pk")


def statuses_seen_by(person: Person, day: date) -> set[str]:
    """The statuses that the queue of this person can have: Finance sees what was agreed to, others all but drafts."""
    if {held.role for held in people.appointments(person, day)} & {Role.MVPM, Role.CENTRAL_TEAM}:
        return set(Status.values) - {Status.DRAFT.value}
    return set(Claim.AGREED_TO)


def listed(claims: QuerySet[Claim]) -> QuerySet[Claim, dict[str, Any]]:
    """Claims as rows of a list: a list needs no more of each."""
    rows: QuerySet[Claim, dict[str, Any]] = claims.select_related(None).values(
        *("reference", "status", "pence", "submitted_at"),
        *("volunteer__person__name", "on", "borough__name"),
    )
    return rows


def in_words(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows with their status as it is shown."""
    return [row | _TAGS[row["status"]] for row in rows]


def lines_of(claim: Claim) -> list[Line]:
    """The costs of a claim as they were added, each with its receipt but without the picture itself."""
    found = Line.objects.filter(claim=claim).select_related("agreed", "receipt", "tops_up__report")
    return list(found.defer("receipt__sealed").order_by("pk"))


def lines_seen_by(person: Person, day: date) -> QuerySet[Line]:
    """The costs of the claims that one sees."""
    seen = claims_seen_by(person, day).values("pk")
    return Line.objects.filter(claim__in=seen).select_related("claim__volunteer__person", "claim__borough")


def own(person: Person) -> QuerySet[Claim]:
    """One's own claims, newest first."""
    claims = Claim.objects.filter(volunteer__person=person)
    return claims.select_related("report__placement__version__profile", "agreed").order_by("-begun_at", "-pk")


def paid_to(person: Person) -> int:
    """Pence paid back so far."""
    return own(person).filter(status=Status.PAID).aggregate(total=Sum("pence"))["total"] or 0


def paid_between(person: Person, from_on: date, until_on: date) -> int:
    """Pence paid back for days in [from_on, until_on)."""
    paid = Claim.objects.filter(volunteer__person=person, status=Status.PAID, on__gte=from_on, on__lt=until_on)
    return paid.aggregate(total=Sum("pence"))["total"] or 0


def second_looks(person: Person, day: date) -> QuerySet[Claim]:
    """The claims that wait for the second look of this member of the Central Team."""
    mine = people.scope(person, [Role.CENTRAL_TEAM], day, on="borough")
    waiting = Claim.objects.filter(mine, status=Status.SECOND)
    return waiting.exclude(volunteer__person=person).exclude(decided_by=person)

"""Claims: who sees which, the queue of a borough, and what was paid to somebody."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, Sum, When

from timegiven.expenses.models import Claim, ClaimStep, Line
from timegiven.kernel import prepared
from timegiven.kernel.prepared import Paged, Prepared
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.programme.models import Unit

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
    "typed_in_by",
)
# A list needs no more of each.
_LISTED = (
    *("reference", "status", "pence", "submitted_at", "on", "volunteer__person__name", "borough__name"),
    *("typed_in_by", "is_signed"),
)


def claims_seen_by(person: Person, day: date) -> QuerySet[Claim]:
    """One's own, those of the boroughs that one runs, what needs the Central Team, and what Finance pays.

    A draft is its writer's own, and their MVP Manager's who writes it for them. A unit manager sees none.
    """
    borough, central, finance = (people.scope(person, [role], day, on="borough") for role in _HANDLE)
    is_central = any(held.role == Role.CENTRAL_TEAM for held in people.appointments(person, day))
    handled = _handled(borough, central if is_central else None, finance, day)
    return Claim.objects.filter(Q(volunteer__person=person) | handled).select_related(*_WHOLE)


_HANDLE = (Role.MVPM, Role.CENTRAL_TEAM, Role.FINANCE)


def _handled(borough: Q, central: Q | None, finance: Q, day: Any) -> Q:
    shared = ~Q(status=Status.DRAFT)
    seen = borough & (shared | Q(volunteer__person__email=None)) | finance & Q(status__in=Claim.AGREED_TO)
    if central is not None:
        seen |= central & (Q(status=Status.SECOND) | shared & _with_no_other_manager(day))
    return seen


def _with_no_other_manager(day: Any) -> Q:
    """The claims that no MVP Manager but the claimant, or whoever typed it in, could decide on: the Central Team does.

    What the Central Team decides on where there is no manager at all, it decides on as an MVP Manager would.
    """
    managers = people.mvp_managers(day)
    others = people.held_above(managers, "borough__path").exclude(person=OuterRef("volunteer__person"))
    own = Q(volunteer__person__in=managers.values("person")) & ~Q(Exists(others))
    besides = others.exclude(person=OuterRef("typed_in_by"))
    typed = Q(typed_in_by__in=managers.values("person"), is_signed=False) & ~Q(Exists(besides))
    return own | typed


def left_by_managers(person: Person, day: date) -> QuerySet[Claim]:
    """What waits to be decided on by this member of the Central Team, because it is the only manager's own affair."""
    mine = people.scope(person, [Role.CENTRAL_TEAM], day, on="borough")
    waiting = Claim.objects.filter(mine, _with_no_other_manager(day), status=Status.SUBMITTED)
    return waiting.exclude(volunteer__person=person)


def queue(person: Person, day: date, *, status: str = "", words: str = "") -> Paged | list[Any]:
    """The claims that this person decides on or pays, as rows: those that wait first; one's own are somebody else's."""
    paths = {role: people.paths(person, [role], day) for role in _HANDLE}
    if not any(paths.values()):
        return []
    chosen = {"status": status, "words": words, "reference": words.strip().upper()}
    shape = (*map(len, paths.values()), bool(status), bool(words))
    return _queue.paged(*shape, person=person.pk, day=day, **paths, **chosen)


@Prepared
def _queue(boroughs: int, central: int, finance: int, has_status: bool, has_words: bool) -> QuerySet[Any]:
    handled = _handled(
        _below(boroughs, Role.MVPM),
        _below(central, Role.CENTRAL_TEAM) if central else None,
        _below(finance, Role.FINANCE),
        prepared.day("day"),
    )
    claims = Claim.objects.filter(handled).exclude(volunteer__person=prepared.key("person"))
    claims = claims.exclude(status=Status.DRAFT)
    if has_status:
        claims = claims.filter(status=prepared.text("status"))
    if has_words:
        named = Q(volunteer__person__name__icontains=prepared.text("words"))
        claims = claims.filter(named | Q(reference=prepared.text("reference")))
    return claims.order_by(_FURTHER, "submitted_at", "pk").values_list(*_LISTED)


def _below(number: int, role: str) -> Q:
    """The claims of the boroughs where the role is held. They are looked up first: claims are many, boroughs few."""
    return Q(borough__in=Unit.objects.filter(people.within(number, paths=role))) if number else Q(pk__in=[])


def statuses_seen_by(person: Person, day: date) -> set[str]:
    """The statuses that the queue of this person can have: Finance sees what was agreed to, others all but drafts."""
    if {held.role for held in people.appointments(person, day)} & {Role.MVPM, Role.CENTRAL_TEAM}:
        return set(Status.values) - {Status.DRAFT.value}
    return set(Claim.AGREED_TO)


def in_words(rows: Iterable[tuple[Any, ...]], person: Person) -> list[dict[str, Any]]:
    """Rows of the queue by name, with their status as it is shown, and whose turn it is where nobody has signed."""
    found = []
    for each in rows:
        row = dict(zip(_LISTED, each, strict=True))
        row |= _TAGS[row["status"]]
        if row["status"] == Status.SUBMITTED and row["typed_in_by"] and not row["is_signed"]:
            is_own = row["typed_in_by"] == person.pk
            row |= {"is_unsigned": True, "label": "For somebody else" if is_own else "Yours to decide"}
            row["needs_other_eyes"] = is_own
        found.append(row)
    return found


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
    return waiting.exclude(volunteer__person=person).exclude(decided_by=person).exclude(typed_in_by=person)


def typed_in(person: Person, day: date, *, alone: bool = False) -> QuerySet[Claim]:
    """The claims that were typed in for somebody, the newest first; ``alone``: approved by whoever typed them in."""
    seen = people.scope(person, [Role.AUDITOR, Role.CENTRAL_TEAM], day, on="borough")
    claims = Claim.objects.filter(seen, typed_in_by__isnull=False).exclude(status=Status.DRAFT)
    if alone:
        claims = claims.filter(Exists(_approvals().filter(of=OuterRef("pk"), by=OuterRef("typed_in_by"))))
    approvals = Prefetch("steps", _approvals().select_related("by").order_by("at", "pk"), to_attr="approvals")
    with_names = claims.select_related("volunteer__person", "borough", "typed_in_by").prefetch_related(approvals)
    return with_names.order_by("-submitted_at", "-pk")


def _approvals() -> QuerySet[ClaimStep]:
    """That somebody approved a claim, for good or for a second look."""
    return ClaimStep.objects.filter(status__in=[Status.SECOND, Status.APPROVED])


def wait_for_other_eyes(person: Person, day: date) -> QuerySet[Claim]:
    """What this MVP Manager typed in, and neither the signed paper nor anybody else has been there for."""
    mine = people.scope(person, [Role.MVPM], day, on="borough")
    return Claim.objects.filter(mine, status=Status.SUBMITTED, typed_in_by=person, is_signed=False)

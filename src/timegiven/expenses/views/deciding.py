"""The MVP Manager's queue and decisions, and top-ups of miles."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from timegiven.expenses import access, forms, rules, selectors, services
from timegiven.kernel.words import pounds
from timegiven.ui import pages


def claims(request: HttpRequest) -> HttpResponse:
    """The claims that one decides on or pays."""
    day = timezone.localdate()
    access.see_queue.require(request.user, day)
    filters = forms.Filter(request.GET, statuses=selectors.statuses_seen_by(request.user, day))
    found = selectors.queue(request.user, day, **filters.usable())
    page: Any = Paginator(found, 25).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": selectors.in_words(page, request.user),
        "filters": filters,
        "may_agree": access.see_agreements(request.user, day),
        "may_pay": access.pay(request.user, day),
        "may_see_typed_in": access.see_typed_in(request.user, day),
    }
    return render(request, "expenses/claims.html", context)


def typed_in(request: HttpRequest) -> HttpResponse:
    """The claims that were typed in for somebody without e-mail: by whom, whether signed, and who approved them."""
    day = timezone.localdate()
    access.see_typed_in.require(request.user, day)
    filters = forms.TypedIn(request.GET)
    found = selectors.typed_in(request.user, day, **filters.usable())
    page: Any = Paginator(found, 25).get_page(request.GET.get("page"))
    return render(request, "expenses/typed_in.html", {"page": page, "filters": filters})


def _found(request: HttpRequest, reference: str) -> Any:
    day, back = timezone.localdate(), reverse("expenses:see", args=[reference])
    found = get_object_or_404(selectors.claims_seen_by(request.user, day), reference=reference)
    if found.status != "SECOND":
        told = {"is_needed": found.needs_other_eyes(request.user), "name": found.volunteer.person.name}
        pages.only_if(request, rules.check_other_eyes, **told, back=back)
        access.decide.require(request.user, found, day)
        return found
    was_theirs = access.decide(request.user, found, day) and not access.look_again(request.user, found, day)
    if was_theirs:  # now it waits for somebody else
        pages.only_while(request, found, "SUBMITTED", back=back)
    access.look_again.require(request.user, found, day)
    return found


def approve(request: HttpRequest, reference: str) -> HttpResponse:
    """Approve a claim, with all its costs or without some."""
    found = _found(request, reference)
    pages.only_while(request, found, "SUBMITTED", "SECOND", back=reverse("expenses:see", args=[reference]))
    lines = selectors.lines_of(found)
    form = forms.Approve(request.POST or None, lines=lines)
    return _decide(request, found, form, services.approve, "Approve this claim", "approved", lines)


def ask(request: HttpRequest, reference: str) -> HttpResponse:
    found, title = _found(request, reference), "Send back with a question"
    pages.only_towards(request, found, "RETURNED", back=reverse("expenses:see", args=[reference]))
    return _decide(request, found, forms.Ask(request.POST or None), services.ask, title, "sent back with your question")


def refuse(request: HttpRequest, reference: str) -> HttpResponse:
    found, title = _found(request, reference), "Do not approve this claim"
    pages.only_towards(request, found, "REFUSED", back=reverse("expenses:see", args=[reference]))
    return _decide(request, found, forms.Refuse(request.POST or None), services.refuse, title, "not approved")


def put_right(request: HttpRequest, reference: str) -> HttpResponse:
    day, title = timezone.localdate(), "Send it to Finance again"
    found = get_object_or_404(selectors.claims_seen_by(request.user, day), reference=reference)
    access.put_right.require(request.user, found, day)
    pages.only_while(request, found, "BOUNCED", back=reverse("expenses:see", args=[reference]))
    form = forms.PutRight(request.POST or None)
    return _decide(request, found, form, services.put_right, title, "with Finance again")


def _decide(
    request: HttpRequest, found: Any, form: Any, deed: Callable[..., None], title: str, done: str, lines: Any = None
) -> HttpResponse:
    """One decision: do it and go on to the next claim."""
    at = timezone.now()
    return pages.deed(
        request,
        form,
        lambda typed: deed(found, by=request.user, at=at, **typed),
        said=lambda _: f"The claim of {found.volunteer.person.name} is {done}{_and_then(found)}.",
        then=reverse("expenses:claims"),
        back=reverse("expenses:see", args=[found.reference]),
        template="expenses/decide.html",
        claim=found,
        lines=lines if lines is not None else selectors.lines_of(found),
        title=title,
        button=title,
    )


def _and_then(found: Any) -> str:
    """A large one is looked at again; whether it is one was decided with what was left out."""
    return ", and goes to the Central Team for a second look" if found.status == "SECOND" else ""


def _where_to(made: list[Any]) -> str:
    """Large ones are looked at again first."""
    large = sum(each.status == "SECOND" for each in made)
    return f"Finance, {large} of them after a second look by the Central Team" if large else "Finance"


def top_ups(request: HttpRequest) -> HttpResponse:
    """What a rate that rose for days that are past adds to miles that were approved before."""
    day, at = timezone.localdate(), timezone.now()
    access.top_up.require(request.user, day)
    due = selectors.top_ups_due(request.user, day)
    total = sum(each.pence for each in due)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.top_up(by=request.user, at=at),
        said=lambda made: f"Top-ups of {pounds(total)} are approved and go to {_where_to(made)}.",
        then=reverse("expenses:top_ups"),
        back=reverse("expenses:claims"),
        template="expenses/top_ups.html",
        due=due,
        total=total,
        title="Top-ups for miles",
        button=f"Approve top-ups of {pounds(total)}",
    )

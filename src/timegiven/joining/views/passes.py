"""The pass office's pages: what is to be made, handed over, asked back; and what has not come back."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, selectors, services
from timegiven.joining.views import codes
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import short_day
from timegiven.ui import pages, pdf


def passes(request: HttpRequest) -> HttpResponse:
    """Which passes wait to be made, were lost, or should come back."""
    day = timezone.localdate()
    access.see_passes.require(request.user, day)
    found, filters = selectors.passes_run_by(request.user, day), forms.PassFilters(request.GET)
    chosen = filters.usable()
    if words := chosen.get("name"):
        found = found.filter(Q(person__name__icontains=words) | Q(number__icontains=words))
    found = found.filter(status__in=chosen.get("status") or ["ASKED", "READY", "LOST", "RECALLED", "EXPIRED"])
    page_obj = Paginator(found, 25).get_page(request.GET.get("page"))
    return render(request, "joining/passes.html", {"filters": filters, "page_obj": page_obj})


def make_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """A card has been made, and waits."""
    found = _run_by_me(request, reference)
    pages.only_towards(request, found, "READY", back=reverse("joining:passes"))
    return pages.deed(
        request,
        forms.MakePass(request.POST or None),
        lambda typed: services.make_pass(found, number=typed["number"], by=request.user, at=timezone.now()),
        said=f"We have told {found.person.name} that the pass is ready to collect.",
        back=reverse("joining:passes"),
        title=f"Make a pass for {found.person.name}",
        intro="Once you have typed the number you can print the pass. The volunteer is told where to collect it.",
        button="The pass is ready",
    )


def _run_by_me(request: HttpRequest, reference: str) -> Any:
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.run_passes.require(request.user, found, day)
    return found


def issue_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Hand a pass over."""
    found = _run_by_me(request, reference)
    pages.only_towards(request, found, "ISSUED", back=reverse("joining:passes"))
    return pages.deed(
        request,
        forms.IssuePass(request.POST or None),
        lambda _: services.issue_pass(found, by=request.user, at=timezone.now()),
        said=f"The pass of {found.person.name} is in force from today.",
        back=reverse("joining:passes"),
        title=f"Issue a pass to {found.person.name}",
        intro=f"Pass {found.number}. Hand it over in person, and ask for something that shows who they are. It lasts "
        "as long as the security clearance.",
        button="Issue the pass",
    )


def print_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """The pass as it is printed, with the square code by which anybody can check it."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.print_pass.require(request.user, found, day)
    if not found.check_code:
        raise NotAllowed(
            "There is nothing to print yet: the pass has no number.", next_step="Note first that it has been made."
        )
    services.printed_pass(found, by=request.user, at=at)
    holder = {"title": f"Volunteer pass {found.number}", "holder": found.person.name, "number": found.number}
    ends = selectors.end_of_pass(found, day)
    told = holder | {
        "until": short_day(ends) if ends else "",
        "code": codes.squares(codes.check_address(found.check_code)),
        "photo": list(selectors.photo_of(found.person)),
    }
    return pdf.download(pdf.make("joining/card", told, at=at), f"pass {found.number}")


def passes_not_returned(request: HttpRequest) -> HttpResponse:
    """Which passes should have come back, and have not."""
    day = timezone.localdate()
    access.see_passes_not_returned.require(request.user, day)
    page_obj = Paginator(selectors.passes_not_returned(request.user, day), 25).get_page(request.GET.get("page"))
    page = {"page_obj": page_obj, "is_office": access.see_passes(request.user, day)}
    return render(request, "joining/passes_not_returned.html", page)


def recall_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a pass back."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.recall_pass.require(request.user, found, day)
    pages.only_towards(request, found, "RECALLED", back=reverse("joining:passes_not_returned"))
    is_office = access.see_passes(request.user, day)
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.recall_pass(found, by=request.user, at=timezone.now()),
        said="A letter asks for the pass back. It is out of force from now.",
        back=reverse("joining:passes" if is_office else "joining:my_pass"),
        title=f"Ask for the pass of {found.person.name} back",
        intro="The pass is out of force at once, and a letter says where to bring it.",
        button="Ask for it back",
    )


def return_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Note that a pass has come back."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.take_back_pass.require(request.user, found, day)
    pages.only_towards(request, found, "RETURNED", back=reverse("joining:passes_not_returned"))
    return pages.deed(
        request,
        forms.ReturnPass(request.POST or None, stays=found.person.is_volunteering),
        lambda typed: services.return_pass(found, **typed, by=request.user, at=timezone.now()),
        said=f"The pass of {found.person.name} has come back.",
        back=reverse("joining:passes_not_returned"),
        title=f"Pass of {found.person.name} returned",
        intro=f"You hold pass {found.number} in your hand. We write to say thank you.",
        button="It has come back",
    )


def cancel_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the books on a lost pass."""
    found = _run_by_me(request, reference)
    pages.only_towards(request, found, "CANCELLED", back=reverse("joining:passes"))
    return pages.deed(
        request,
        forms.CancelPass(request.POST or None),
        lambda typed: services.cancel_pass(found, **typed, by=request.user, at=timezone.now()),
        said=f"The pass of {found.person.name} has been cancelled.",
        back=reverse("joining:passes"),
        title=f"Cancel the pass of {found.person.name}",
        intro="A cancelled pass can never be used again.",
        button="Cancel the pass",
    )

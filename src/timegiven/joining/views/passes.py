"""The pass office's pages: what is to be made, handed over, asked back; and what has not come back."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, selectors, services
from timegiven.joining.views import codes
from timegiven.joining.views.pages import form_page
from timegiven.kernel.refusals import NotAllowed
from timegiven.ui import pdf


def passes(request: HttpRequest) -> HttpResponse:
    """Which passes wait to be made, were lost, or should come back."""
    day = timezone.localdate()
    access.see_passes.require(request.user, day)
    found, form = selectors.passes_run_by(request.user, day), forms.PassFilters(request.GET)
    if form.is_valid():
        if words := form.cleaned_data["name"]:
            found = found.filter(Q(person__name__icontains=words) | Q(number__icontains=words))
        chosen = form.cleaned_data["status"] or ["ASKED", "READY", "LOST", "RECALLED", "EXPIRED"]
        found = found.filter(status__in=chosen)
    page_obj = Paginator(found, 25).get_page(request.GET.get("page"))
    return render(request, "joining/passes.html", {"filters": form, "page_obj": page_obj})


def make_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """A card has been made, and waits."""
    found = _run_by_me(request, reference)
    form = forms.MakePass(request.POST or None)
    if form.carries_out(
        lambda typed: services.make_pass(found, number=typed["number"], by=request.user, at=timezone.now())
    ):
        messages.success(request, f"We have told {found.person.name} that the pass is ready to collect.")
        return redirect("joining:passes")
    intro = "Once you have typed the number you can print the pass. The volunteer is told where to collect it."
    return form_page(
        request,
        form,
        title=f"Make a pass for {found.person.name}",
        intro=intro,
        button="The pass is ready",
        back=reverse("joining:passes"),
    )


def _run_by_me(request: HttpRequest, reference: str) -> Any:
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.run_passes.require(request.user, found, day)
    return found


def issue_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Hand a pass over."""
    found = _run_by_me(request, reference)
    form = forms.IssuePass(request.POST or None)
    if form.carries_out(lambda _: services.issue_pass(found, by=request.user, at=timezone.now())):
        messages.success(request, f"The pass of {found.person.name} is in force from today.")
        return redirect("joining:passes")
    intro = (
        f"Pass {found.number}. Hand it over in person, and ask for something that shows who they are. It lasts as long "
        "as the security clearance."
    )
    return form_page(
        request,
        form,
        title=f"Issue a pass to {found.person.name}",
        intro=intro,
        button="Issue the pass",
        back=reverse("joining:passes"),
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
        "until": ends or "",
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
    form = forms.Decide(request.POST or None)
    back = "joining:passes" if access.see_passes(request.user, day) else "joining:my_pass"
    if form.carries_out(lambda _: services.recall_pass(found, by=request.user, at=timezone.now())):
        messages.success(request, "A letter asks for the pass back. It is out of force from now.")
        return redirect(back)
    intro = "The pass is out of force at once, and a letter says where to bring it."
    return form_page(
        request,
        form,
        title=f"Ask for the pass of {found.person.name} back",
        intro=intro,
        button="Ask for it back",
        back=reverse(back),
    )


def return_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Note that a pass has come back."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.take_back_pass.require(request.user, found, day)
    form = forms.Decide(request.POST or None)
    if form.carries_out(lambda _: services.return_pass(found, by=request.user, at=timezone.now())):
        messages.success(request, f"The pass of {found.person.name} has come back.")
        return redirect("joining:passes_not_returned")
    intro = f"You hold pass {found.number} in your hand. We write to say thank you."
    title, back = f"Pass of {found.person.name} returned", "joining:passes_not_returned"
    return form_page(request, form, title=title, intro=intro, button="It has come back", back=reverse(back))


def cancel_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the books on a lost pass."""
    found = _run_by_me(request, reference)
    form = forms.CancelPass(request.POST or None)
    if form.carries_out(lambda typed: services.cancel_pass(found, **typed, by=request.user, at=timezone.now())):
        messages.success(request, f"The pass of {found.person.name} has been cancelled.")
        return redirect("joining:passes")
    intro = "A cancelled pass can never be used again."
    return form_page(
        request,
        form,
        title=f"Cancel the pass of {found.person.name}",
        intro=intro,
        button="Cancel the pass",
        back=reverse("joining:passes"),
    )

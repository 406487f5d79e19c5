"""Changes of circumstances: what the volunteer tells, what each reader reads, and the second look at a clearance."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from timegiven.joining import access, forms, rules, selectors, services
from timegiven.kernel.refusals import NotAllowed
from timegiven.ui import pages


def declare(request: HttpRequest) -> HttpResponse:
    """Tell us what has changed, or that nothing has."""
    day = timezone.localdate()
    access.declare.require(request.user, request.user, day)
    form = forms.Declare(request.POST or None)
    if form.carries_out(lambda typed: services.declare(request.user, **typed, by=request.user, at=timezone.now())):
        told = form.outcome
        messages.success(request, "Thank you for telling us." if told else "Thank you. Nothing has changed.")
        return redirect("home:desk")
    page = {"form": form, "is_yearly": selectors.open_yearly_look(request.user) is not None}
    return render(request, "joining/declare.html", page)


def reviews(request: HttpRequest) -> HttpResponse:
    """Which clearances are looked at again."""
    day = timezone.localdate()
    access.vet.require(request.user, day)
    is_all = bool(request.GET.get("all"))
    found = selectors.reviews_seen_by if is_all else selectors.reviews_to_settle
    page_obj = Paginator(found(request.user, day), 25).get_page(request.GET.get("page"))
    return render(request, "joining/reviews.html", {"page_obj": page_obj, "is_all": is_all, "day": day})


@never_cache
def settle(request: HttpRequest, reference: str) -> HttpResponse:
    """Read what was declared to the vetting office, and decide whether the clearance stands."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.reviews_had_by(request.user, day), reference=reference)
    access.settle.require(request.user, found, day)
    back, ended = reverse("joining:reviews"), selectors.how_review_ended(found)
    pages.only_if(request, rules.check_unfinished, "This look at a clearance", ended=ended, back=back)
    form = forms.Settle(request.POST or None)
    if form.is_valid():
        outcome = form.cleaned_data["outcome"]
        try:
            if outcome in ("hold", "off"):
                services.hold_clearance(found, is_on_hold=outcome == "hold", by=request.user, at=at)
            else:
                services.settle(found, stands=outcome == "stands", by=request.user, at=at)
            messages.success(request, f"Recorded for {found.clearance.person.name}.")
            return redirect("joining:reviews")
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    elif found.declaration_id and not ended:
        services.saw_declaration(found, by=request.user, at=at)
    return render(request, "joining/settle.html", {"form": form, "review": found, "clearance": found.clearance})


def declarations(request: HttpRequest) -> HttpResponse:
    """Whose health or needs have changed."""
    day = timezone.localdate()
    access.see_declarations.require(request.user, day)
    page_obj = Paginator(selectors.declarations_to_read(request.user, day), 25).get_page(request.GET.get("page"))
    return render(request, "joining/declarations.html", {"page_obj": page_obj})


@never_cache
def read_health(request: HttpRequest, reference: str) -> HttpResponse:
    """Read what would help somebody now; the look is recorded."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.declarations_to_read(request.user, day), reference=reference)
    access.read_health.require(request.user, found, day)
    form = forms.Decide(request.POST or None)
    if form.is_valid():
        services.read_health(found, by=request.user, at=timezone.now())
        return render(request, "joining/read_health.html", {"declaration": found})
    page = {
        "form": form,
        "title": f"What would help {found.person.name} now",
        "intro": "Your look is recorded. Talk about it with them, and with their unit only as far as they agree.",
        "button": "Read it",
        "cancel_url": reverse("joining:declarations"),
    }
    return render(request, "ui/form_page.html", page)

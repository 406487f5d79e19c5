"""Whom to thank: the MVP Manager's list, and a note that it was done."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.engagement import access, forms, selectors, services
from timegiven.ui import pages


def thanks(request: HttpRequest) -> HttpResponse:
    """Volunteers who have just passed a milestone."""
    day = timezone.localdate()
    access.see_thanks.require(request.user, day)
    page = Paginator(selectors.to_thank(request.user, day), 25).get_page(request.GET.get("page"))
    return render(request, "engagement/thanks.html", {"page": page})


def thank(request: HttpRequest, reference: str) -> HttpResponse:
    """Note that somebody was thanked."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.milestones_seen_by(request.user, day), reference=reference)
    access.thank.require(request.user, found, day)
    form = forms.Thank(request.POST or None)
    if form.carries_out(lambda typed: services.thank(found, by=request.user, at=at, **typed)):
        messages.success(request, f"It is noted that {found.volunteer.person.name} was thanked.")
        return redirect("engagement:thanks")
    context = {"form": form, "milestone": found, "steps": found.steps.select_related("by").order_by("at", "pk")}
    return render(request, "engagement/thank.html", context)


def let_be(request: HttpRequest, reference: str) -> HttpResponse:
    """Let a milestone pass."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.milestones_seen_by(request.user, day), reference=reference)
    access.thank.require(request.user, found, day)
    pages.only_towards(request, found, "LET_BE", back=reverse("engagement:thank", args=[reference]))
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.let_be(found, by=request.user, at=at),
        said="",
        back=reverse("engagement:thanks"),
        title="Let it be",
        intro=f"{found.volunteer.person.name}, {found.words}. It goes from your list, and nobody is told.",
        button="Let it be",
    )

"""A move to another unit, and a loan for an event."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.placements import access, forms, selectors, services
from timegiven.placements.views.finding import a_placement, a_volunteer
from timegiven.ui import pages


def move(request: HttpRequest, reference: str) -> HttpResponse:
    """Offer to go on at another unit of the force."""
    day = timezone.localdate()
    placement = a_placement(request, reference)
    access.move.require(request.user, placement.volunteer, day)
    pages.only_while(request, placement, *placement.LIVE, back=reverse("placements:placement", args=[reference]))

    _, reply_by = selectors.usual_terms(day, placement.volunteer.strand)
    form = forms.Move(
        request.POST or None,
        initial={"version": placement.version.reference, "reply_by": reply_by},
        versions=selectors.offerable(placement.volunteer, day),
        units=selectors.units_in_use(day),
    )
    if form.carries_out(lambda _: services.offer_move(placement, by=request.user, at=timezone.now(), **form.facts())):
        offered = form.outcome
        messages.success(request, f"The move is offered to {placement.volunteer.person.name}.")
        return redirect("placements:placement", offered.reference)
    return render(request, "placements/move.html", {"form": form, "placement": placement})


def lend(request: HttpRequest, reference: str) -> HttpResponse:
    """Offer to help at an event, on its days alone."""
    day = timezone.localdate()
    volunteer = a_volunteer(request, reference)
    access.move.require(request.user, volunteer, day)
    pages.only_while(request, volunteer, "ACTIVE", "PAUSED", back=reverse("placements:volunteer", args=[reference]))

    weekly_minutes, _ = selectors.usual_terms(day, volunteer.strand)
    form = forms.Lend(
        request.POST or None,
        initial={"weekly_minutes": weekly_minutes},
        versions=selectors.offerable(volunteer, day),
        units=selectors.units_in_use(day),
    )
    if form.carries_out(lambda _: services.lend(volunteer, by=request.user, at=timezone.now(), **form.facts())):
        offered = form.outcome
        messages.success(request, f"{offered.event} is offered to {volunteer.person.name}.")
        return redirect("placements:placement", offered.reference)
    return render(request, "placements/lend.html", {"form": form, "volunteer": volunteer})

"""The pages on which the Central Team gives and ends appointments."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.kernel.words import day as in_words
from timegiven.people import access, forms, selectors, services
from timegiven.programme import selectors as programme


def appointments(request: HttpRequest) -> HttpResponse:
    """Who is appointed to what."""
    day = timezone.localdate()
    access.see_appointments.require(request.user, day)

    filters = forms.FindAppointments(request.GET, boroughs=programme.boroughs())
    chosen = filters.usable()
    ended = chosen.pop("when", "") == "ended"
    found = selectors.appointments_seen_by(request.user, day, ended=ended, **chosen)
    page = Paginator(found, 25).get_page(request.GET.get("page"))
    context = {"filters": filters, "page": page, "day": day, "ended": ended}
    return render(request, "people/appointments.html", context)


def appoint(request: HttpRequest) -> HttpResponse:
    """Give someone a role at a place from a day on."""
    day, at = timezone.localdate(), timezone.now()
    access.see_appointments.require(request.user, day)

    first = {"from_on": day, **forms.asked_for(request.GET)}
    form = forms.Appoint(request.POST or None, initial=first, seats=selectors.seats(day))
    if form.carries_out(lambda _: services.appoint_by_address(by=request.user, at=at, **form.facts())):
        made = form.outcome
        held = f"{made.get_role_display()}, {made.unit.full_name}"
        messages.success(request, f"{made.person.name} is appointed: {held}, from {in_words(made.from_on)}.")
        return redirect("people:appointments")
    page = {"form": form, "title": "Appoint someone", "places": programme.places()}
    return render(request, "people/appoint.html", page)


def end_appointment(request: HttpRequest, reference: str) -> HttpResponse:
    """End an appointment from a day on."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.appointments_seen_by(request.user, day), reference=reference)
    access.appoint.require(request.user, found.unit, day)

    form = forms.EndAppointment(request.POST or None, initial={"until_on": day})
    if form.carries_out(lambda typed: services.end_appointment(found, by=request.user, at=at, **typed)):
        messages.success(request, f"The appointment of {found.person.name} ends.")
        return redirect("people:appointments")
    return render(request, "people/end_appointment.html", {"form": form, "held": found, "title": "End an appointment"})

"""A place on a session: the volunteer's page of it, giving it back, and its calendar file."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.training import access, selectors, services
from timegiven.ui import forms, pages


def _found(request: HttpRequest, reference: str) -> Any:
    return get_object_or_404(selectors.bookings_seen_by(request.user, timezone.localdate()), reference=reference)


def booking(request: HttpRequest, reference: str) -> HttpResponse:
    """Where and when, how to get in, what to read; and the way to give it back."""
    day, at, found = timezone.localdate(), timezone.now(), _found(request, reference)
    session = found.session
    is_live = found.status in found.LIVE and session.status == "OPEN" and session.ends_at > at
    page = {
        "booking": found,
        "session": session,
        "course": session.course,
        "materials": session.materials.order_by("position"),
        "is_own": found.volunteer.person == request.user,
        "sees_session": selectors.sessions_seen_by(request.user, day).filter(pk=session.pk).exists(),
        "is_booked": is_live and found.status == "BOOKED",
        "may_give_back": is_live and access.give_back(request.user, found, day),
        "turn": selectors.turn_of(found) if found.status == "WAITING" else 0,
    }
    return render(request, "training/booking.html", page)


def give_back(request: HttpRequest, reference: str) -> HttpResponse:
    day, at, found = timezone.localdate(), timezone.now(), _found(request, reference)
    access.give_back.require(request.user, found, day)
    pages.only_towards(request, found, "GIVEN_BACK", back=reverse("training:booking", args=[reference]))
    is_own = found.volunteer.person == request.user
    form = forms.Form(request.POST or None)
    if form.carries_out(lambda _: services.give_back(found, by=request.user, at=at)):
        messages.success(request, "Thank you for telling us. Somebody else can have the place now.")
        if is_own:
            return redirect("training:my_training")
        return redirect("placements:training", found.volunteer.reference)
    page = {"form": form, "booking": found, "session": found.session, "is_own": is_own}
    return render(request, "training/give_back.html", page)


def booking_file(request: HttpRequest, reference: str) -> HttpResponse:
    """The place as a calendar file."""
    found = _found(request, reference)
    words = selectors.ics(found, at=timezone.now())
    named = {"Content-Disposition": 'attachment; filename="training.ics"'}
    return HttpResponse(words, content_type="text/calendar; charset=utf-8", headers=named)

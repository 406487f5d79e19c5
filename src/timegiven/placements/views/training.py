"""A volunteer's training: what is still needed, booking a place, and the unit manager's signature."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.people import selectors as people
from timegiven.placements import access, forms, selectors, services
from timegiven.placements.views.finding import a_placement
from timegiven.training import access as training_access
from timegiven.training import selectors as trained
from timegiven.ui import forms as ui
from timegiven.ui import pages


def training(request: HttpRequest, reference: str) -> HttpResponse:
    """What the roles need, what is done and until when, what is booked and can be."""
    day, at = timezone.localdate(), timezone.now()
    seen = selectors.volunteers_trained_or_seen_by(request.user, day)
    volunteer = get_object_or_404(seen, reference=reference)

    bookings = list(trained.live_bookings_of(volunteer))
    is_own, may_record = request.user == volunteer.person, training_access.record(request.user, volunteer.borough, day)
    page = {
        "volunteer": volunteer,
        "is_own": is_own,
        "sees_record": access.see_record(request.user, volunteer, day),
        "roles": trained.stand_of_roles(volunteer, selectors.roles_of(volunteer), at),
        "before": trained.before(volunteer, at),
        "bookings": bookings,
        "opens": set(bookings) if is_own or may_record else _opened_by(request.user, bookings, day),
        "requests": trained.requests_of(volunteer),
        "completions": trained.standing(volunteer.person, day),
        "has_left": volunteer.status == "LEFT",
        "may_record": may_record,
        "day": day,
    }
    return render(request, "placements/training.html", page)


def _opened_by(viewer: Any, bookings: list[Any], day: date) -> set[Any]:
    """Those that somebody may open who looks after a session, and not after the volunteer."""
    return (
        set(trained.bookings_seen_by(viewer, day).filter(pk__in=[each.pk for each in bookings])) if bookings else set()
    )


def book_training(request: HttpRequest, reference: str) -> HttpResponse:
    """A session as a volunteer sees it, with the button that books a place."""
    at = timezone.now()
    volunteer = people.volunteer_of(request.user) if request.user.is_volunteering else None
    if volunteer is None:
        raise Http404
    session = get_object_or_404(trained.sessions_reached_by(volunteer), reference=reference)

    form = ui.Form(request.POST or None)
    if form.carries_out(lambda _: services.book_training(session, volunteer=volunteer, by=request.user, at=at)):
        booking = form.outcome
        waits = booking.status == "WAITING"
        said = "You are on the waiting list." if waits else "You have a place."
        messages.success(request, f"{said} A letter with the details is on its way.")
        return redirect("rota:booked", booking.reference)  # where the duties are known that it may stand beside
    page = {
        "form": form,
        "session": session,
        "course": session.course,
        "materials": session.materials.order_by("position"),
        "first": trained.comes_first(volunteer, session),
        "is_open": session.status == "OPEN" and session.starts_at > at,
    }
    return render(request, "placements/book_training.html", page)


def sign_training(request: HttpRequest, reference: str) -> HttpResponse:
    """The unit manager signs for what a volunteer has learnt at the unit (clause 94)."""
    day, at = timezone.localdate(), timezone.now()
    placement = a_placement(request, reference)
    access.sign_training.require(request.user, placement, day)
    pages.only_while(request, placement, *placement.LIVE, back=reverse("placements:placement", args=[reference]))

    courses = selectors.courses_to_sign(placement)
    form = forms.Sign(request.POST or None, initial={"on": day}, courses=courses, today=day)
    if form.carries_out(lambda _: services.sign_training(placement, by=request.user, at=at, **form.facts())):
        done = form.outcome
        who = placement.volunteer.person.name
        messages.success(request, f"“{done.course.title}” is signed. {who} gets a letter.")
        return redirect("placements:volunteer", placement.volunteer.reference)
    page = {"form": form, "placement": placement, "courses": courses, "title": "Sign for training"}
    return render(request, "placements/sign_training.html", page)

"""The register of a session: on the page, and on paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.words import clock, duration, so_many
from timegiven.training import access, forms, selectors, services
from timegiven.ui import pages, pdf

SPARE = 6  # empty lines for those who come without a place


def register(request: HttpRequest, reference: str) -> HttpResponse:
    """Tick who was there; the rest follows by itself."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.sessions_seen_by(request.user, day), reference=reference)
    access.keep_session.require(request.user, found.unit, day)
    pages.only_while(request, found, "OPEN", back=reverse("training:session", args=[reference]))

    booked = [each for each in selectors.names_on(found) if each.status == "BOOKED"]
    initial = {"minutes": found.minutes}
    form = forms.sessions.Register(request.POST or None, initial=initial, bookings=booked)
    if form.carries_out(lambda typed: services.close_register(found, by=request.user, at=at, **typed)):
        who = so_many(len(form.outcome), "person", "people")
        led = f"{who} completed the course and will get a letter." if form.outcome else "Nobody was there."
        messages.success(request, f"The register is closed. {led}")
        return redirect("training:session", reference)
    page = {"form": form, "session": found, "booked": booked, "has_begun": found.starts_at <= at}
    return render(request, "training/register.html", page)


def register_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The register to print, with room for a signature and for those who come without a place."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.sessions_seen_by(request.user, day), reference=reference)
    access.keep_session.require(request.user, found.unit, day)

    names = [each for each in selectors.names_on(found) if each.status in ("BOOKED", "CAME", "AWAY")]
    data = {
        "title": f"Register: {found.course.title}",
        "reference": f"Session {found.reference}",
        "marking": pdf.PERSONAL,
        "facts": [
            ("Day", found.on),
            ("Time", f"{clock(found.starts_at)} to {clock(found.ends_at)} ({duration(found.minutes)})"),
            ("Where", found.venue),
            ("Trainer", found.trainer),
            ("Places", f"{found.booked} of {found.places} booked"),
        ],
        "rows": [(each.volunteer.person.name, each.volunteer.borough.name) for each in names],
        "spare": SPARE,
    }
    return pdf.download(pdf.make("training/register", data, at=at), f"register-{found.course.code}-{found.on}")

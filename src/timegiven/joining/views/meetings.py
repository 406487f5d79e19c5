"""Times for interviews: published, booked, moved, called off; the meeting with the unit; the calendar file."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, selectors, services
from timegiven.joining.views.addresses import page_of
from timegiven.kernel import words
from timegiven.kernel.interval import when
from timegiven.ui import pages


def slots(request: HttpRequest) -> HttpResponse:
    """The times that are published here, and who has taken which."""
    day = timezone.localdate()
    access.run_applications.require(request.user, day)
    page_obj = Paginator(selectors.slots_run_by(request.user, day), 25).get_page(request.GET.get("page"))
    return render(request, "joining/slots.html", {"page_obj": page_obj})


def publish_slot(request: HttpRequest) -> HttpResponse:
    """Offer a time."""
    day = timezone.localdate()
    access.run_applications.require(request.user, day)
    own = selectors.boroughs_run_by(request.user, day)
    form = forms.PublishSlot(request.POST or None, boroughs=[(unit.reference, unit.name) for unit in own])
    return pages.deed(
        request,
        form,
        lambda typed: services.publish_slot(
            own.get(reference=typed["borough"]), **form.span(), place=typed["place"], by=request.user, at=timezone.now()
        ),
        said="The time has been published. Applicants can book it now.",
        back=reverse("joining:slots"),
        title="Publish a time for an interview",
        intro="Applicants of the borough see it and choose for themselves.",
        button="Publish",
    )


def withdraw_slot(request: HttpRequest, reference: str) -> HttpResponse:
    """Offer a time no longer."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.slots_run_by(request.user, day), reference=reference)
    taken = (
        f" {found.booked[0].application.person.name} has booked it, and is asked to choose another."
        if found.booked
        else ""
    )
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.withdraw_slot(found, by=request.user, at=timezone.now()),
        said="The time is no longer offered.",
        back=reverse("joining:slots"),
        title=f"Withdraw {words.day(found.starts_at)}, {words.clock(found.starts_at)}",
        intro=f"Nobody can book this time any more.{taken}",
        button="Withdraw this time",
    )


def _application(request: HttpRequest, reference: str) -> Any:
    return get_object_or_404(selectors.applications_seen_by(request.user, timezone.localdate()), reference=reference)


def book(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose a time, or another one."""
    found, at = _application(request, reference), timezone.now()
    access.fill_in.require(request.user, found, timezone.localdate())
    pages.only_while(request, found, "APPLIED", back=page_of(found))
    free = {slot.reference: slot for slot in selectors.free_slots(found, at)[:40]}
    shown = [(key, when(each.starts_at, each.ends_at)) for key, each in free.items()]
    hints = {key: f"{each.place}. With {each.published_by.name}" for key, each in free.items()}
    form = forms.Book(request.POST or None, slots=shown, hints=hints)
    if form.carries_out(lambda typed: services.book(found, free[typed["slot"]], by=request.user, at=at)):
        messages.success(request, "Thank you. The time is yours, and we have written to you about it.")
        return redirect("joining:application", found.reference)
    asked = {"borough": found.borough, "day": timezone.localdate(), "besides": found.person}
    whom = {"ask": selectors.whom_to_ask(**asked), "runs": selectors.who_runs(**asked)}
    return render(request, "joining/book.html", {"form": form, "application": found, "free": free, **whom})


def arrange_unit_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Bring the applicant and the unit together."""
    found = _application(request, reference)
    access.decide.require(request.user, found, timezone.localdate())
    pages.only_while(request, found, *selectors.MET, back=page_of(found))
    units = {unit.reference: unit for unit in selectors.units_to_meet(found.borough)}
    form = forms.UnitMeeting(request.POST or None, units=[(key, unit.name) for key, unit in units.items()])
    return pages.deed(
        request,
        form,
        lambda typed: services.arrange_unit_meeting(
            found,
            **form.span(),
            unit=units[typed["unit"]],
            place=typed["place"],
            with_whom=typed["with_whom"],
            by=request.user,
            at=timezone.now(),
        ),
        said="The meeting has been arranged, and the applicant has been written to.",
        back=page_of(found),
        title=f"Meeting with the unit for {found.person.name}",
        intro="When a match has been found, you, the unit and the applicant talk about the role, what training it "
        "needs, and what would help them there.",
        button="Arrange the meeting",
    )


def cancel_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Call a meeting off; nobody asks why."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.meetings_seen_by(request.user, day), reference=reference)
    access.withdraw.require(request.user, found.application, day)
    pages.only_towards(request, found, "CANCELLED", back=page_of(found.application))
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.cancel_meeting(found, by=request.user, at=timezone.now()),
        said="The meeting has been called off.",
        back=page_of(found.application),
        title="Call this meeting off",
        intro=f"{words.day(found.starts_at)}, {words.clock(found.starts_at)}. No reason is needed, and another time "
        "can be chosen.",
        button="Call it off",
    )


def meeting_file(request: HttpRequest, reference: str) -> HttpResponse:
    """The calendar file of a meeting."""
    found = get_object_or_404(selectors.meetings_seen_by(request.user, timezone.localdate()), reference=reference)
    text = selectors.ics(found, at=timezone.now())
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return response

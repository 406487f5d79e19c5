"""A volunteer's record: overview, placements; and what the MVP Manager does from there."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.people import selectors as people
from timegiven.placements import access, forms, selectors, services
from timegiven.placements.views.finding import a_volunteer
from timegiven.programme import selectors as programme
from timegiven.ui import pages


def volunteer(request: HttpRequest, reference: str) -> HttpResponse:
    """The whole record, or for a unit manager what a unit needs to know."""
    day, at = timezone.localdate(), timezone.now()
    volunteer = selectors.volunteer_reached_by(request.user, reference, day)
    if volunteer is None:
        raise Http404
    if not access.see_record(request.user, volunteer, day):
        return _at_unit(request, volunteer, day, at)

    sees_address = access.see_address(request.user, volunteer, day)
    is_own = request.user == volunteer.person
    if sees_address and not is_own:  # one's own record is no look to note, and takes no lock
        services.look_up(volunteer, "address", by=request.user, at=at)
    standing = selectors.standing_of(volunteer, day)
    page = {
        "volunteer": volunteer,
        "is_own": is_own,
        "sees_address": sees_address,
        "placements": selectors.live_placements_of(volunteer.person),
        "mvpm": people.mvpm_of(volunteer.borough, day, besides=volunteer.person),
        "aware_since": standing.aware_since,
        "may_offer": access.offer(request.user, volunteer, day),
        "may_help": access.write_health(request.user, volunteer, day),
        "needs_aware": standing.needs_aware,
        "steps": selectors.steps_of(volunteer),
        "away": standing.away,
        "may_pause": access.pause(request.user, volunteer, day) and volunteer.status != "LEFT",
    }
    return render(request, "placements/volunteer.html", page)


def _at_unit(request: HttpRequest, volunteer, day, at) -> HttpResponse:
    services.look_up(volunteer, "what would help", by=request.user, at=at)
    here = selectors.at_unit(request.user, day).filter(volunteer=volunteer)
    page = {
        "volunteer": volunteer,
        "roles": [(placement, *selectors.in_short(placement, day)) for placement in here],
        "adjustments": selectors.adjustments_of(volunteer.person),
        "mvpm": people.mvpm_of(volunteer.borough, day, besides=volunteer.person),
        "uses_aware": selectors.needs_aware(volunteer),
    }
    return render(request, "placements/volunteer_at_unit.html", page)


def placements(request: HttpRequest, reference: str) -> HttpResponse:
    day = timezone.localdate()
    volunteer = a_volunteer(request, reference)
    access.see_record.require(request.user, volunteer, day)

    page = {
        "volunteer": volunteer,
        "is_own": request.user == volunteer.person,
        "placements": selectors.placements_of(volunteer),
        "may_offer": access.offer(request.user, volunteer, day),
        "may_lend": access.move(request.user, volunteer, day),
        "history": selectors.history(volunteer),
    }
    return render(request, "placements/placements.html", page)


def offer(request: HttpRequest, reference: str) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    volunteer = a_volunteer(request, reference)
    access.offer.require(request.user, volunteer, day)
    pages.only_while(request, volunteer, "ACTIVE", "PAUSED", back=reverse("placements:volunteer", args=[reference]))

    weekly_minutes, reply_by = selectors.usual_terms(day, volunteer.strand)
    form = forms.Offer(
        request.POST or None,
        initial={
            "weekly_minutes": weekly_minutes,
            "reply_by": reply_by,
            "version": request.GET.get("role", ""),
            "unit": request.GET.get("unit", ""),
        },
        versions=selectors.offerable(volunteer, day),
        units=programme.units_where_people_volunteer(volunteer.borough),
    )
    if form.carries_out(lambda _: services.offer(volunteer, by=request.user, at=at, **form.facts())):
        placement = form.outcome
        messages.success(request, f"{placement.version.title} is offered to {volunteer.person.name}.")
        return redirect("placements:placement", placement.reference)
    page = {"form": form, "volunteer": volunteer, "title": f"Offer {volunteer.person.name} a placement"}
    return render(request, "placements/offer.html", page)

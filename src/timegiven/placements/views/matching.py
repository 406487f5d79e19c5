"""Who fits an open role, and which roles fit a volunteer, with the reasons."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from timegiven.people import selectors as people
from timegiven.placements import access, selectors
from timegiven.placements.views.finding import a_volunteer


def open_roles(request: HttpRequest) -> HttpResponse:
    """The roles with a place free, unit by unit."""
    day = timezone.localdate()
    access.see_fits.require(request.user, day)

    page = Paginator(selectors.open_roles(request.user, day), 25).get_page(request.GET.get("page"))
    return render(request, "placements/open_roles.html", {"page": page})


def who_fits(request: HttpRequest, version: str, unit: str) -> HttpResponse:
    """The volunteers of the borough beside one role."""
    day = timezone.localdate()
    access.see_fits.require(request.user, day)
    place = selectors.place_of(request.user, version, unit, day)
    if place is None:
        raise Http404

    fits = selectors.fitting_people(request.user, place.version, place.unit, day)
    page = Paginator(fits, 25).get_page(request.GET.get("page"))
    return render(request, "placements/who_fits.html", {"place": place, "page": page})


def roles_that_fit(request: HttpRequest, reference: str) -> HttpResponse:
    """The open roles of the borough beside one volunteer."""
    day = timezone.localdate()
    volunteer = a_volunteer(request, reference)
    access.see_record.require(request.user, volunteer, day)

    page = Paginator(selectors.fitting_roles(volunteer, day), 25).get_page(request.GET.get("page"))
    context = {
        "volunteer": volunteer,
        "page": page,
        "is_own": request.user == volunteer.person,
        "may_offer": access.offer(request.user, volunteer, day),
        "mvpm": people.mvpm_of(volunteer.borough, day, besides=volunteer.person),
    }
    return render(request, "placements/roles_that_fit.html", context)

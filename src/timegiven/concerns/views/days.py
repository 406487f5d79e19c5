"""Ask somebody kindly not to come on a day, and talk with them afterwards."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.concerns import access, forms, selectors, services
from timegiven.placements import selectors as placements


def ask_not_to_come(request: HttpRequest, reference: str) -> HttpResponse:
    """A day, and one of four grounds."""
    day = timezone.localdate()
    volunteer = placements.volunteer_reached_by(request.user, reference, day)
    if volunteer is None or volunteer.status == volunteer.Status.LEFT:
        raise Http404
    access.ask_not_to_come.require(request.user, volunteer, day)
    grounds = selectors.grounds(all_of_them=access.name_any_ground(request.user, volunteer, day))
    form = forms.NotThatDay(request.POST or None, grounds=grounds, initial={"on": day})
    if form.carries_out(lambda typed: services.ask_not_to_come(volunteer, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, f"{volunteer.person.first_name} is told, kindly, and without the reason.")
        return redirect("placements:volunteer", reference)
    context = {"form": form, "volunteer": volunteer, "cancel_url": reverse("placements:volunteer", args=[reference])}
    return render(request, "concerns/ask_not_to_come.html", context)


def talked(request: HttpRequest, reference: str) -> HttpResponse:
    """Why it was, for the MVP Manager alone, and that the two have talked."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.days_off_seen_by(request.user, day), reference=reference)
    access.talk.require(request.user, found, day)
    form = forms.Form(request.POST or None)
    if form.carries_out(lambda _: services.talked(found, by=request.user, at=at)):
        messages.success(request, "Thank you. Nothing of the talk is written down.")
        return redirect("concerns:concerns")
    if request.method == "GET":
        services.look_at_day(found, by=request.user, at=at)
    is_open = found.status == found.Status.ASKED
    return render(request, "concerns/talked.html", {"form": form, "day_off": found, "is_open": is_open})

"""A break, and the way back from it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.placements import access, forms, rules, selectors, services
from timegiven.placements.views.finding import a_volunteer
from timegiven.ui import pages


def pause(request: HttpRequest, reference: str) -> HttpResponse:
    """From when, and if they know it until when. Nobody asks why."""
    day = timezone.localdate()
    volunteer = a_volunteer(request, reference)
    access.pause.require(request.user, volunteer, day)
    pages.only_while(request, volunteer, "ACTIVE", "PAUSED", back=reverse("placements:volunteer", args=[reference]))

    form = forms.TakeABreak(request.POST or None, initial={"from_on": day})
    if form.carries_out(lambda typed: services.pause(volunteer, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, "The break is noted. Nothing will be offered in that time.")
        return redirect("placements:volunteer", reference)
    page = {"form": form, "volunteer": volunteer, "is_own": request.user == volunteer.person}
    page["uses_aware"] = selectors.uses_aware(volunteer.person)
    return render(request, "placements/pause.html", page)


def come_back(request: HttpRequest, reference: str) -> HttpResponse:
    """A page with one button: back again."""
    day, back = timezone.localdate(), reverse("placements:volunteer", args=[reference])
    volunteer = a_volunteer(request, reference)
    access.pause.require(request.user, volunteer, day)
    pages.only_while(request, volunteer, "ACTIVE", "PAUSED", back=back)
    away = selectors.break_of(volunteer, day)
    is_away = away is not None or volunteer.status == "PAUSED"
    pages.only_if(request, rules.check_is_away, has_break=is_away, back=back)

    form = forms.Nothing(request.POST if request.method == "POST" else None)
    if form.carries_out(lambda _: services.come_back(volunteer, by=request.user, at=timezone.now())):
        messages.success(request, "Welcome back." if request.user == volunteer.person else "The break has ended.")
        return redirect("placements:volunteer", reference)
    page = {"form": form, "volunteer": volunteer, "away": away}
    page["aware_rests"] = selectors.aware_rests(volunteer.person)
    return render(request, "placements/come_back.html", page | {"is_own": request.user == volunteer.person})

"""Own cars: what the insurer knows, which papers were seen, and whether the car may be used in a role."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from timegiven.placements import access, forms, selectors, services
from timegiven.placements.views.finding import a_volunteer


def vehicles(request: HttpRequest, reference: str) -> HttpResponse:
    """What the volunteer's insurer knows; from here the MVP Manager notes the papers."""
    day, at = timezone.localdate(), timezone.now()
    volunteer = a_volunteer(request, reference)
    access.say_vehicle.require(request.user, volunteer, day)

    held = selectors.statements_of(volunteer, day)
    form = forms.SayVehicle(request.POST if request.method == "POST" else None, initial={"said": list(held)})
    if form.is_valid():
        services.say_vehicle(volunteer, by=request.user, at=at, **form.cleaned_data)
        messages.success(request, "Kept. Thank you.")
        return redirect("placements:vehicles", reference)
    page = {
        "volunteer": volunteer,
        "is_own": request.user == volunteer.person,
        "form": form,
        "held": sorted(held.values(), key=lambda each: each.from_on),
        "roles": selectors.own_vehicle(volunteer, day),
        "may_see_paper": access.see_vehicle_paper(request.user, volunteer, day),
    }
    return render(request, "placements/vehicles.html", page)


def see_vehicle_paper(request: HttpRequest, reference: str) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    volunteer = a_volunteer(request, reference)
    access.see_vehicle_paper.require(request.user, volunteer, day)

    form = forms.VehiclePaper(request.POST or None, initial={"seen_on": day})
    if form.carries_out(lambda typed: services.see_vehicle_paper(volunteer, by=request.user, at=at, **typed)):
        messages.success(request, "Noted that you have seen it.")
        return redirect("placements:vehicles", reference)
    page = {"volunteer": volunteer, "form": form, "title": "A paper that was seen"}
    return render(request, "placements/see_vehicle_paper.html", page)

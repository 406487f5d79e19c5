"""Kit lent to volunteers: what one has, what is out, and what came back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.placements import access, forms, selectors, services
from timegiven.placements.views.finding import somebody_near
from timegiven.ui import pages


def kit(request: HttpRequest, reference: str) -> HttpResponse:
    """What a volunteer has, and has brought back."""
    day = timezone.localdate()
    volunteer = somebody_near(request, reference)
    access.see_kit.require(request.user, volunteer, day)

    rows = [(each, access.take_back_kit(request.user, each, day)) for each in selectors.kit_of(volunteer)]
    page = {
        "volunteer": volunteer,
        "is_own": request.user == volunteer.person,
        "rows": rows,
        "may_lend": bool(selectors.lending_units(request.user, volunteer, day)),
        "named": selectors.kit_named(volunteer),
    }
    return render(request, "placements/kit.html", page)


def lend_kit(request: HttpRequest, reference: str) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    volunteer = somebody_near(request, reference)
    access.see_kit_out.require(request.user, day)
    pages.only_while(request, volunteer, "ACTIVE", "PAUSED", back=reverse("placements:volunteer", args=[reference]))

    units = selectors.lending_units(request.user, volunteer, day)
    known = {"issued_on": day, "unit": units[0].reference if len(units) == 1 else ""}
    form = forms.LendKit(request.POST or None, initial=known, units=units)
    if form.carries_out(lambda _: services.lend_kit(volunteer, by=request.user, at=at, **form.facts())):
        messages.success(request, "Noted. Both of you can see it.")
        return redirect("placements:kit", reference)
    page = {"volunteer": volunteer, "form": form, "named": selectors.kit_named(volunteer), "title": "Lend kit"}
    return render(request, "placements/lend_kit.html", page)


def kit_back(request: HttpRequest, reference: str) -> HttpResponse:
    """One thing is back, or cannot be found."""
    day, at = timezone.localdate(), timezone.now()
    thing = get_object_or_404(selectors.kit_seen_by(request.user, day), reference=reference)
    access.take_back_kit.require(request.user, thing, day)
    # Of whoever is not placed here any more a unit sees what it lent them, and nothing else.
    is_near = selectors.volunteers_near(request.user, day).filter(pk=thing.volunteer_id).exists()
    back = reverse("placements:kit", args=[thing.volunteer.reference]) if is_near else reverse("placements:kit_out")
    pages.only_towards(request, thing, "RETURNED", back=back)

    form = forms.KitBack(request.POST or None, initial={"ended_on": day})
    is_back = form.is_valid() and form.cleaned_data["is_back"]
    deed = services.take_back_kit if is_back else services.note_kit_not_found
    if form.carries_out(lambda typed: deed(thing, ended_on=typed["ended_on"], by=request.user, at=at)):
        messages.success(request, "Thank you. It is noted." if is_back else "Noted. It is nobody's fault.")
        return redirect(back)
    page = {"thing": thing, "form": form, "title": f"Is it back? {thing.item}", "cancel_url": back, "is_near": is_near}
    return render(request, "placements/kit_back.html", page)


def kit_out(request: HttpRequest) -> HttpResponse:
    """What is still out at one's unit or in one's borough."""
    day = timezone.localdate()
    access.see_kit_out.require(request.user, day)

    page = Paginator(selectors.kit_out(request.user, day), 25).get_page(request.GET.get("page"))
    return render(request, "placements/kit_out.html", {"page": page})

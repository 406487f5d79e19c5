"""The days and times of a placement: what is agreed, what is suggested, and a yes to it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.placements import access, forms, rules, selectors, services
from timegiven.placements.views.finding import a_placement
from timegiven.ui import pages


def pattern(request: HttpRequest, reference: str) -> HttpResponse:
    """What is agreed; what is suggested, and who has said yes; and a form to suggest other days and times."""
    day = timezone.localdate()
    placement = a_placement(request, reference)
    access.agree_pattern.require(request.user, placement, day)
    back = reverse("placements:placement", args=[reference])
    pages.only_while(request, placement, *placement.LIVE, back=back)
    pages.only_if(request, rules.check_has_weeks, is_for_one_day=placement.is_for_one_day, back=back)

    agreed, suggested = selectors.patterns_of(placement)
    known = selectors.times_of(suggested or agreed)
    form = forms.Times(request.POST if request.method == "POST" else None, known=known)
    if form.carries_out(
        lambda _: services.suggest_pattern(placement, times=form.times(), by=request.user, at=timezone.now())
    ):
        messages.success(request, "Thank you. The others are asked whether it suits them too.")
        return redirect("placements:pattern", reference)
    page = {
        "placement": placement,
        "form": form,
        "agreed": selectors.times_of(agreed),
        "suggested": selectors.times_of(suggested),
        "yeses": selectors.yeses_of(suggested) if suggested else [],
        "may_say_yes": bool(suggested and selectors.sides_to_say(request.user, suggested, day)),
        "is_own": request.user == placement.volunteer.person,
    }
    return render(request, "placements/pattern.html", page)


def agree_pattern(request: HttpRequest, reference: str) -> HttpResponse:
    """A page with one button: yes to what was suggested."""
    placement = a_placement(request, reference)
    access.agree_pattern.require(request.user, placement, timezone.localdate())
    pages.only_while(request, placement, *placement.LIVE, back=reverse("placements:placement", args=[reference]))
    _, suggested = selectors.patterns_of(placement)
    if suggested is None:
        raise Http404

    form = forms.Nothing(request.POST if request.method == "POST" else None)
    if form.carries_out(lambda _: services.agree_pattern(suggested, by=request.user, at=timezone.now())):
        messages.success(request, "Thank you. Your yes is noted.")
        return redirect("placements:pattern", reference)
    page = {"placement": placement, "form": form, "suggested": selectors.times_of(suggested)}
    return render(request, "placements/agree_pattern.html", page)

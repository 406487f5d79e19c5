"""The first day: plan it, go through the list together, and start; and the page that welcomes the volunteer."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.placements import access, forms, selectors, services
from timegiven.placements.views.finding import a_placement
from timegiven.placements.views.placed import checks_of, press
from timegiven.ui import pages


def start(request: HttpRequest, reference: str) -> HttpResponse:
    day = timezone.localdate()
    placement = a_placement(request, reference)
    access.start.require(request.user, placement, day)
    pages.only_towards(request, placement, "STARTED", back=reverse("placements:placement", args=[reference]))
    more = {"checks": checks_of(placement, day, selectors.FOR_A_START), "unticked": selectors.unticked(placement)}
    return press(request, placement, services.start, "start", "The placement has started.", **more)


def plan_first_day(request: HttpRequest, reference: str) -> HttpResponse:
    """When the volunteer comes first, who meets them and how they find the place."""
    placement = a_placement(request, reference)
    access.start.require(request.user, placement, timezone.localdate())
    pages.only_while(request, placement, "AGREED", back=reverse("placements:placement", args=[reference]))

    arrival = selectors.arrival_of(placement)
    known = selectors.plan_to_start_from(placement, arrival, request.user)
    form = forms.PlanFirstDay(request.POST or None, initial=known)
    if form.carries_out(
        lambda _: services.plan_first_day(placement, by=request.user, at=timezone.now(), **form.facts())
    ):
        messages.success(request, f"Planned. {placement.volunteer.person.first_name} gets a letter with all of it.")
        return redirect("placements:first_day", reference)
    page = {"placement": placement, "form": form, "arrival": arrival, "title": "Plan the first day"}
    return render(request, "placements/plan_first_day.html", page)


def first_day(request: HttpRequest, reference: str) -> HttpResponse:
    """The list that unit and volunteer go through together, each ticking their side."""
    placement = a_placement(request, reference)
    access.welcome.require(request.user, placement, timezone.localdate())
    pages.only_while(request, placement, *placement.LIVE, back=reverse("placements:placement", args=[reference]))

    is_own, person = request.user == placement.volunteer.person, placement.volunteer.person
    lines = selectors.lines(placement)
    side = "VOLUNTEER" if is_own else "UNIT"
    for_them = not is_own and not person.email
    form = forms.FirstDay(_posted(request), lines=lines, side=side, speaks_for_them=for_them)
    if form.carries_out(
        lambda _: services.tick(placement, done=form.done(), said=form.said(), by=request.user, at=timezone.now())
    ):
        messages.success(request, "Kept. You can both see what is ticked, and go on another time.")
        return redirect("placements:first_day", reference)
    page = {"placement": placement, "form": form, "is_own": is_own, **_list(placement, form, lines, side)}
    return render(request, "placements/first_day.html", page)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _list(placement: Any, form: Any, lines: list, side: str) -> dict[str, Any]:
    """The list as its page shows it: what is open for this side, what for the other, and what is done."""
    prepared = {item.code for item in selectors.before(placement)}
    codes = [line.item.code for line in lines]
    mine = {line.item.code for line in form.lines}
    return {
        "lines": lines,
        "before": form.rows(code for code in codes if code in prepared),
        "that_day": form.rows(code for code in codes if code not in prepared),
        "for_the_other": [line for line in lines if line.is_open and line.item.code not in mine],
        "done": [line for line in lines if line.ticks],
        "done_count": sum(not line.is_open for line in lines),
        "may_start": not selectors.unticked(placement) and side == "UNIT" and placement.status == "AGREED",
        "arrival": selectors.arrival_of(placement),
    }


def welcome(request: HttpRequest, reference: str) -> HttpResponse:
    """All that somebody wants to know before they come for the first time, to read or to print."""
    placement = a_placement(request, reference)
    day = timezone.localdate()
    mvpm, managers = selectors.mvpm_and_managers(placement, day)
    page = {
        "placement": placement,
        "is_own": request.user == placement.volunteer.person,
        "arrival": selectors.arrival_of(placement),
        "may_plan": access.start(request.user, placement, day) and placement.status == "AGREED",
        "mvpm": mvpm,
        "managers": managers,
        "notes": selectors.notes_of(placement),
        "terms": selectors.letters_in(placement),
        "tasks": selectors.tasks_on(placement, day),
    }
    return render(request, "placements/welcome.html", page)

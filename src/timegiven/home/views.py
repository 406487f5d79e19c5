"""Each person's desk, their own details, and whom to ask."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from timegiven.audit import services as audit
from timegiven.home import forms, pause, selectors, words
from timegiven.home.desk import arranged, by_borough, desk_of
from timegiven.home.my_copy import HEADERS, kept_of
from timegiven.home.navigation import MY_APPLICATION, MY_CLAIMS, MY_LETTERS, RING, ways
from timegiven.home.setting_up import Step
from timegiven.kernel.desk import Need
from timegiven.kernel.words import contextual
from timegiven.people import selectors as people
from timegiven.ui import sheets


@login_not_required
def today(request: HttpRequest) -> HttpResponse:
    """What needs this person today; a stranger is shown what volunteering is."""
    if not request.user.is_authenticated:
        return redirect("joining:start")
    day = timezone.localdate()
    shown = ways(request.user, day)
    held, desk = people.posts(request.user, day), desk_of(request, day).still(timezone.now())
    own, stood_in = by_borough(desk.needs)
    context = {
        **_lines(own, day, staff=bool(held)),
        "stood_in": [
            {"name": name, "count": count, **_lines(needs, day, staff=True)} for name, count, needs in stood_in
        ],
        "appointments": held,
        "volunteering": desk.volunteering,
        "corner": desk.corner,
        "steps": [_shown(step) for step in desk.steps],
        "is_applicant": MY_APPLICATION in shown,
        "has_left": MY_LETTERS in shown,
        "may_claim": MY_CLAIMS in shown,
        "rings": forms.WhoseSheet()
        if RING in shown
        else None,  # whoever has this page open at night is looking for a number
        "today": day,
    }
    return render(request, "home/desk.html", context)


def _lines(needs: list[Need], day: date, *, staff: bool) -> dict[str, Any]:
    """Needs as they are shown: what has a day, and the rest in groups where there is much of it."""
    first, groups = arranged(needs)
    return {
        "needs": [line(need, day, staff=staff) for need in first],
        "groups": {title: [line(need, day, staff=staff) for need in found] for title, found in groups.items()},
    }


def line(need: Need, day: date, *, staff: bool) -> dict[str, Any]:
    """A need as the "Needs you today" list shows it."""
    shown = {"text": need.text, "url": reverse(need.url_name, args=need.args) + need.query, "hint": need.hint}
    if not need.due_on:
        return shown
    if need.due_on < day and staff:  # nothing is ever overdue for a volunteer
        return shown | {"tag": "Overdue", "colour": "red"}
    return shown | {"tag": contextual(need.due_on, day).capitalize(), "colour": "yellow" if staff else "blue"}


def _shown(step: Step) -> dict[str, str]:
    shown = {"title": step.title, "url": reverse(step.url_name), "hint": "" if step.is_done else step.hint}
    return shown | ({"status": "Done"} if step.is_done else {"status": "To do", "colour": "blue"})


def me(request: HttpRequest) -> HttpResponse:
    """What the programme knows of the person who asks, and what they can change."""
    day = timezone.localdate()
    context = {
        "person": request.user,
        "appointments": people.posts(request.user, day),
        "new_address": people.new_address(request.user, timezone.now()),
        "volunteer": people.volunteer_of(request.user),
        "contacts": people.emergency_contacts(request.user),
    }
    return render(request, "home/me.html", context)


@require_safe
def my_copy(request: HttpRequest) -> HttpResponse:
    """What one finds of oneself here, to take away; that it was taken is written down."""
    at, day = timezone.now(), timezone.localdate()
    content = sheets.workbook(HEADERS, [each.cells for each in kept_of(request.user, day)])
    audit.saw("own record, to take away", of=request.user, by=request.user, at=at, about=request.user)
    response = sheets.download_workbook(content, f"my record {day.isoformat()}")
    response["Cache-Control"] = "no-store"
    return response


@login_not_required
@require_http_methods(["GET", "POST"])
def still_here(request: HttpRequest) -> JsonResponse:
    """How many seconds somebody with a post has before the pause is too long, and who is signed in.

    To ask (GET) changes nothing; to say so (POST) begins the time anew, as every other page does. What was open before
    they signed in has the key of forms from before: with the one of now it is sent without being asked about again.
    """
    told: dict[str, Any] = {"seconds": 0}
    if request.user.is_authenticated:
        told |= {"who": request.user.reference, "name": request.user.name, "key": get_token(request)}
    if pause.is_watched(request, timezone.localdate()):
        told |= {"seconds": max(int(pause.left(request)), 0), "last": pause.is_last(request)}
    response = JsonResponse(told)
    response["Cache-Control"] = "no-store"
    return response


@login_not_required
def who_to_ask(request: HttpRequest) -> HttpResponse:
    """Whom to ask about what (clauses 126, 130 to 133)."""
    is_staff = request.user.is_authenticated and bool(people.appointments(request.user, timezone.localdate()))
    return render(
        request,
        "home/help.html",
        selectors.whom_to_ask(request.user, timezone.localdate()) | {"matters": words.MATTERS, "is_staff": is_staff},
    )


@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, why, who sees it and for how long."""
    return render(request, "home/privacy.html", {"kept": words.KEPT})


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far the pages can be used by everyone, and how to tell us when not."""
    return render(request, "home/accessibility.html")

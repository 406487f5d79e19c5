"""Each person's desk, their own details, and whom to ask."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.home import selectors
from timegiven.kernel.desk import Need
from timegiven.kernel.words import contextual
from timegiven.people import selectors as people


@login_not_required
def desk(request: HttpRequest) -> HttpResponse:
    """What needs this person today; a stranger is shown what volunteering is."""
    if not request.user.is_authenticated:
        return redirect("joining:start")
    day = timezone.localdate()
    needs = selectors.needs(request.user, day)
    context = {
        "needs": [_line(need, day) for need in needs],
        "appointments": people.appointments(request.user, day),
        "volunteering": selectors.volunteering(request.user, day),
        "shortcuts": selectors.shortcuts(request.user, day),
        "application": selectors.application_of(request.user),
        "today": day,
    }
    return render(request, "home/desk.html", context)


def _line(need: Need, day: Any) -> dict[str, Any]:
    """A need as the "Needs you today" list shows it."""
    line = {"text": need.text, "url": reverse(need.url_name, args=need.args) + need.query, "hint": need.hint}
    if need.due_on:
        late = need.due_on < day
        line |= {
            "tag": "Overdue" if late else contextual(need.due_on, day).capitalize(),
            "colour": "red" if late else "yellow",
        }
    return line


def me(request: HttpRequest) -> HttpResponse:
    """What the programme knows of the person who asks, and what they can change."""
    person, day = request.user, timezone.localdate()
    context = {
        "person": person,
        "appointments": people.appointments(person, day),
        "volunteer": people.volunteer_of(person),
        "contact": people.emergency_contact(person),
    }
    return render(request, "home/me.html", context)


@login_not_required
def help(request: HttpRequest) -> HttpResponse:
    """Whom to ask about what (clauses 126, 130 to 133)."""
    return render(request, "home/help.html", selectors.whom_to_ask(request.user, timezone.localdate()))


@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, why, who sees it and for how long."""
    return render(request, "home/privacy.html")


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far the pages can be used by everyone, and how to tell us when not."""
    return render(request, "home/accessibility.html")

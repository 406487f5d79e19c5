"""A volunteer's month: what was given, what is left, and thanks."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.hours import access, selectors
from timegiven.kernel.time import month_of
from timegiven.people import selectors as people


def my_month(request: HttpRequest) -> HttpResponse:
    """The volunteer's own page has the address of their record."""
    volunteer = people.volunteer_of(request.user)
    if volunteer is None:
        raise Http404
    return redirect("hours:month", volunteer.reference)


def month(request: HttpRequest, reference: str) -> HttpResponse:
    today = timezone.localdate()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, today), reference=reference)
    access.see_month.require(request.user, volunteer, today)

    person, strand = volunteer.person, volunteer.strand
    day = _chosen(request.GET.get("month", ""), today)
    starts_on, is_now = month_of(day), month_of(day) == month_of(today)
    page = {
        "volunteer": volunteer,
        "is_own": request.user == person,
        "starts_on": starts_on,
        "is_now": is_now,
        "given": selectors.given_in(person, day),
        "left": selectors.left_in(person, day, strand),
        "cap": selectors.cap_for(person, day, strand),
        "extensions": [
            each for each in selectors.extensions_from(person, day) if is_now or each.starts_on == starts_on
        ],
        "is_closed": selectors.is_closed(day),
        "may_sign": bool(selectors.most_signed_for(day, strand)) and access.sign_for(request.user, volunteer, today),
        "entries": selectors.entries_of(person, day),
        "total": selectors.total_of(person),
        "months": selectors.months_of(person)[:12],
        "hope": selectors.hope_on(today, strand) if access.see_hope(request.user, volunteer, today) else None,
    }
    return render(request, "hours/month.html", page)


def _chosen(typed: str, today: date) -> date:
    """The month of "2007-03"; this month for anything else, and for months to come."""
    try:
        return min(date.fromisoformat(f"{typed}-01"), today)
    except ValueError:
        return today

"""A volunteer's month: what was given, what is left, and thanks."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.hours import access, forms, rules, selectors, services
from timegiven.kernel import words
from timegiven.kernel.time import month_of, named_day
from timegiven.people import selectors as people
from timegiven.ui import pages
from timegiven.ui.forms.days import read_day


def my_month(request: HttpRequest) -> HttpResponse:
    """The volunteer's own page has the address of their record."""
    volunteer = people.volunteer_of(request.user)
    if volunteer is None:
        raise Http404
    asked = f"?{request.GET.urlencode()}" if request.GET else ""
    return redirect(f"{reverse('hours:month', args=[volunteer.reference])}{asked}")


def month(request: HttpRequest, reference: str) -> HttpResponse:
    today = timezone.localdate()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, today), reference=reference)
    access.see_month.require(request.user, volunteer, today)

    person, strand = volunteer.person, volunteer.strand
    day = _chosen(request.GET.get("month", ""), today)
    starts_on, is_now = month_of(day), month_of(day) == month_of(today)
    may_add, entries = access.add_time(request.user, volunteer, today), list(selectors.entries_of(person, day))
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
        "may_add": may_add,
        "entries": entries,
        "added": selectors.added_by_hand(entries) if may_add else set(),
        "total": selectors.total_of(person),
        "months": list(selectors.months_of(person)),
        "hope": selectors.hope_on(today, strand) if access.see_hope(request.user, volunteer, today) else None,
    }
    return render(request, "hours/month.html", page)


def add_time(request: HttpRequest, reference: str) -> HttpResponse:
    """Add time at a meeting or with a supervisor."""
    today = timezone.localdate()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, today), reference=reference)
    access.add_time.require(request.user, volunteer, today)
    on, months = read_day(request.POST.get("on", "")), reverse("hours:month", args=[reference])
    return pages.deed(
        request,
        forms.AddTime(request.POST or None, with_why=on is not None and selectors.is_closed(on)),
        lambda typed: services.add_time(volunteer, by=request.user, at=timezone.now(), **typed),
        said=lambda added: f"Added: {words.duration(added.minutes)} on {words.day(added.on)}.",
        then=lambda added: f"{months}?month={added.on:%Y-%m}",
        back=pages.way_back(request, months),
        title="Add a meeting or time with a supervisor",
        intro=f"{volunteer.person.name}. It counts under the limit of the month, as sessions and courses do. Those are "
        "told of in a session report and in the record of the course, and not here.",
        button="Add this time",
    )


def take_time_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Take back what was added in error."""
    today = timezone.localdate()
    entry = get_object_or_404(selectors.added_seen_by(request.user, today), reference=reference)
    volunteer = entry.person.volunteer
    access.add_time.require(request.user, volunteer, today)
    back = f"{reverse('hours:month', args=[volunteer.reference])}?month={entry.on:%Y-%m}"
    is_there = entry.pk in selectors.added_by_hand(selectors.entries_of(entry.person, entry.on))
    pages.only_if(request, rules.check_added, is_added=True, is_gone=not is_there, back=back)
    return pages.deed(
        request,
        forms.TakeBack(request.POST or None),
        lambda typed: services.take_time_back(entry, volunteer=volunteer, by=request.user, at=timezone.now(), **typed),
        said="It is taken back, and does not count any more.",
        back=back,
        title="Take this time back",
        intro=f"{entry.person.name}: {words.duration(entry.minutes)} on {words.day(entry.on)}. It stays on record "
        "beside its opposite, with the reason.",
        button="Take it back",
    )


def _chosen(typed: str, today: date) -> date:
    """The month of "2007-03"; this month for anything else, and for months to come."""
    return min(named_day(f"{typed}-01") or today, today)

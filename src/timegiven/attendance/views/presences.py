"""To come and to leave: on one's own phone, at the unit's tablet, by the supervisor; the register and the log book."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from timegiven.attendance import access, rules, selectors, services
from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import month_of, named_day, next_month
from timegiven.ui import pages, pdf, sheets
from timegiven.ui.forms import Form


def here(request: HttpRequest) -> HttpResponse:
    """I am here; I am leaving."""
    day, at = timezone.localdate(), timezone.now()
    presence = selectors.current(request.user)
    coming = [] if presence else selectors.own_expected(request.user, day, at)
    roles = [] if presence else selectors.own_roles(request.user)
    form = Form(request.POST or None)
    if form.is_valid():
        try:
            if request.POST.get("leaving") or request.POST.get("earlier"):
                return _leave(request, presence, at)
            _come(request, presence, coming, at)
            return redirect("attendance:here")
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    context = {
        "title": "You are here" if presence else "Are you here?",
        "form": form,
        "presence": presence,
        "coming": coming,
        "roles": roles,
        "today": day,
    }
    return render(request, "attendance/here.html", context)


def _leave(request: HttpRequest, presence: Any, at: datetime) -> HttpResponse:
    rules.check_still_here(has_left=presence is None)  # the unit may have written it down since the page was opened
    if presence and request.POST.get("leaving"):
        services.check_out(presence, by=request.user, at=at)
        messages.success(request, "Thank you for coming. How did it go?")
    elif presence:
        services.leave_open(presence, by=request.user, at=at)
    return redirect("attendance:report_presence", presence.reference)


def _come(request: HttpRequest, presence: Any, coming: list, at: datetime) -> None:
    offer = next((each for each in coming if each.reference == request.POST.get("duty")), None)
    placement = offer.placement if offer else None
    if placement is None:
        placement = selectors.placement_seen_by(request.user, request.POST.get("role", ""), timezone.localdate())
    if placement is None and presence is not None:  # somebody has written it down since the page was opened
        rules.check_not_here(presence.unit.full_name, presence.came_at)
    if placement is None:
        raise NotAllowed(GONE_ON, next_step="Look at it again: it shows how things stand now.")
    if placement.volunteer.person != request.user:
        raise Http404
    services.check_in(placement, by=request.user, at=at, offer=offer)
    messages.success(request, "Welcome. You are written down as here.")


GONE_ON = "Nothing has changed: things have gone on since this page was opened."


def not_here(request: HttpRequest, reference: str) -> HttpResponse:
    """A wrong name was pressed, or the right one on a day on which nobody came: it is taken back."""
    day, at = timezone.localdate(), timezone.now()
    presence = selectors.presence_to_take_back(request.user, reference, day)
    if presence is None:
        raise Http404
    access.check_in.require(request.user, presence.placement, day)
    is_own = presence.person == request.user
    back = reverse("attendance:here") if is_own else reverse("attendance:unit", args=[presence.unit.reference])
    pages.only_if(request, rules.check_still_here, has_left=presence.left_at is not None, back=back)
    who = "you were" if is_own else f"{presence.person.name} was"
    return pages.deed(
        request,
        Form(request.POST if request.method == "POST" else None),
        lambda _: services.take_back_coming(presence, by=request.user, at=at),
        said="Taken back.",
        back=back,
        title="Take it back",
        intro=f"It is written down that {who} at {presence.unit.full_name} on {words.day(presence.came_at)}, from "
        f"{words.clock(presence.came_at)}.\n\nIf that is a mistake, it comes out of the register and the log book.",
        button="Take it back",
    )


@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """Which unit? Who is in the building now, over all of them."""
    day = timezone.localdate()
    found = list(selectors.units_seen_by(request.user, day))
    if not found:
        raise Http404
    if len(found) == 1:
        return redirect("attendance:unit", found[0].reference)
    context = {"title": "Who is here", "units": found, "here": list(selectors.here_now(found))}
    return render(request, "attendance/units.html", context)


def unit(request: HttpRequest, reference: str) -> HttpResponse:
    """Who is here now, who is expected, who has left: the supervisor writes down who comes and goes."""
    day, at = timezone.localdate(), timezone.now()
    place = _unit(request, reference, day)
    may_run = access.run_unit(request.user, place, day)
    now_here, expected = list(selectors.here_now([place])), selectors.expected(place, day, at)
    placed = list(selectors.placed_at(place))
    form = Form(request.POST or None)
    if form.is_bound:
        access.run_unit.require(request.user, place, day)
    if form.carries_out(lambda _: _write_down(request, now_here, expected, placed, at)):
        messages.success(request, form.outcome)
        return redirect("attendance:unit", reference)
    absent = _absent(placed, now_here, expected)
    context = {
        "title": "Who is here",
        "today": day,
        "unit": place,
        "form": form,
        "here": now_here,
        "expected": expected,
        "others": absent,
        "gone": list(selectors.gone_today(place, day)),
        "may_run": may_run,
        "tablet": selectors.has_tablet(place) if may_run else None,
    }
    return render(request, "attendance/unit.html", context)


def _absent(placed: list, now_here: list, expected: list) -> list:
    """Who else gives time here: they may come without a duty on the rota."""
    known = {each.person_id for each in now_here} | {each.person_id for each in expected}
    return [each for each in placed if each.volunteer.person_id not in known]


def _write_down(request: HttpRequest, now_here: list, expected: list, placed: list, at: object, **who: object) -> str:
    """Carry out the button that was pressed; what happened, in words."""
    who = who or {"by": request.user}
    went = next((each for each in now_here if each.reference == request.POST.get("went")), None)
    if went is not None:
        if not services.check_out(went, at=at, **who):
            return f"{went.person.wall_name} is not down as here any more, and tells us when they left. Thank you."
        return f"{went.person.wall_name} has left, at {words.clock(at)}. Thank you."
    offer = next((each for each in expected if each.reference == request.POST.get("duty")), None)
    found = [each for each in placed if each.reference == request.POST.get("role")]
    placement = offer.placement if offer else (found[0] if found else None)
    if placement is None:
        raise NotAllowed("Nothing has changed: somebody was faster.", next_step="Look at the list again.")
    services.check_in(placement, at=at, offer=offer, **who)
    return f"{placement.volunteer.person.wall_name} is here, since {words.clock(at)}. Welcome."


def _unit(request: HttpRequest, reference: str, day: date) -> Any:
    place = selectors.unit_seen_by(request.user, reference, day)
    if place is None:
        raise Http404
    access.see_register.require(request.user, place, day)
    return place


def open_tablet(request: HttpRequest, reference: str) -> HttpResponse:
    """Make the private address of the unit's tablet page, or stop it."""
    day, at = timezone.localdate(), timezone.now()
    place = _unit(request, reference, day)
    access.run_unit.require(request.user, place, day)
    form, secret = Form(request.POST or None), ""
    if form.is_valid():
        if request.POST.get("stop"):
            services.stop_tablet(place, by=request.user, at=at)
            messages.success(request, "The tablet’s page does not answer any more.")
            return redirect("attendance:unit", reference)
        secret = services.open_tablet(place, by=request.user, at=at)
    context = {
        "title": "The tablet at the door",
        "unit": place,
        "form": form,
        "secret": secret,
        "tablet": selectors.has_tablet(place),
    }
    return render(request, "attendance/open_tablet.html", context)


@login_not_required
def tablet(request: HttpRequest, secret: str) -> HttpResponse:
    """The page at the unit's door: first names and initials, two buttons, nothing else."""
    device = selectors.tablet_of(secret)
    if device is None:
        raise Http404
    day, at = timezone.localdate(), timezone.now()
    now_here, expected = list(selectors.here_now([device.unit])), selectors.expected(device.unit, day, at)
    placed = list(selectors.placed_at(device.unit))
    form = Form(request.POST or None)
    if form.carries_out(lambda _: _write_down(request, now_here, expected, placed, at, by=None, tablet=device)):
        done = form.outcome
        messages.success(request, done)
        return redirect("attendance:tablet", secret)
    context = {"title": device.unit.full_name, "today": day, "form": form, "here": now_here, "expected": expected}
    context["others"] = _absent(placed, now_here, expected) if request.GET.get("all") else []
    return render(request, "attendance/tablet.html", context)


@require_safe
def register(request: HttpRequest, reference: str) -> HttpResponse:
    """The attendance register of a month, and the log book of a day: the same facts."""
    today = timezone.localdate()
    place = _unit(request, reference, today)
    first, last = _period(request, today)
    context = {
        "title": "Log book" if first == last else "Attendance register",
        "unit": place,
        "first": first,
        "last": last,
        "is_day": first == last,
        "before": first - timedelta(days=1),
        "after": last + timedelta(days=1) if last < today else None,
        "today": today,
        "lines": selectors.register(place, first, last),
    }
    return render(request, "attendance/register.html", context)


@require_safe
def register_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The same on paper; the log book has a column to sign."""
    today = timezone.localdate()
    place = _unit(request, reference, today)
    first, last = _period(request, today)
    is_day = first == last
    lines = selectors.register(place, first, last)
    told = {
        "title": "Log book" if is_day else "Attendance register",
        "subtitle": f"{place.full_name}, {words.day(first) if is_day else words.month(first)}",
        "reference": place.reference,
        "marking": pdf.PERSONAL,
        "day": is_day,
        "rows": [
            [
                *([] if is_day else [words.short_day(line.on)]),
                *(line.name, line.role, line.came, line.left, "" if is_day else line.told),
            ]
            for line in lines
        ],
    }
    return pdf.download(pdf.make("attendance/register", told, at=timezone.now()), _called(place, first, last))


@require_safe
def register_sheet(request: HttpRequest, reference: str) -> HttpResponse:
    """The same as a sheet, for those who reckon with it elsewhere."""
    today = timezone.localdate()
    place = _unit(request, reference, today)
    first, last = _period(request, today)
    rows = [
        (line.on.isoformat(), line.name, line.role, line.came, line.left, line.told)
        for line in selectors.register(place, first, last)
    ]
    headers = ("Day", "Volunteer", "Role", "Came", "Left", "Written down")
    return sheets.download(sheets.sheet(headers, rows), _called(place, first, last))


def _called(place: Any, first: date, last: date) -> str:
    return f"{'log book' if first == last else 'register'} {place.name} {first.isoformat()}"


def _period(request: HttpRequest, today: date) -> tuple[date, date]:
    """The day of "?day=2007-05-01", else the month of "?month=2007-05", else this month; nothing to come."""
    if day := named_day(request.GET.get("day", "")):
        return min(day, today), min(day, today)
    first = min(named_day(f"{request.GET.get('month', '')}-01") or today, month_of(today))
    return first, next_month(first) - timedelta(days=1)

"""The month of a borough or a unit, and the duties that still have a place."""

from datetime import date, datetime, timedelta
from functools import cache

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.time import london_day, month_of, next_month
from timegiven.kernel.words import clock
from timegiven.kernel.words import month as month_in_words
from timegiven.rota import access, forms, selectors

_ANY = "0000000000"


def month(request: HttpRequest) -> HttpResponse:
    """A calendar of duties; on a phone it is a list."""
    day = timezone.localdate()
    access.see_rota.require(request.user, day)
    areas = list(selectors.areas_seen_by(request.user, day))
    area = next((each for each in areas if each.reference == request.GET.get("unit")), areas[0] if areas else None)
    first = _first(request.GET.get("month", ""), day)
    weeks = _weeks(first, day, selectors.month(area, first) if area else [])
    choices = [("" if each == areas[0] else each.reference, each.full_name) for each in areas]
    return render(
        request,
        "rota/month.html",
        {
            "title": month_in_words(first),
            "area": area,
            "weeks": weeks,
            "is_empty": not any(day["entries"] for week in weeks for day in week if not day["outside"]),
            "filters": forms.Area({"unit": request.GET.get("unit", "")}, areas=choices) if len(areas) > 1 else None,
            "this": f"{first:%Y-%m}",
            "previous": f"{first - timedelta(days=1):%Y-%m}",
            "next": f"{next_month(first):%Y-%m}",
            "may_create": bool(area) and access.create(request.user, area, day),
        },
    )


def _first(typed: str, today: date) -> date:
    """The month of the address, or this one: an address is typed by anybody, and may name no month of ours."""
    try:
        first = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return month_of(today)
    return first if abs(first.year - today.year) <= 100 else month_of(today)


def _weeks(first: date, today: date, duties: list[selectors.Shown]) -> list[list[dict]]:
    by_day: dict[date, list[dict]] = {}
    # Once each: naming hundreds of addresses and times costs more than the query.
    address, reading = reverse("rota:duty", args=[_ANY]), cache(_reading)
    for duty in duties:
        on, times = reading(duty.starts_at, duty.ends_at)
        by_day.setdefault(on, []).append(_entry(duty, times, address))
    monday = first - timedelta(days=first.weekday())
    weeks = []
    while monday < next_month(first):
        weeks.append([_day(monday + timedelta(days=n), first, today, by_day) for n in range(7)])
        monday += timedelta(days=7)
    return weeks


def _day(day: date, first: date, today: date, by_day: dict[date, list[dict]]) -> dict:
    outside = (day.year, day.month) != (first.year, first.month)
    return {"date": day, "today": day == today, "outside": outside, "entries": by_day.get(day, [])}


def _reading(starts_at: datetime, ends_at: datetime) -> tuple[date, str]:
    return london_day(starts_at), f"{clock(starts_at)} to {clock(ends_at)}"


def _entry(duty: selectors.Shown, times: str, address: str) -> dict:
    called_off = duty.cancelled_at is not None
    note = "Called off" if called_off else f"{duty.taken} of {duty.places}"
    tone = "full" if duty.taken >= duty.places else "some" if duty.taken else "none"
    return {
        "time": times,
        "title": duty.title,
        "note": note,
        "tone": "off" if called_off else tone,
        "url": address.replace(_ANY, duty.reference),
    }


def gaps(request: HttpRequest) -> HttpResponse:
    """The duties of the next two weeks that still have a place."""
    at, day = timezone.now(), timezone.localdate()
    access.see_rota.require(request.user, day)
    page = Paginator(selectors.gaps_seen_by(request.user, from_at=at, until_at=selectors.gaps_until(at), day=day), 25)
    return render(
        request,
        "rota/gaps.html",
        {"title": "Duties that still have places", "page_obj": page.get_page(request.GET.get("page"))},
    )

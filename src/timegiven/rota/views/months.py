"""The month of a borough or a unit, and the duties that still have a place."""

from datetime import date, timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from timegiven.kernel.time import month_of, named_day, next_month
from timegiven.kernel.words import month as month_in_words
from timegiven.rota import access, forms, selectors


def month(request: HttpRequest) -> HttpResponse:
    """A calendar of duties; on a phone it is a list."""
    day = timezone.localdate()
    access.see_rota.require(request.user, day)
    areas = selectors.areas_seen_by(request.user, day)
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
            "next_on": _next_on(weeks, day),
            "is_empty": not any(day["duties"] for week in weeks for day in week if not day["outside"]),
            "filters": forms.Area({"unit": request.GET.get("unit", "")}, areas=choices) if len(areas) > 1 else None,
            "today": day,
            "this": f"{first:%Y-%m}",
            "first": first,
            "opens": day if first == month_of(day) else first,
            "previous": f"{first - timedelta(days=1):%Y-%m}",
            "next": f"{next_month(first):%Y-%m}",
            "may_create": bool(area) and access.create(request.user, area, day),
            "sees_incidents": access.see_incidents(request.user, day),
            "plans_force": access.plan_force(request.user, day),
        },
    )


def _first(typed: str, today: date) -> date:
    """The month of the address, or this one."""
    return named_day(f"{typed}-01") or month_of(today)


def _weeks(first: date, today: date, duties: list[selectors.Shown]) -> list[list[dict]]:
    by_day: dict[date, list[selectors.Shown]] = {}
    for duty in duties:
        by_day.setdefault(duty.on, []).append(duty)
    monday = first - timedelta(days=first.weekday())
    weeks = []
    while monday < next_month(first):
        weeks.append([_day(monday + timedelta(days=n), first, today, by_day) for n in range(7)])
        monday += timedelta(days=7)
    return weeks


def _next_on(weeks: list[list[dict]], today: date) -> date | None:
    """The first day from today on with a duty, where days before it would be read first: a telephone has a list."""
    shown = [day["date"] for week in weeks for day in week if day["duties"] and not day["outside"]]
    ahead = next((each for each in shown if each >= today), None)
    return ahead if ahead and ahead != shown[0] else None


def _day(day: date, first: date, today: date, by_day: dict[date, list[selectors.Shown]]) -> dict:
    outside = (day.year, day.month) != (first.year, first.month)
    return {"date": day, "today": day == today, "outside": outside, "duties": by_day.get(day, [])}


def gaps(request: HttpRequest) -> HttpResponse:
    """The duties of the next two weeks that still have a place."""
    at, day = timezone.now(), timezone.localdate()
    access.see_rota.require(request.user, day)
    thin = bool(request.GET.get("thin"))
    found = selectors.gaps_seen_by(request.user, from_at=at, until_at=selectors.gaps_until(at), day=day, thin=thin)
    page = Paginator(found, 25)
    return render(
        request,
        "rota/gaps.html",
        {
            "title": "Duties with fewer people than hoped" if thin else "Duties that still have places",
            "thin": thin,
            "page_obj": page.get_page(request.GET.get("page")),
        },
    )

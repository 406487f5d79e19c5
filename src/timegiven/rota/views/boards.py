"""The board of a week or a fortnight, one person's weeks, the sheet for the wall, and what hangs on one person."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from timegiven.placements import selectors as placements
from timegiven.rota import access, forms, selectors
from timegiven.rota.views.shown import area_of, monday_of, week_url
from timegiven.ui import forms as ui
from timegiven.ui import pdf

PAPERS = ("a4", "a3")


def week(request: HttpRequest) -> HttpResponse:
    """A week or a fortnight, day by day, with who is coming; duties can be dragged to another day."""
    day = timezone.localdate()
    access.see_rota.require(request.user, day)
    area, areas = area_of(request, day)
    weeks = 2 if request.GET.get("weeks") == "2" else 1
    first = monday_of(request.GET.get("from", ""), day)
    found = selectors.board(area, first, 7 * weeks) if area else {}
    lines = [line for each in found.values() for line in each if line.tone != "off"]
    choices = [(each.reference, each.full_name) for each in areas]
    return render(
        request,
        "rota/week.html",
        {
            "title": _title(first, weeks),
            "area": area,
            "rows": [_days(first + timedelta(days=7 * number), day, found) for number in range(weeks)],
            "weeks": weeks,
            "first": first,
            "filters": forms.Area({"unit": area.reference}, areas=choices) if len(areas) > 1 else None,
            "previous": week_url(area, first - timedelta(days=7 * weeks), weeks) if area else "",
            "next": week_url(area, first + timedelta(days=7 * weeks), weeks) if area else "",
            "other": week_url(area, first, 3 - weeks) if area else "",
            "drafts": sum(line.tone == "draft" for line in lines),
            "thin": sum(line.tone == "none" for line in lines),
            "duties": len(lines),
            "may_plan": bool(area) and access.create(request.user, area, day),
            "sees_incidents": access.see_incidents(request.user, day),
            "plans_force": access.plan_force(request.user, day),
            "drag": ui.Form(auto_id="drag_%s"),
        },
    )


def _title(first: date, weeks: int) -> str:
    last = first + timedelta(days=7 * weeks - 1)
    begins = f"{first.day} {first:%B}" if first.month != last.month else f"{first.day}"
    return f"{begins} to {last.day} {last:%B %Y}"


def _days(monday: date, today: date, found: dict) -> list[dict]:
    days = [monday + timedelta(days=number) for number in range(7)]
    return [{"date": day, "today": day == today, "is_past": day < today, "lines": found.get(day, [])} for day in days]


def person(request: HttpRequest, reference: str) -> HttpResponse:
    """Four weeks of one volunteer: what is agreed and asked, when they are away, what usually suits."""
    day = timezone.localdate()
    volunteer = placements.volunteer_reached_by(request.user, reference, day)
    if volunteer is None:
        raise Http404
    access.see_person.require(request.user, volunteer.person, day)
    first = monday_of(request.GET.get("from", ""), day)
    found = selectors.of_person(volunteer.person, request.user, first, 28, day)
    wish = selectors.wish_of(volunteer.person)
    names = dict(selectors.WEEK)
    return render(
        request,
        "rota/person.html",
        {
            "volunteer": volunteer,
            "person": volunteer.person,
            "sees_record": access.see_whole_person(request.user, volunteer.person, day),
            "days": [(on, found[on]) for on in sorted(found)],
            "first": first,
            "previous": first - timedelta(days=28),
            "next": first + timedelta(days=28),
            "last": first + timedelta(days=27),
            "wish": wish,
            "suits": [names[each] for each in wish.suits if each in names] if wish else [],
            "never": [names[each] for each in wish.never if each in names] if wish else [],
            "away": selectors.away_of(volunteer.person, day),
        },
    )


def wall(request: HttpRequest) -> HttpResponse:
    """The sheet that hangs on the wall: first names and initials, A4 or A3, safe in black and white."""
    day, at = timezone.localdate(), timezone.now()
    access.see_rota.require(request.user, day)
    area, _ = area_of(request, day)
    if area is None:
        raise Http404
    weeks = 2 if request.GET.get("weeks") == "2" else 1
    first = monday_of(request.GET.get("from", ""), day)
    paper = request.GET.get("paper") if request.GET.get("paper") in PAPERS else "a4"
    found = selectors.board(area, first, 7 * weeks)
    told = {
        "title": f"Who is coming: {area.full_name}",
        "subtitle": f"{_title(first, weeks)}. Thank you for your time.",
        "paper": paper,
        "weeks": [_printed(first + timedelta(days=7 * number), found) for number in range(weeks)],
    }
    return pdf.download(pdf.make("rota/wall", told, at=at), f"rota-{first:%Y-%m-%d}-{paper}")


def _printed(monday: date, found: dict) -> dict:
    days = [monday + timedelta(days=number) for number in range(7)]
    return {
        "number": f"Week {monday.isocalendar().week}",
        "days": [
            {
                "name": f"{day:%A}",
                "date": f"{day.day} {day:%b}",
                "lines": [_line(each) for each in _on_wall(found, day)],
            }
            for day in days
        ],
    }


def _on_wall(found: dict, day: date) -> list:
    return [line for line in found.get(day, []) if line.tone != "draft"]


def _line(line: selectors.Line) -> dict:
    off = bool(line.duty.cancelled_at)
    free = max(line.duty.most - line.taken, 0)
    return {
        "times": line.duty.times,
        "title": line.duty.version.title,
        "people": [] if off else line.coming,
        "free": "Called off" if off else f"{free} free" if free else "",
    }


def sharing(request: HttpRequest) -> HttpResponse:
    """Where a unit has come to rely on one volunteer. Nobody is named."""
    day = timezone.localdate()
    access.plan_anywhere.require(request.user, day)
    return render(
        request,
        "rota/sharing.html",
        {"title": "Share it or let it go", "leaning": selectors.leaning(request.user, day)},
    )

"""Major incidents: their boards, calling people out, standing everybody down, and the report afterwards."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.hours import access as hours_access
from timegiven.kernel.time import london_span
from timegiven.kernel.words import LONDON, clock, several, so_many
from timegiven.rota import access, forms, selectors, services
from timegiven.ui import pages, sheets

HOURS = 4  # the typical length of a placement's time (clause 51)


def incidents(request: HttpRequest) -> HttpResponse:
    """The boards that are open, and those of before."""
    day = timezone.localdate()
    access.see_incidents.require(request.user, day)
    found = list(selectors.incidents_seen_by(request.user, day).order_by("-opened_at", "pk")[:50])
    context = {
        "going_on": [each for each in found if each.status == "OPEN"],
        "over": [each for each in found if each.status != "OPEN"],
        "may_open": access.open_anywhere(request.user, day),
    }
    return render(request, "rota/incidents.html", context)


def open_incident(request: HttpRequest) -> HttpResponse:
    """Open a board: nobody is asked by that alone."""
    day, at = timezone.localdate(), timezone.now()
    access.open_anywhere.require(request.user, day)
    areas = {each.reference: each for each in selectors.areas_to_open(request.user, day)}
    choices = [(key, each.full_name) for key, each in areas.items()]
    only = choices[0][0] if len(choices) == 1 else ""
    return pages.deed(
        request,
        forms.OpenIncident(request.POST or None, areas=choices, initial={"area": only}),
        lambda typed: services.open_incident(
            areas[typed["area"]], name=typed["name"], note=typed["note"], by=request.user, at=at
        ),
        said="The board is open. Nobody has been asked yet.",
        then=lambda made: reverse("rota:incident", args=[made.reference]),
        back=reverse("rota:incidents"),
        title="Open the board of a major incident",
        intro="It shows which tasks volunteers may take on, who is ready today and lives near, and how much staff "
        "time that frees. Nobody is asked before you call them out.",
        button="Open the board",
    )


def _found(request: HttpRequest, reference: str, day: date) -> Any:
    return get_object_or_404(selectors.incidents_seen_by(request.user, day), reference=reference)


def incident(request: HttpRequest, reference: str) -> HttpResponse:
    """The board: what can be taken on, who is near, who has been called out and has answered."""
    day, at = timezone.localdate(), timezone.now()
    found = _found(request, reference, day)
    if found.status != "OPEN":
        return redirect("rota:incident_report", reference)
    areas = selectors.boroughs_of(found, request.user, day)
    if not areas:
        raise Http404
    area = next((each for each in areas if each.reference == request.GET.get("unit")), areas[0])
    usual, asked = selectors.reach_on(day), request.GET.get("within", "")
    reach = int(asked) if asked in {str(each) for each in (*selectors.REACHES, usual)} else usual
    board, lines = selectors.board_now(area, at, day, reach), selectors.called(found)
    look = forms.Look(
        {"unit": area.reference, "within": str(reach)},
        areas=[(each.reference, each.full_name) for each in areas],
        reaches=[(str(each), so_many(each, "mile")) for each in sorted({*selectors.REACHES, usual})],
    )
    context = {
        "incident": found,
        "area": area,
        "board": board,
        "reach": reach,
        "works": [(each, access.call_out(request.user, found, each.unit, day)) for each in board.works],
        "look": look,
        "lines": [(each, each.call_out.is_late(at)) for each in lines],
        "total": selectors.total(lines),
        "longer_months": selectors.longer_months(lines),
        "may_stand_down": access.stand_down(request.user, found, day),
    }
    return render(request, "rota/incident.html", context)


def call_out(request: HttpRequest, reference: str, role: str) -> HttpResponse:
    """Ask chosen people for one task: by e-mail, and by text where today is the day and they like that."""
    day, at = timezone.localdate(), timezone.now()
    found = _found(request, reference, day)
    version, unit = _role(request, found, role, day)
    access.call_out.require(request.user, found, unit, day)
    pages.only_while(request, found, "OPEN", back=reverse("rota:incident_report", args=[reference]))
    begins = _next_hour(at)
    first = {"kind": "USUAL", "day": begins.date(), "starts": begins.time(), "within": "60", "places": 1,
             "ends": (begins + timedelta(hours=HOURS)).time()}  # fmt: skip
    spare = selectors.provisional(version, unit, *london_span(first["day"], first["starts"], first["ends"]))
    people = selectors.to_call(spare, day)
    free = [each for each in people if each.candidate.may_be_offered]
    # With other times others may be free: whoever is placed here can be sent in, and is looked at then.
    shown = people if request.method == "POST" else free
    form = forms.CallOut(
        request.POST or None,
        people=[(each.candidate.placement.reference, each.candidate.name) for each in shown],
        hints={each.candidate.placement.reference: _hint(each) for each in shown},
        initial=first,
    )
    if form.carries_out(lambda typed: _call(found, version, unit, typed, by=request.user, at=at)):
        chosen = set(form.cleaned_data["placements"])
        told = f"{so_many(len(chosen), 'offer')} made. Their answers appear here as they come."
        asked = (each.candidate.placement for each in people if each.candidate.placement.reference in chosen)
        by_post = [each.volunteer.person.name for each in asked if not each.volunteer.person.email]
        ring = f" Please ring {several(by_post)}: without an e-mail address they have only a letter." if by_post else ""
        messages.success(request, told + ring)
        return redirect("rota:incident", reference)
    context = {
        "incident": found,
        "version": version,
        "unit": unit,
        "form": form,
        "has_people": bool(shown),
        "others": [each for each in people if each not in shown],
        "when": spare.when,
        "may_sign": [each.candidate.placement.volunteer for each in people if each.may_be_signed_for
                     and hours_access.sign_for(request.user, each.candidate.placement.volunteer, day)],
    }  # fmt: skip
    return render(request, "rota/call_out.html", context)


def _call(found: Any, version: Any, unit: Any, typed: dict[str, Any], *, by: Any, at: datetime) -> Any:
    answer_by = at + timedelta(minutes=int(typed["within"]))
    told = {name: each for name, each in typed.items() if name != "within"}
    return services.call_out(found, version, unit, answer_by=answer_by, by=by, at=at, **told)


def _role(request: HttpRequest, found: Any, key: str, day: date) -> tuple[Any, Any]:
    for area in selectors.boroughs_of(found, request.user, day):
        for version, unit in selectors.roles_in_order(area, day):
            if f"{version.reference}-{unit.reference}" == key:
                return version, unit
    raise Http404


def _next_hour(at: datetime) -> datetime:
    """The next full hour on London's clocks that leaves an hour to answer."""
    local = at.astimezone(LONDON)
    return (local + timedelta(hours=2)).replace(minute=0, second=0, microsecond=0)


def _hint(each: Any) -> str:
    return each.in_words if each.candidate.may_be_offered else " ".join(each.candidate.reasons)


def stand_down(request: HttpRequest, reference: str) -> HttpResponse:
    """End it for everybody at once."""
    day, at = timezone.localdate(), timezone.now()
    found = _found(request, reference, day)
    access.stand_down.require(request.user, found, day)
    pages.only_while(request, found, "OPEN", back=reverse("rota:incident_report", args=[reference]))
    return pages.deed(
        request,
        forms.StandDown(request.POST or None),
        lambda typed: services.stand_down(found, by=request.user, at=at, **typed),
        said=lambda count: (
            f"Everybody is stood down. {so_many(count, 'person is', 'people are')} being told, with thanks."
        ),
        then=reverse("rota:incident_report", args=[reference]),
        back=reverse("rota:incident", args=[reference]),
        title="Stand everybody down",
        intro=f"{found.name}: what has not begun is called off, and nobody need answer any more. Whoever is there "
        "already may go home. Each person gets one letter, and a text message if they asked for those.",
        button="Stand everybody down",
    )


def incident_report(request: HttpRequest, reference: str) -> HttpResponse:
    """What came of it: how many were asked and came, the staff time that was free, and who signed for longer months."""
    day = timezone.localdate()
    found = _found(request, reference, day)
    access.see_incidents.require(request.user, day)
    lines = selectors.called(found)
    context = {
        "incident": found,
        "lines": lines,
        "total": selectors.total(lines),
        "longer_months": selectors.longer_months(lines),
        "steps": found.steps.select_related("by").order_by("at", "pk"),
    }
    return render(request, "rota/incident_report.html", context)


def incident_sheet(request: HttpRequest, reference: str) -> HttpResponse:
    """The same as a sheet: numbers alone, and no volunteer's name."""
    day = timezone.localdate()
    found = _found(request, reference, day)
    access.see_incidents.require(request.user, day)
    rows = [
        [
            *(line.duty.version.title, line.duty.unit.full_name, line.duty.on.isoformat(), clock(line.duty.starts_at)),
            *(clock(line.duty.ends_at), line.call_out.get_kind_display(), line.duty.most, line.asked),
            *(len(line.coming), len(line.in_line), line.rather_not, len(line.silent)),
            *("yes" if line.duty.cancelled_at else "no", line.minutes_freed, line.minutes_of_support),
        ]
        for line in selectors.called(found)
    ]
    return sheets.download(sheets.sheet(_COLUMNS, rows), f"incident-{found.name}-{found.opened_at:%Y-%m-%d}")


_COLUMNS = (
    *("Role", "Unit", "Day", "From", "Until", "Kind", "People needed", "Asked", "Said yes", "In the queue", "Said no"),
    *("No answer", "Stood down before it began", "Minutes of staff time freed", "Minutes of direct support"),
)

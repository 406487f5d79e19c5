"""A stack of paper reports, keyed in one after the other; and the paper itself."""

from datetime import date
from typing import Any
from urllib.parse import urlencode, urljoin

import segno
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from timegiven.attendance import access, forms, selectors, services
from timegiven.hours import selectors as hours
from timegiven.kernel import words
from timegiven.ui import pdf
from timegiven.ui.forms.days import read_day

KEPT = ("day", "starts", "ends")  # the same on the next sheet, more often than not


def stack(request: HttpRequest) -> HttpResponse:
    """One sheet after the other, without the mouse: day, times and unit stay as they were on the one before."""
    day, at = timezone.localdate(), timezone.now()
    access.key_in.require(request.user, day)
    found = _whose(request, day)
    form = _form(request, found)
    if form.is_valid():
        typed = form.cleaned_data
        placement = _chosen(form, found)
        if placement is not None:
            told = {name: value for name, value in typed.items() if name not in ("who", "which", "numbers")}
            told["tasks"] = typed["numbers"]
            if form.carries_out(lambda _: services.report(placement, by=request.user, at=at, **told)):
                made = form.outcome
                messages.success(request, f"Added: {made.person.name}, {words.duration(made.minutes)}, {made.when}.")
                return redirect(_next(request, placement))
    context = {"title": "Key in paper reports", "form": form, "count": _count(request)}
    context["placement"] = found[0] if len(found) == 1 else None
    if context["placement"]:
        context["tasks"] = selectors.tasks_of(found[0], read_day(request.POST.get("day", "")) or day)
    return render(request, "attendance/stack.html", context)


def _whose(request: HttpRequest, day: date) -> list:
    typed = request.POST.get("who", "")
    if not typed.strip():
        return []
    on = read_day(request.POST.get("day", ""))
    return selectors.sheets_of(request.user, day, typed, at=request.GET.get("unit", ""), on=on)


def _form(request: HttpRequest, found: list) -> forms.Sheet:
    today = timezone.localdate()
    strand = found[0].volunteer.strand if found else None
    within = selectors.limits(today, strand)
    on = read_day(request.POST.get("day", ""))
    return forms.Sheet(
        request.POST or None,
        initial={name: request.GET.get(name, "") for name in KEPT},
        found=[(each.reference, _called(each)) for each in found],
        ask_again_over=within.ask_again_over,
        longest=within.longest,
        with_travel=strand is not None and within.counts_travel,
        with_why=on is not None and hours.is_closed(on),
    )


def _called(placement: Any) -> str:
    until = f", until {words.day(placement.until_on)}" if placement.status == "ENDED" else ""
    return f"{placement.volunteer.person.name}, {placement.version.title}, {placement.unit.full_name}{until}"


def _chosen(form: forms.Sheet, found: list) -> object:
    """The one placement that is meant, or None with the form saying why not."""
    if not found:
        form.add_error("who", "Nobody in your borough is found by that. Try part of the name")
        return None
    if len(found) == 1:
        return found[0]
    return next((each for each in found if each.reference == form.cleaned_data.get("which")), None)


def _count(request: HttpRequest) -> int:
    typed = request.GET.get("count", "")
    return int(typed) if typed.isdecimal() and len(typed) < 5 else 0


def _next(request: HttpRequest, placement: object) -> str:
    kept = {name: request.POST.get(name, "") for name in KEPT}
    kept |= {"unit": placement.unit.reference, "count": str(_count(request) + 1)}
    return f"{reverse('attendance:stack')}?{urlencode(kept)}"


@require_safe
def paper(request: HttpRequest, reference: str) -> HttpResponse:
    """The sheet for those who would rather write, with a code that opens the page on a telephone."""
    day = timezone.localdate()
    placement = selectors.placement_seen_by(request.user, reference, day)
    if placement is None:
        raise Http404
    access.see_paper.require(request.user, placement, day)
    told = sheet_for(placement, day, address=request.build_absolute_uri("/"))
    return pdf.download(pdf.make("attendance/paper", told, at=timezone.now()), f"session report {told['volunteer']}")


def sheet_for(placement: Any, day: date, *, address: str) -> dict[str, Any]:
    """What stands on the sheet, and in its code: where a telephone finds the same questions on the site."""
    page = urljoin(address, reverse("attendance:report_other", args=[placement.reference]))
    return {
        "title": "Session report",
        "reference": placement.reference,
        "volunteer": placement.volunteer.person.name,
        "role": placement.version.title,
        "place": placement.unit.full_name,
        "tasks": [task.text for task in selectors.tasks_of(placement, day)],
        "feelings": [label for value, label in forms.FEELINGS],
        "code": [list(row) for row in segno.make(page, micro=False, error="m").matrix],
    }

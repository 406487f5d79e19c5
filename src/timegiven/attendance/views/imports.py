"""Sessions from a spreadsheet: look at every row, choose, enter, and see what could not be."""

import json
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from timegiven.attendance import access, forms, selectors, services
from timegiven.kernel.words import so_many
from timegiven.ui import sheets
from timegiven.ui.forms import Form

HEADERS = ("Volunteer", "Role", "Day", "From", "To", "Tasks", "How it went")


def imports(request: HttpRequest) -> HttpResponse:
    """Send a sheet; nothing of it is entered before its rows have been looked at."""
    access.key_in.require(request.user, timezone.localdate())
    form = forms.Upload(request.POST or None, request.FILES or None)
    if form.carries_out(lambda typed: _look_at(request, typed["sheet"])):
        return redirect("attendance:import", form.outcome.reference)
    context = {"title": "Sessions from a spreadsheet", "form": form, "made": selectors.imports_of(request.user)[:10]}
    return render(request, "attendance/imports.html", context)


def _look_at(request: HttpRequest, sent: Any) -> Any:
    return services.look_at(sent.read(), name=sent.name, by=request.user, at=timezone.now())


@require_safe
def empty(request: HttpRequest) -> HttpResponse:
    """The headings, with one row to show how it is filled in."""
    access.key_in.require(request.user, timezone.localdate())
    row = ("Number of the pass", "", "17/5/2027", "10am", "2pm", "1 3", "A good morning")
    return sheets.download(sheets.sheet(HEADERS, [row]), "sessions")


def sheet(request: HttpRequest, reference: str) -> HttpResponse:
    """What each row says and what is wrong with it; all that can be entered, or those ticked."""
    day, at = timezone.localdate(), timezone.now()
    made = get_object_or_404(selectors.imports_of(request.user), reference=reference)
    access.run_import.require(request.user, made, day)
    form = Form(request.POST or None)
    ticked = [int(each) for each in request.POST.getlist("row") if each.isdecimal() and len(each) < 7]
    numbers = None if request.POST.get("all") else ticked
    if form.carries_out(lambda _: services.choose(made, by=request.user, at=at, numbers=numbers)):
        left = services.enter_chosen(made, at=at)
        done = "All are entered." if not left else f"{so_many(left, 'row')} are entered in the background."
        messages.success(request, done)
        return redirect("attendance:import", reference)
    state = request.GET.get("state", "")
    page = Paginator(selectors.rows_of(made, state), 25).get_page(request.GET.get("page"))
    for row in page.object_list:
        row.said = json.loads(row.cells)
    names = selectors.names_on(request.user, day, [row.said["volunteer"] for row in page.object_list])
    for row in page.object_list:
        row.name = names.get(row.said["volunteer"].strip().lower(), "")
    counts = selectors.counted(made)
    context = {"title": made.name, "made": made, "form": form, "page_obj": page, "counts": counts, "state": state}
    context |= {"total": sum(counts.values()), "is_going_on": made.started_at and not made.finished_at}
    return render(request, "attendance/import.html", context)


@require_safe
def errors(request: HttpRequest, reference: str) -> HttpResponse:
    """The rows that could not be entered, with the reason beside each: put them right and send them again."""
    made = get_object_or_404(selectors.imports_of(request.user), reference=reference)
    access.run_import.require(request.user, made, timezone.localdate())
    rows = []
    for row in selectors.rows_of(made, "BAD"):
        said = json.loads(row.cells)
        rows.append([*(said[name.lower()] for name in HEADERS), row.trouble])
    return sheets.download(sheets.sheet([*HEADERS, "What is wrong"], rows), f"{made.name} not entered")

"""Sheets of completions: send one in, look at each row, choose, and take them in."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.words import so_many
from timegiven.training import access, forms, selectors, services
from timegiven.ui import forms as ui
from timegiven.ui import sheets as downloads

EXAMPLE = ("Volunteer reference", "Name", "Course", "Completed on", "Minutes", "Status")


def sheets(request: HttpRequest) -> HttpResponse:
    """The sheets that were sent in, and the form that sends one."""
    day, at = timezone.localdate(), timezone.now()
    access.set_up_sessions.require(request.user, day)
    form = forms.sheets.Upload(
        request.POST or None,
        request.FILES or None,
        units=selectors.units_kept_by(request.user, day),
        versions=selectors.roles_to_train_for(),
    )
    if form.carries_out(lambda _: services.bring_in(by=request.user, at=at, **form.facts())):
        sheet = form.outcome
        return redirect("training:sheet", sheet.reference)
    found = selectors.sheets_seen_by(request.user, day)
    page = {"form": form, "page_obj": Paginator(found, 10).get_page(request.GET.get("page")), "example": EXAMPLE}
    return render(request, "training/sheets.html", page)


def example(request: HttpRequest) -> HttpResponse:
    """A sheet with the headings that are understood, to fill in."""
    access.set_up_sessions.require(request.user, timezone.localdate())
    return downloads.download(downloads.sheet(EXAMPLE, []), "training-completions")


def _found(request: HttpRequest, reference: str) -> Any:
    day = timezone.localdate()
    found = get_object_or_404(selectors.sheets_seen_by(request.user, day), reference=reference)
    access.bring_in.require(request.user, found.unit, day)
    return found


def sheet(request: HttpRequest, reference: str) -> HttpResponse:
    """Every row with what it means or what is wrong with it; the ready ones are ticked."""
    day, at, found = timezone.localdate(), timezone.now(), _found(request, reference)
    rows = selectors.rows_of(found, request.user, day) if found.status == "READ" else []
    ready = [row.number for row in rows if row.state == "ready"]
    form = forms.sheets.Choose(request.POST or None, numbers=ready)
    if form.carries_out(lambda _: services.take_in(found, chosen=form.chosen(), by=request.user, at=at)):
        number = form.outcome
        messages.success(request, f"{so_many(number, 'completion')} recorded. Each volunteer gets a letter.")
        return redirect("training:sheets")
    ticked = form.chosen() if form.is_bound and "rows" in form.cleaned_data else ready
    states = [row.state for row in rows]
    page = {
        "form": form,
        "sheet": found,
        "rows": rows,
        "ticked": set(ticked),
        "counts": {state: states.count(state) for state in ("ready", "known", "skipped", "wrong")},
    }
    return render(request, "training/sheet.html", page)


def drop(request: HttpRequest, reference: str) -> HttpResponse:
    at, found = timezone.now(), _found(request, reference)
    form = ui.Form(request.POST or None)
    if form.carries_out(lambda _: services.drop(found, by=request.user, at=at)):
        messages.success(request, "Nothing of this sheet was recorded.")
        return redirect("training:sheets")
    page = {
        "form": form,
        "title": f"Leave “{found.name}” unused?",
        "intro": "Nothing of it is recorded. You can send it again whenever you like.",
        "button": "Leave it unused",
        "cancel_url": reverse("training:sheet", args=[reference]),
    }
    return render(request, "ui/form_page.html", page)

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
from timegiven.ui import pages
from timegiven.ui import sheets as downloads

SHOWN = 100  # rows on one page
WRITTEN = {"volunteer": "Volunteer reference", "name": "Name", "email": "E-mail", "course": "Course",
           "on": "Completed on", "minutes": "Minutes", "hours": "Hours", "status": "Status"}  # fmt: skip
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
    """Every row with what it means or what is wrong with it, some to a page; and the button that records them all."""
    day, at, found = timezone.localdate(), timezone.now(), _found(request, reference)
    rows = selectors.rows_of(found, request.user, day) if found.status == "READ" else []
    form = forms.sheets.TakeIn(request.POST or None)
    if form.carries_out(lambda typed: services.take_in(found, by=request.user, at=at, **typed)):
        number = form.outcome
        messages.success(request, f"{so_many(number, 'completion')} recorded. Each volunteer gets a letter.")
        return redirect("training:sheets")
    states, show = [row.state for row in rows], request.GET.get("show", "")
    shown = [row for row in rows if row.state == show] if show in states else rows
    page = {
        "form": form,
        "sheet": found,
        "page_obj": Paginator(shown, SHOWN).get_page(request.GET.get("page")),
        "show": show if show in states else "",
        "counts": {state: states.count(state) for state in ("ready", "known", "skipped", "wrong")},
    }
    return render(request, "training/sheet.html", page)


def wrong(request: HttpRequest, reference: str) -> HttpResponse:
    """The rows with something wrong as a sheet of their own, to put right and send again."""
    day, found = timezone.localdate(), _found(request, reference)
    rows = [row for row in selectors.rows_of(found, request.user, day) if row.state == "wrong"]
    named = [name for name in WRITTEN if any(row.typed.get(name) for row in rows)]
    table = [[row.typed.get(name, "") for name in named] + [row.says] for row in rows]
    text = downloads.sheet([WRITTEN[name] for name in named] + ["What is wrong"], table)
    return downloads.download(text, f"to put right {found.name}")


def drop(request: HttpRequest, reference: str) -> HttpResponse:
    at, found, back = timezone.now(), _found(request, reference), reverse("training:sheet", args=[reference])
    pages.only_towards(request, found, "DROPPED", back=back)
    return pages.deed(
        request,
        ui.Form(request.POST or None),
        lambda _: services.drop(found, by=request.user, at=at),
        said="Nothing of this sheet was recorded.",
        then=lambda _: reverse("training:sheets"),
        back=back,
        title=f"Leave “{found.name}” unused?",
        intro="Nothing of it is recorded. You can send it again whenever you like.",
        button="Leave it unused",
    )

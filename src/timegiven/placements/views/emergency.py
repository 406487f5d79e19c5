"""Whom to ring: find the volunteer, say why, read the sheet; and look at what was opened from outside."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from timegiven.placements import access, forms, selectors, services


@never_cache
def emergency(request: HttpRequest) -> HttpResponse:
    """Find the volunteer for whom somebody has to ring."""
    day = timezone.localdate()
    access.find_sheet.require(request.user, day)

    form = forms.FindSheet(request.GET)
    typed = form.cleaned_data["find"].strip() if form.is_valid() else ""
    mine = selectors.to_ring_for(request.user, day, typed) if typed else ()
    page = {
        "form": form,
        "typed": typed,
        "page": Paginator(mine, 25).get_page(request.GET.get("page")),
        "outside": selectors.from_outside(request.user, day, typed) if typed else [],
        "may_print": bool(selectors.boroughs_to_print(request.user, day)),
    }
    return render(request, "placements/emergency.html", page)


@never_cache
def emergency_sheet(request: HttpRequest, reference: str) -> HttpResponse:
    """The sheet while it is open; else what one has to say to open it."""
    at, person = timezone.now(), request.user
    volunteer = _found(request, reference)
    is_outside = not access.open_sheet(person, volunteer, timezone.localdate())
    form = _form(request, is_outside)
    deed = services.break_glass if is_outside else services.open_sheet
    if form.carries_out(lambda typed: deed(volunteer, by=person, at=at, **typed)):
        return redirect("placements:emergency_sheet", reference)
    opening = selectors.opening_of(person, volunteer, at)
    if opening is None:
        page = {"volunteer": volunteer, "form": form, "is_outside": is_outside, "reasons": forms.REASONS}
        return render(request, "placements/open_sheet.html", page)
    sheet = services.read_sheet(opening, by=person, at=at)
    page = {"opening": opening, "volunteer": volunteer, "sheet": sheet}
    return render(request, "placements/emergency_sheet.html", page)


def _found(request: HttpRequest, reference: str) -> Any:
    """The volunteer, to whoever may open the sheet in one way or the other."""
    day = timezone.localdate()
    access.find_sheet.require(request.user, day)
    volunteer = get_object_or_404(selectors.still_here().exclude(person=request.user), reference=reference)
    access.break_glass.require(request.user, volunteer, day)
    return volunteer


def _form(request: HttpRequest, is_outside: bool) -> Any:
    kind = forms.BreakGlass if is_outside else forms.OpenSheet
    return kind(request.POST if request.method == "POST" else None)


@never_cache
def print_sheet(request: HttpRequest, reference: str) -> HttpResponse:
    """An open sheet, on paper."""
    at = timezone.now()
    volunteer = _found(request, reference)
    opening = selectors.opening_of(request.user, volunteer, at)
    if opening is None:
        return redirect("placements:emergency_sheet", reference)
    sheet = services.read_sheet(opening, what="emergency sheet in print", by=request.user, at=at)
    return render(request, "placements/print_sheets.html", {"sheets": [sheet], "at": at, "who": request.user})


@never_cache
def print_sheets(request: HttpRequest) -> HttpResponse:
    """The sheets of a borough, to keep sealed for the day on which nothing else works."""
    day, at = timezone.localdate(), timezone.now()
    access.find_sheet.require(request.user, day)
    boroughs = selectors.boroughs_to_print(request.user, day)
    form = forms.PrintSheets(request.POST if request.method == "POST" else None, boroughs=boroughs)
    if form.is_valid():
        borough = form.borough_chosen()
        sheets = services.print_sheets(borough, by=request.user, at=at)
        page = {"sheets": sheets, "borough": borough, "at": at, "who": request.user}
        return render(request, "placements/print_sheets.html", page)
    page = {"form": form, "boroughs": boroughs, "title": "Emergency sheets on paper"}
    return render(request, "placements/choose_sheets.html", page)


def openings(request: HttpRequest) -> HttpResponse:
    """Which sheets were opened by somebody who does not look after the volunteer."""
    day = timezone.localdate()
    access.see_openings.require(request.user, day)

    page = Paginator(selectors.openings_seen_by(request.user, day), 25).get_page(request.GET.get("page"))
    rows = [(each, not each.reviewed_at and access.review_opening(request.user, each, day)) for each in page]
    return render(request, "placements/openings.html", {"page": page, "rows": rows, "form": forms.Nothing()})


@require_POST
def review_opening(request: HttpRequest, reference: str) -> HttpResponse:
    day = timezone.localdate()
    opening = get_object_or_404(selectors.openings_seen_by(request.user, day), reference=reference)
    access.review_opening.require(request.user, opening, day)

    services.review_opening(opening, by=request.user, at=timezone.now())
    messages.success(request, "Noted that you have looked at it.")
    return redirect("placements:openings")

"""How somebody settles in: the volunteer and the unit are asked, the MVP Manager reads."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from timegiven.placements import access, forms, selectors, services
from timegiven.placements.views.finding import a_placement


def settling(request: HttpRequest, reference: str) -> HttpResponse:
    """The question that is this person's, or for the MVP Manager both answers."""
    day, at, person = timezone.localdate(), timezone.now(), request.user
    placement = a_placement(request, reference)
    asked = selectors.settling_of(placement)
    if asked is None:
        raise Http404
    kind, deed, done = _part(person, asked, day)
    form = kind(request.POST if request.method == "POST" else None)
    if form.carries_out(lambda typed: deed(asked, by=person, at=at, **typed)):
        messages.success(request, "Thank you. That is kept.")
        return redirect("placements:settling", reference)
    page = {"placement": placement, "asked": asked, "form": form, "done": done, "reads": kind is forms.Nothing}
    page |= {"is_own": person == placement.volunteer.person}
    return render(request, "placements/settling.html", page)


def _part(person: Any, asked: Any, day: date) -> tuple[type, Callable[..., None], bool]:
    """Which form and which deed is this person's, and whether they have done it."""
    is_own = person == asked.placement.volunteer.person
    if access.answer_for_unit(person, asked, day):
        return forms.UnitNeeds, services.answer_for_unit, bool(asked.unit_answered_at)
    if is_own or (access.answer_settling(person, asked, day) and not asked.answered_at):
        return forms.HowItGoes, services.answer_settling, bool(asked.answered_at)
    access.read_settling.require(person, asked, day)
    return forms.Nothing, services.read_settling, bool(asked.read_at)

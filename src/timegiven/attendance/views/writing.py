"""Write a session report: one's own, or for someone whose report came on paper."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.attendance import access, forms, selectors, services
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import london_day
from timegiven.kernel.words import LONDON
from timegiven.rota import selectors as rota


def choose(request: HttpRequest) -> HttpResponse:
    """Which session would you like to tell us about?"""
    context = {
        "title": "Tell us about a session",
        "duties": rota.to_tell(request.user, timezone.now()),
        "roles": selectors.own_roles(request.user),
        "draft_address": selectors.draft_of(request.user)[0],
    }
    return render(request, "attendance/choose.html", context)


def report(request: HttpRequest, reference: str) -> HttpResponse:
    """Report a duty: day and times are filled in already."""
    offer = get_object_or_404(rota.offers_seen_by(request.user, timezone.localdate()), reference=reference)
    return _write(request, offer.placement, offer=offer)


def report_other(request: HttpRequest, reference: str) -> HttpResponse:
    """Report a session that was not on the rota, in a role that one has."""
    placement = selectors.placement_seen_by(request.user, reference, timezone.localdate())
    if placement is None:
        raise Http404
    return _write(request, placement)


def key_in(request: HttpRequest) -> HttpResponse:
    """Whose paper report is it?"""
    day = timezone.localdate()
    access.key_in.require(request.user, day)
    find = forms.Find(request.GET)
    words = find.cleaned_data["words"] if find.is_valid() else ""
    found = Paginator(selectors.placements_to_key_in(request.user, day, words=words), 25)
    context = {"title": "Key in a report", "find": find, "page_obj": found.get_page(request.GET.get("page"))}
    return render(request, "attendance/key_in.html", context)


def _write(request: HttpRequest, placement: object, offer: object = None) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    access.report.require(request.user, placement, day)
    is_mine = placement.volunteer.person == request.user
    version = placement.version
    if request.POST.get("later") and is_mine:
        return _keep(request)
    form = _form(forms.Report, request, placement, selectors.day_of_tasks(day, offer), _prefilled(offer))
    if form.is_valid():
        try:
            made = services.report(placement, offer=offer, by=request.user, at=at, **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            services.forget_draft(address=request.path, by=request.user)
            return redirect("attendance:thanks", made.reference)
    context = {"form": form, "placement": placement, "version": version, "offer": offer, "is_mine": is_mine}
    return render(request, "attendance/report.html", context)


def _form(
    kind: Callable[..., forms.Report], request: HttpRequest, placement: object, listed_on: date, prefilled: dict
) -> forms.Report:
    tasks = [(str(task.position), task.text) for task in selectors.tasks_of(placement, listed_on)]
    said = prefilled.pop("said", ())
    prefilled["tasks"] = [position for position, text in tasks if text in said]
    within = selectors.limits(timezone.localdate(), placement.volunteer.strand)
    address, typed = selectors.draft_of(request.user) if request.method == "GET" else ("", {})
    if address == request.path:
        prefilled |= {name: values if name == "tasks" else values[0] for name, values in typed.items() if values}
    limits = {"ask_again_over": within.ask_again_over, "longest": within.longest}
    return kind(request.POST or None, tasks=tasks, initial=prefilled, **limits)


def _prefilled(offer: object) -> dict:
    if offer is None:
        return {}
    duty = offer.duty
    return {
        "day": london_day(duty.starts_at),
        "starts": duty.starts_at.astimezone(LONDON).time(),
        "ends": duty.ends_at.astimezone(LONDON).time(),
    }


def _keep(request: HttpRequest) -> HttpResponse:
    typed = {name: request.POST.getlist(name) for name in forms.KEPT if name in request.POST}
    services.save_draft(address=request.path, typed=typed, by=request.user, at=timezone.now())
    messages.success(request, "What you have typed is kept. Come back to it whenever you like.")
    return redirect("attendance:report")


def correct(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a report right: the old version is kept, and the new one says why."""
    day, at = timezone.localdate(), timezone.now()
    old = get_object_or_404(selectors.reports_seen_by(request.user, day), reference=reference)
    access.correct.require(request.user, old, day)
    version = old.placement.version
    form = _form(forms.Correct, request, old.placement, selectors.day_of_tasks(day, old.offer, old), _as_told(old))
    if form.is_valid():
        try:
            made = services.correct(old, by=request.user, at=at, **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "The report is corrected. The old version is kept with it.")
            return redirect("attendance:session", made.reference)
    context = {"form": form, "placement": old.placement, "version": version, "report": old}
    return render(request, "attendance/correct.html", context)


def _as_told(report: object) -> dict:
    return {
        "day": report.on,
        "starts": report.starts_at.astimezone(LONDON).time(),
        "ends": report.ends_at.astimezone(LONDON).time(),
        "said": {task.text for task in report.tasks.all()},
        "something_else": report.something_else,
        "feeling": report.feeling,
        "how_it_went": report.how_it_went,
        "anything_else": report.anything_else,
    }

"""Write a session report: one's own, or for someone whose report came on paper."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.attendance import access, forms, rules, selectors, services
from timegiven.attendance.views import forming
from timegiven.kernel.refusals import NotAllowed
from timegiven.rota import selectors as rota
from timegiven.ui import pages


def choose(request: HttpRequest) -> HttpResponse:
    """Which session would you like to tell us about?"""
    passed_on = selectors.handed_over_by(request.user)
    context = {
        "title": "Tell us about a session",
        "duties": [each for each in rota.to_tell(request.user, timezone.now()) if each.reference not in passed_on],
        "roles": selectors.roles_to_tell(request.user, timezone.localdate()),
        "draft_address": selectors.draft_of(request.user)[0],
    }
    return render(request, "attendance/choose.html", context)


def report(request: HttpRequest, reference: str) -> HttpResponse:
    """Report a duty: day and times are filled in already."""
    offer = get_object_or_404(rota.offers_seen_by(request.user, timezone.localdate()), reference=reference)
    return _write(request, offer.placement, offer=offer, presence=selectors.presence_at(offer))


def report_presence(request: HttpRequest, reference: str) -> HttpResponse:
    """Report a session that began with coming in: the times are filled in as far as they are known."""
    presence = selectors.presence_to_tell(request.user, reference, timezone.localdate())
    if presence is None:
        raise Http404
    return _write(request, presence.placement, offer=presence.offer, presence=presence)


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


def _write(request: HttpRequest, placement: object, offer: object = None, presence: object = None) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    access.report.require(request.user, placement, day)
    is_mine = placement.volunteer.person == request.user
    if request.POST.get("later") and is_mine:
        return _keep(request)
    listed_on = selectors.day_of_tasks(day, offer, presence=presence)
    form = forming.report_form(forms.Report, request, placement, listed_on, forming.prefilled(offer, presence))
    if form.is_valid():
        told, context = form.cleaned_data, {"offer": offer, "presence": presence}
        try:
            made = services.report(placement, by=request.user, at=at, listed_on=listed_on, **context, **told)
        except services.TooLate:
            return _hand_over(request, placement, offer, listed_on, told)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            services.forget_draft(address=request.path, by=request.user)
            return redirect("attendance:thanks", made.reference)
    context = {"form": form, "placement": placement, "version": placement.version, "offer": offer, "is_mine": is_mine}
    return render(request, "attendance/report.html", context | {"presence": presence})


def _hand_over(
    request: HttpRequest, placement: object, offer: object, listed_on: date, told: dict[str, Any]
) -> HttpResponse:
    typed = {name: request.POST.getlist(name) for name in forms.KEPT if name in request.POST}
    session = {"day": told["day"], "starts": told["starts"], "ends": told["ends"], "listed_on": listed_on}
    services.hand_over(placement, typed=typed, offer=offer, by=request.user, at=timezone.now(), **session)
    services.forget_draft(address=request.path, by=request.user)
    messages.success(
        request,
        "Thank you. That session was a while ago, so what you wrote has gone to the MVP Manager, who adds it. "
        "You need do nothing more.",
    )
    return redirect("attendance:report")


def _keep(request: HttpRequest) -> HttpResponse:
    typed = {name: request.POST.getlist(name) for name in forms.KEPT if name in request.POST}
    services.save_draft(address=request.path, typed=typed, by=request.user, at=timezone.now())
    messages.success(request, "What you have typed is kept. Come back to it whenever you like.")
    return redirect("attendance:report")


def _only_standing(request: HttpRequest, report: Any) -> None:
    """Show a form only for the newest version of a report that was not taken back."""
    newer = selectors.newer_than(report)
    back = reverse("attendance:session", args=[(newer or report).reference])
    pages.only_if(request, rules.check_newest, is_replaced=newer is not None, back=back)
    pages.only_if(request, rules.check_not_voided, is_voided=report.voided_at is not None, back=back)


def correct(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a report right: the old version is kept, and the new one says why."""
    day, at = timezone.localdate(), timezone.now()
    old = get_object_or_404(selectors.reports_seen_by(request.user, day), reference=reference)
    access.correct.require(request.user, old, day)
    _only_standing(request, old)
    listed_on = selectors.day_of_tasks(day, old.offer, old)
    form = forming.report_form(forms.Correct, request, old.placement, listed_on, forming.as_told(old))
    if form.carries_out(lambda typed: services.correct(old, by=request.user, at=at, **typed)):
        made = form.outcome
        messages.success(request, "The report is corrected. The old version is kept with it.")
        return redirect("attendance:session", made.reference)
    context = {"form": form, "placement": old.placement, "version": old.placement.version, "report": old}
    return render(request, "attendance/correct.html", context)


def void(request: HttpRequest, reference: str) -> HttpResponse:
    """Take back a report that should not have been written; it can still be read."""
    day, at = timezone.localdate(), timezone.now()
    old = get_object_or_404(selectors.reports_seen_by(request.user, day), reference=reference)
    access.correct.require(request.user, old, day)
    _only_standing(request, old)
    return pages.deed(
        request,
        forms.Void(request.POST or None),
        lambda typed: services.void(old, by=request.user, at=at, **typed),
        said="The report is taken back, and its time does not count any more.",
        back=reverse("attendance:session", args=[reference]),
        title="Take this report back",
        intro=f"{old.person.name}, {old.when}.\n\nIts time will not count any more. The report is kept and can "
        "still be read. If only something in it is wrong, correct it instead.",
        button="Take it back",
    )

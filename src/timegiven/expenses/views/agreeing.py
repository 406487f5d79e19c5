"""Costs agreed beforehand: asked for by the volunteer, agreed by the MVP Manager."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.expenses import access, forms, rules, selectors, services
from timegiven.people import selectors as people
from timegiven.ui import pages


def agreements(request: HttpRequest) -> HttpResponse:
    """What the borough's volunteers have asked to be agreed."""
    day = timezone.localdate()
    access.see_agreements.require(request.user, day)
    return render(request, "expenses/agreements.html", {"asked": selectors.asked_for(request.user, day)})


def ask_to_agree(request: HttpRequest) -> HttpResponse:
    """A volunteer asks that a cost of their sessions be agreed."""
    return _ask_for_sessions(request, selectors.placements_of_own(request.user), reverse("expenses:my_claims"))


def agree_with(request: HttpRequest, reference: str) -> HttpResponse:
    """The MVP Manager writes down what is to be agreed with a volunteer."""
    day, back = timezone.localdate(), reverse("expenses:record", args=[reference])
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, day), reference=reference)
    pages.only_while(request, volunteer, "ACTIVE", "PAUSED", back=back)
    placements = list(selectors.placements_to_agree_for(request.user, day).filter(volunteer=volunteer))
    return _ask_for_sessions(request, placements, back)


def _ask_for_sessions(request: HttpRequest, placements: list, back: str) -> HttpResponse:
    if not placements:
        raise Http404
    at, by_reference = timezone.now(), {each.reference: each for each in placements}
    only = {"placement": placements[0].reference} if len(placements) == 1 else {}
    form = forms.AskToAgree(
        request.POST or None,
        is_own=request.user == placements[0].volunteer.person,
        placements=placements,
        initial=only,
    )

    def deed(typed: dict[str, Any]) -> Any:
        placement = by_reference[typed.pop("placement")]
        return services.ask_to_agree(placement, by=request.user, at=at, **typed)

    return _ask(request, form, deed, "your sessions", placements[0].volunteer, back)


def ask_for_a_day(request: HttpRequest) -> HttpResponse:
    """A volunteer asks that a cost of one day be agreed: a course, an interview, a meeting."""
    volunteer = people.volunteer_of(request.user)
    if volunteer is None:
        raise Http404
    return _ask_for_a_day(request, volunteer, reverse("expenses:my_claims"))


def agree_a_day_with(request: HttpRequest, reference: str) -> HttpResponse:
    """The MVP Manager writes down a cost of one day for a volunteer."""
    back = reverse("expenses:record", args=[reference])
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, timezone.localdate()), reference=reference)
    pages.only_while(request, volunteer, "ACTIVE", "PAUSED", back=back)
    return _ask_for_a_day(request, volunteer, back)


def _ask_for_a_day(request: HttpRequest, volunteer: Any, back: str) -> HttpResponse:
    at = timezone.now()
    access.ask_to_agree.require(request.user, volunteer, timezone.localdate())
    form = forms.AskForADay(request.POST or None, is_own=request.user == volunteer.person)

    def deed(typed: dict[str, Any]) -> Any:
        return services.ask_for_a_day(volunteer, by=request.user, at=at, **typed)

    return _ask(request, form, deed, "one day", volunteer, back)


def _ask(
    request: HttpRequest, form: Any, deed: Callable[[dict[str, Any]], Any], what: str, of: Any, back: str
) -> HttpResponse:
    """Ask; who may agree goes on to agree."""
    if form.carries_out(deed):
        asked = form.outcome
        if access.agree(request.user, asked.volunteer, timezone.localdate()):
            return redirect("expenses:agree", asked.reference)
        messages.success(request, "Thank you. Your MVP Manager answers, and a letter tells you.")
        return redirect("expenses:agreement", asked.reference)
    is_own = request.user == of.person
    title = f"Ask for a cost of {what}" if is_own else f"A cost of {what.removeprefix('your ')}: {of.person.name}"
    page = {
        "form": form,
        "title": title,
        "intro": "Costs are agreed before they are spent. Nobody should be out of pocket for giving time.",
        "button": "Ask for it" if is_own else "Go on",
        "cancel_url": back,
    }
    return render(request, "ui/form_page.html", page)


def agreement(request: HttpRequest, reference: str) -> HttpResponse:
    """What was asked for or agreed, and its life."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.agreements_seen_by(request.user, day), reference=reference)
    context = {
        "agreed": found,
        "miles": rules.in_miles(found.most_tenths) if found.most_tenths else "",
        "steps": found.steps.select_related("by").order_by("at", "pk"),
        "may_agree": found.status == "ASKED" and access.agree(request.user, found.volunteer, day),
        "may_end": found.status == "AGREED" and access.end_agreement(request.user, found, day),
        "is_own": request.user == found.volunteer.person,
        "reasons": selectors.vehicle_reasons(found.placement, day) if found.kind == "DUTY" else [],
        "may_claim": found.is_for_one_day
        and selectors.days_to_claim_for(request.user, day).filter(pk=found.pk).exists(),
    }
    return render(request, "expenses/agreement.html", context)


def agree(request: HttpRequest, reference: str) -> HttpResponse:
    """Agree to a cost, in terms that may differ from those asked for."""
    day, at, back = timezone.localdate(), timezone.now(), reverse("expenses:agreement", args=[reference])
    found = get_object_or_404(selectors.agreements_seen_by(request.user, day), reference=reference)
    access.agree.require(request.user, found.volunteer, day)
    pages.only_towards(request, found, "AGREED", back=back)
    initial = {
        "what": found.what,
        "vehicle": found.vehicle,
        "most_tenths": forms.in_figures(found.most_tenths),
        "most_pence": found.most_pence,
        "from_on": found.from_on,
    }
    shape = {"is_miles": found.kind in ("MILEAGE", "DUTY"), "is_for_one_day": found.is_for_one_day}
    name = found.volunteer.person.name
    return pages.deed(
        request,
        forms.Agree(request.POST or None, initial=initial, **shape),
        lambda typed: services.agree(found, by=request.user, at=at, **typed),
        said=f"Agreed with {name}.",
        back=back,
        title=f"Agree: {found.get_kind_display().lower()}",
        intro=f"{name}, {found.where}.\n\nIt is paid back against receipts, or by the mile, and never as a flat sum.",
        button="Agree",
    )


def decline_to_agree(request: HttpRequest, reference: str) -> HttpResponse:
    """Say no to a cost that was asked for."""
    day, at, back = timezone.localdate(), timezone.now(), reverse("expenses:agreement", args=[reference])
    found = get_object_or_404(selectors.agreements_seen_by(request.user, day), reference=reference)
    access.agree.require(request.user, found.volunteer, day)
    pages.only_towards(request, found, "NOT_AGREED", back=back)
    return pages.deed(
        request,
        forms.Decline(request.POST or None),
        lambda typed: services.decline_to_agree(found, by=request.user, at=at, **typed),
        said="A letter tells the volunteer.",
        back=back,
        title="Do not agree to this cost",
        button="Do not agree",
    )


def end_agreement(request: HttpRequest, reference: str) -> HttpResponse:
    """End what was agreed."""
    day, at, back = timezone.localdate(), timezone.now(), reverse("expenses:agreement", args=[reference])
    found = get_object_or_404(selectors.agreements_seen_by(request.user, day), reference=reference)
    access.end_agreement.require(request.user, found, day)
    pages.only_towards(request, found, "ENDED", back=back)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.end_agreement(found, by=request.user, at=at),
        said="It ends today.",
        back=back,
        title="End this agreement",
        intro="From tomorrow on this cost is not paid back any more. Costs of days before may still be claimed.",
        button="End it",
    )

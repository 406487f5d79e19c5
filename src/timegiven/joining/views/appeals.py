"""Appeals: asked for by a private link or by post, answered by somebody else in the vetting office."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, rules, selectors, services
from timegiven.joining.views.doors import private_form
from timegiven.kernel.references import digest
from timegiven.ui import pages


@login_not_required
@private_form
def appeal(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for a refused check to be looked at again, or take that back: one button, by the link in the letter."""
    found = selectors.clearance_by_appeal_link(digest(token))
    if found is None:
        raise Http404
    form = forms.Decide(request.POST or None)
    asked = getattr(found, "appeal", None)

    def deed(_: object) -> object:
        if asked and "back" in request.POST:
            return services.withdraw_appeal(asked, by=found.person, at=timezone.now())
        return services.appeal(found, by=found.person, at=timezone.now())

    if form.carries_out(deed):
        return redirect("joining:appeal", token)
    return render(request, "joining/appeal.html", {"form": form, "refusal": found, "appeal": asked})


def appeals(request: HttpRequest) -> HttpResponse:
    """Which appeals wait for an answer, and which refusals can still be appealed by post."""
    day = timezone.localdate()
    access.vet.require(request.user, day)
    page = {
        "appeals": selectors.appeals_seen_by(request.user, day),
        "refusals": selectors.refusals_to_appeal(request.user, day),
    }
    return render(request, "joining/appeals.html", page)


def record_appeal(request: HttpRequest, reference: str) -> HttpResponse:
    """An appeal came by post."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.refusals_had_by(request.user, day), reference=reference)
    access.appeal.require(request.user, found, day)
    back, ended = reverse("joining:appeals"), selectors.why_no_appeal(found, day)
    pages.only_if(request, rules.check_unfinished, "This refusal", ended=ended, back=back)
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.appeal(found, by=request.user, at=timezone.now()),
        said=f"The appeal of {found.person.name} has been recorded.",
        back=back,
        title=f"An appeal from {found.person.name}",
        intro="They have written to you. Keep the letter in your own files: here only the day is kept.",
        button="Record the appeal",
    )


def decide_appeal(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer an appeal."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.appeals_had_by(request.user, day), reference=reference)
    access.decide_appeal.require(request.user, found.refusal, day)
    back, ended = reverse("joining:appeals"), selectors.how_appeal_ended(found)
    pages.only_if(request, rules.check_unfinished, "This appeal", ended=ended, back=back)
    level = found.refusal.level
    initial = {"level": level, "from_on": day, "until_on": selectors.usual_end(level, day)}
    return pages.deed(
        request,
        forms.DecideAppeal(request.POST or None, initial=initial),
        lambda typed: _answer(found, **typed, by=request.user, at=timezone.now()),
        said=lambda _: _said(found),
        back=back,
        title=f"Appeal of {found.refusal.person.name}",
        intro="Whoever refused the first time does not decide. Reasons stay in your own files.",
        button="Record the answer",
    )


def _said(found: Any) -> str:
    name = found.refusal.person.name
    is_back = found.status == found.Status.WITHDRAWN
    return f"{name} has taken the appeal back. It is closed." if is_back else f"The answer to {name} is on its way."


def _answer(found: Any, *, is_upheld: str, by: Any, at: datetime, **facts: Any) -> None:
    if is_upheld == "back":
        services.withdraw_appeal(found, by=by, at=at)
    elif is_upheld == "yes":
        services.uphold_appeal(found, **facts, by=by, at=at)
    else:
        services.dismiss_appeal(found, by=by, at=at)

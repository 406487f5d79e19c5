"""Anybody who holds a letter may ask whether it is genuine, and learns nothing that the letter does not say."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from timegiven.engagement import forms, rules, selectors
from timegiven.engagement.policies import CHECKS_AN_HOUR
from timegiven.kernel.patience import allows, network
from timegiven.kernel.refusals import NotAllowed


@login_not_required
def check(request: HttpRequest) -> HttpResponse:
    """Is this letter genuine and unchanged? Name and hours as they were printed, only if the code is known."""
    form, page = forms.Check(request.POST or None), {}
    if form.is_valid():
        _insist_on_patience(request)
        found = selectors.proof_by_code(rules.as_typed(form.cleaned_data["code"]))
        holds = found is not None and found.withdrawn_on is None
        page = {"asked": True, "told": selectors.told_of(found) if found and holds else None, "found": found}
    answer = render(request, "engagement/check.html", {"form": form, **page})
    answer["Cache-Control"] = "no-store"
    return answer


def _insist_on_patience(request: HttpRequest) -> None:
    most = int(CHECKS_AN_HOUR.on(timezone.localdate()))
    if not allows("letter", network(request), most=most):
        raise NotAllowed(
            "We have not checked this letter: many have been checked from your network.",
            next_step="Try again in an hour, or write to the Central Team.",
        )

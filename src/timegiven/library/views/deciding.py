"""The Steering Group's paper: read it, vote, talk about it, declare what was decided."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.library import access, forms, selectors, services
from timegiven.library.views import before
from timegiven.ui import pages


def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """The newest paper about a version."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    found = selectors.paper_of(version)
    if found is None:
        raise Http404
    return redirect("library:paper", found.reference)


def paper(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything a member needs to know, what was said, and the votes."""
    found = get_object_or_404(selectors.papers_seen_by(request.user, timezone.localdate()), reference=reference)
    return _page(request, found)


def vote(request: HttpRequest, reference: str) -> HttpResponse:
    """Vote from one's seat."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.papers_seen_by(request.user, day), reference=reference)
    access.decide.require(request.user, found.version, day)

    form = forms.CastVote(request.POST or None)
    if form.carries_out(lambda typed: services.vote(found, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, "Thank you. Your vote is on record.")
        return redirect("library:paper", reference)
    return _page(request, found, vote_form=form)


def say(request: HttpRequest, reference: str) -> HttpResponse:
    """Comment, ask or object."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.papers_seen_by(request.user, day), reference=reference)
    access.discuss.require(request.user, found, day)

    form = forms.Say(request.POST or None)
    if form.carries_out(lambda typed: services.say(found, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, "Thank you. It is on the page for everybody who reads this paper.")
        return redirect("library:paper", reference)
    return _page(request, found, say_form=form)


def _page(request: HttpRequest, found: Any, **bound: Any) -> HttpResponse:
    shown = before.everything(found, viewer=request.user, at=timezone.now())
    shown |= {"vote_form": before.vote_form(shown), "say_form": forms.Say(), "form": next(iter(bound.values()), None)}
    return render(request, "library/paper.html", shown | bound)


def declare(request: HttpRequest, reference: str) -> HttpResponse:
    """The chair declares what the group has decided."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.papers_seen_by(request.user, day), reference=reference)
    access.declare.require(request.user, found, day)
    pages.only_while(request, found.version, "SUBMITTED", back=reverse("library:paper", args=[reference]))

    form = forms.Declare(request.POST or None)
    if form.carries_out(lambda _: services.declare(found, by=request.user, at=timezone.now(), **form.facts())):
        messages.success(request, "The decision is declared. The MVP Manager and the proposer have been told.")
        return redirect("library:paper", reference)
    standing = before.where_it_stands(found, at=timezone.now())
    return render(request, "library/declare.html", {"paper": found, "form": form, **standing})

"""The pass office's pages, and the volunteer's own pass."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, selectors, services
from timegiven.kernel.refusals import NotAllowed


def passes(request: HttpRequest) -> HttpResponse:
    """Which passes wait to be made, were lost, or should come back."""
    day = timezone.localdate()
    access.see_passes.require(request.user, day)
    found, form = selectors.passes_run_by(request.user, day), forms.PassFilters(request.GET)
    if form.is_valid():
        if words := form.cleaned_data["name"]:
            found = found.filter(Q(person__name__icontains=words) | Q(number__icontains=words))
        chosen = form.cleaned_data["status"] or ["ASKED", "LOST", "RECALLED"]
        found = found.filter(status__in=chosen)
    page_obj = Paginator(found, 25).get_page(request.GET.get("page"))
    return render(request, "joining/passes.html", {"filters": form, "page_obj": page_obj})


def my_pass(request: HttpRequest) -> HttpResponse:
    """One's own pass: what it says, and what to do when it is gone."""
    found = selectors.my_pass(request.user)
    ask = selectors.whom_to_ask(found.borough, timezone.localdate()) if found else ""
    return render(request, "joining/my_pass.html", {"my_pass": found, "ask": ask})


def _page(request: HttpRequest, form: Any, title: str, intro: str, button: str, back: str) -> HttpResponse:
    page = {"form": form, "title": title, "intro": intro, "button": button, "cancel_url": reverse(back)}
    return render(request, "ui/form_page.html", page)


def issue_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Hand a pass over."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.run_passes.require(request.user, found, day)
    form = forms.IssuePass(request.POST or None)
    if form.is_valid():
        try:
            services.issue_pass(found, number=form.cleaned_data["number"], by=request.user, at=timezone.now())
            messages.success(request, f"The pass of {found.person.name} is in force from today.")
            return redirect("joining:passes")
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    intro = "Hand it over in person, and ask for something that shows who they are."
    return _page(request, form, f"Issue a pass to {found.person.name}", intro, "Issue the pass", "joining:passes")


def recall_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a pass back."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.recall_pass.require(request.user, found, day)
    form = forms.Decide(request.POST or None)
    back = "joining:passes" if access.see_passes(request.user, day) else "joining:my_pass"
    if form.is_valid():
        try:
            services.recall_pass(found, by=request.user, at=timezone.now())
            messages.success(request, "A letter asks for the pass back. It is out of force from now.")
            return redirect(back)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    intro = "The pass is out of force at once, and a letter says where to bring it."
    return _page(request, form, f"Ask for the pass of {found.person.name} back", intro, "Ask for it back", back)


def return_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Note that a pass has come back."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.run_passes.require(request.user, found, day)
    form = forms.Decide(request.POST or None)
    if form.is_valid():
        try:
            services.return_pass(found, by=request.user, at=timezone.now())
            messages.success(request, f"The pass of {found.person.name} has come back.")
            return redirect("joining:passes")
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    intro = f"You hold pass {found.number} in your hand. We write to say thank you."
    return _page(request, form, f"Pass of {found.person.name} returned", intro, "It has come back", "joining:passes")


def cancel_pass(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the books on a lost pass."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.run_passes.require(request.user, found, day)
    form = forms.CancelPass(request.POST or None)
    if form.is_valid():
        try:
            services.cancel_pass(found, **form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, f"The pass of {found.person.name} has been cancelled.")
            return redirect("joining:passes")
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    intro = "A cancelled pass can never be used again."
    return _page(request, form, f"Cancel the pass of {found.person.name}", intro, "Cancel the pass", "joining:passes")


def report_lost(request: HttpRequest, reference: str) -> HttpResponse:
    """Lost or stolen: one button, and it is dead."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.report_lost.require(request.user, found, day)
    form = forms.Decide(request.POST or None)
    if form.is_valid():
        try:
            services.report_lost(found, by=request.user, at=timezone.now())
            messages.success(request, "Thank you for telling us. The pass no longer works.")
            return redirect("joining:my_pass")
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    intro = (
        "It stops working at once, and the Borough MVP Manager is told. Losing a pass happens: thank you for saying so."
    )
    return _page(request, form, "Report the pass lost or stolen", intro, "Report it lost", "joining:my_pass")

"""Records that may be one person: the list, the two side by side, and taking them apart again."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, selectors, services
from timegiven.ui import pages


def duplicates(request: HttpRequest) -> HttpResponse:
    """Who may be whom, likeliest first."""
    day = timezone.localdate()
    access.see_duplicates.require(request.user, day)
    waiting = selectors.likenesses_seen_by(request.user, day).filter(status="FOUND").order_by("-score", "pk")
    page_obj = Paginator(waiting, 25).get_page(request.GET.get("page"))
    return render(request, "joining/duplicates.html", {"page_obj": page_obj})


def compare(request: HttpRequest, reference: str) -> HttpResponse:
    """Two records side by side; a human says whether they are one person."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.likenesses_seen_by(request.user, day), reference=reference)
    access.compare.require(request.user, found, day)
    sides = {each.reference: each for each in (found.one, found.other)}
    one, other = ((each.reference, each.name) for each in (found.one, found.other))
    form = forms.Compare(request.POST or None, one=one, other=other)
    if form.carries_out(lambda typed: _settle(found, sides.get(typed["answer"]), by=request.user, at=at)):
        messages.success(request, form.outcome)
        return redirect("joining:duplicates")
    page = {"form": form, "found": found, "lines": selectors.side_by_side(found)}
    return render(request, "joining/compare.html", page | {"merge": selectors.newest_merge(found)})


def _settle(found: Any, keep: Any, *, by: Any, at: datetime) -> str:
    if keep:
        services.merge(found, keep=keep, by=by, at=at)
        return f"The two records are one now: {keep.name}. You can take this back."
    services.tell_apart(found, by=by, at=at)
    return "Noted: they are two people."


def undo_merge(request: HttpRequest, reference: str) -> HttpResponse:
    """Take two records apart again."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.likenesses_seen_by(request.user, day), reference=reference, status="SAME")
    access.compare.require(request.user, found, day)
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.undo_merge(selectors.newest_merge(found), by=request.user, at=timezone.now()),
        said="They are two records again.",
        back=reverse("joining:compare", args=[found.reference]),
        title="Take these records apart",
        intro=f"{found.one.name} and {found.other.name} become two people again, each with what was theirs.",
        button="Take them apart",
    )

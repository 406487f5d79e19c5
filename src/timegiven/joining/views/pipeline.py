"""The Borough MVP Manager's board, and the acts on it that can be undone."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from timegiven.joining import access, forms, selectors, services
from timegiven.joining.views.addresses import page_of
from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed
from timegiven.ui import pages


def board(request: HttpRequest) -> HttpResponse:
    """Who is at which stage, longest waiting first, and what comes next."""
    day = timezone.localdate()
    access.see_applications.require(request.user, day)
    page = {
        "stages": selectors.board(request.user, day),
        "waiting": selectors.waiting_batches(request.user),
        "form": forms.Act(),
        "names_boroughs": selectors.are_in_boroughs(request.user, day),
    }
    return render(request, "joining/board.html", page)


@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Choose what happens to one application, by its own button, or to all that are ticked."""
    day, at = timezone.localdate(), timezone.now()
    access.see_applications.require(request.user, day)
    form = forms.Act(request.POST)
    if not form.is_valid():
        messages.error(request, "Nothing has changed: choose what should happen, and to whom.")
        return _back(request)
    mine = selectors.applications_run_by(request.user, day)
    chosen = list(mine.filter(reference__in=form.cleaned_data["applications"]))
    try:
        batch = services.begin_batch(chosen, act=form.cleaned_data["act"], by=request.user, at=at)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
        return _back(request)
    return redirect("joining:batch", batch.reference)


def _back(request: HttpRequest) -> HttpResponse:
    """The page that the act was chosen on: a list with its filter and what was ticked."""
    if request.POST.get("back") != "list":
        return redirect("joining:board")
    shown = QueryDict(request.POST.get("query", ""), mutable=True)
    shown.setlist("ticked", request.POST.getlist("application"))
    shown["act"] = request.POST.get("act", "")
    return redirect(f"{reverse('joining:applications')}?{shown.urlencode()}")


def batch(request: HttpRequest, reference: str) -> HttpResponse:
    """What is about to happen, and the buttons to undo it or to let it happen now; afterwards what came of it."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.batches_of(request.user), reference=reference)
    access.undo.require(request.user, found, day)
    form = forms.Undo(request.POST or None)
    deeds = {"undo": services.undo_batch, "now": services.carry_out}
    if form.carries_out(lambda typed: deeds[typed["choice"]](found, by=request.user, at=at)):
        if form.cleaned_data["choice"] == "undo":
            messages.success(request, "Undone: nothing has happened, and nobody has been written to.")
        return redirect("joining:batch", found.reference)
    items = found.items.select_related("application__person").order_by("application__person__name")
    return render(request, "joining/batch.html", {"batch": found, "items": items, "form": form})


def check_right(request: HttpRequest, reference: str) -> HttpResponse:
    """Record what was seen that lets somebody volunteer here."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    access.check_right.require(request.user, found, day)
    return pages.deed(
        request,
        forms.CheckRight(request.POST or None),
        lambda typed: services.check_right(found, **typed, by=request.user, at=timezone.now()),
        said="Recorded. Please give the document back: no copy is kept.",
        back=page_of(found),
        title=f"{found.person.name}’s right to volunteer",
        intro="Look at a document together. Only its kind, its conditions and its end are kept: make no copy.\n\n"
        + _seen_before(selectors.right_of(found.person)),
        button="Record what you saw",
    )


def _seen_before(right: Any) -> str:
    if right is None:
        return "Nothing has been recorded yet."
    until = f", until {words.day(right.expires_on)}" if right.expires_on else ""
    return (
        f"Last seen on {words.day(right.checked_on)} by {right.checked_by.name}: "
        f"{right.get_evidence_display()}{until}. {right.conditions}"
    ).strip()


def rights_ending(request: HttpRequest) -> HttpResponse:
    """Whose papers end soon."""
    day = timezone.localdate()
    access.see_applications.require(request.user, day)
    return render(request, "joining/rights_ending.html", {"rights": selectors.papers_ending(request.user, day)})

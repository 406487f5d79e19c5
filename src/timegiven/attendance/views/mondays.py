"""What the MVP Manager does about sessions on a Monday: answer, read, add what came late, confirm."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.attendance import access, forms, rules, selectors, services
from timegiven.attendance.views import forming
from timegiven.kernel.words import so_many
from timegiven.ui import pages
from timegiven.ui.forms import Form

MOST = 50  # of each, on one page


def monday(request: HttpRequest) -> HttpResponse:
    """Everything about sessions that waits, on one page; of a long list the oldest, and the whole of it by itself."""
    day, at = timezone.localdate(), timezone.now()
    access.see_monday.require(request.user, day)
    words = selectors.to_read(request.user, day)
    form = Form(request.POST or None)
    if form.is_valid():
        chosen = words.filter(reference__in=request.POST.getlist("read"))
        count = services.mark_read(list(chosen), by=request.user, at=at)
        if count:
            messages.success(request, "Marked as read. Thank you for answering them.")
        return redirect(request.get_full_path())
    lists = {
        "notes": words,
        "late": selectors.open_late(request.user, day),
        "beyond": selectors.open_queries(request.user, day),
        "forgotten": selectors.forgotten_seen_by(request.user, day),
        "not_told": selectors.not_told(request.user, at, day),
    }
    part = request.GET.get("part", "")
    part = part if part in lists else ""
    shown = {name: _page(request, found, part) for name, found in lists.items() if part in ("", name)}
    context = {
        "title": "Sessions this week",
        "form": form,
        "may_key_in": access.key_in(request.user, day),
        "part": part,
        "confirming": not part and bool(selectors.strands_that_confirm(day)),
        "to_confirm": 0 if part else selectors.to_confirm(request.user, day).count(),
    }
    return render(request, "attendance/monday.html", context | shown)


def _page(request: HttpRequest, found: QuerySet[Any], part: str) -> Page:
    """The page of a list that stands by itself, else the first."""
    return Paginator(found, MOST).get_page(request.GET.get("page") if part else 1)


def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """Is what was done beyond the role covered?"""
    day = timezone.localdate()
    query = get_object_or_404(selectors.queries_seen_by(request.user, day), reference=reference)
    access.look_into.require(request.user, query.report, day)
    pages.only_if(
        request,
        rules.check_unanswered,
        is_answered=query.answered_at is not None,
        back=reverse("attendance:session", args=[query.report.reference]),
    )
    form = forms.Answer(request.POST or None)
    if form.carries_out(lambda typed: services.answer(query, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, f"Answered. {query.report.person.first_name} hears of it, with thanks.")
        return redirect("attendance:monday")
    context = {"title": "Was this covered?", "form": form, "query": query, "report": query.report}
    return render(request, "attendance/answer.html", context)


def late(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a report that came late, as the volunteer told of it."""
    entry = _late(request, reference)
    known = forming.as_typed(selectors.typed_in(entry))
    form = forming.report_form(forms.Report, request, entry.placement, entry.on, known)
    if form.carries_out(lambda typed: services.enter_late(entry, by=request.user, at=timezone.now(), **typed)):
        made = form.outcome
        messages.success(request, f"Added: {entry.person.name}, {made.when}.")
        return redirect("attendance:monday")
    context = {"form": form, "placement": entry.placement, "version": entry.placement.version, "late": entry}
    return render(request, "attendance/report.html", context)


def _late(request: HttpRequest, reference: str) -> Any:
    day = timezone.localdate()
    entry = get_object_or_404(selectors.late_entries_seen_by(request.user, day), reference=reference)
    access.key_in_for.require(request.user, entry.placement, day)
    pages.only_if(
        request, rules.check_unanswered, is_answered=entry.settled_at is not None, back=reverse("attendance:monday")
    )
    return entry


def leave_out(request: HttpRequest, reference: str) -> HttpResponse:
    """Do not add a late report, and tell the volunteer why."""
    entry = _late(request, reference)
    return pages.deed(
        request,
        forms.LeaveOut(request.POST or None),
        lambda typed: services.leave_out(entry, by=request.user, at=timezone.now(), **typed),
        said=f"Left out. {entry.person.first_name} hears why.",
        then=reverse("attendance:monday"),
        back=reverse("attendance:late", args=[reference]),
        title="Leave this report out",
        intro=_before_leaving_out(entry),
        button="Leave it out",
    )


def _before_leaving_out(entry: Any) -> str:
    """What happens; and what must not be lost with it."""
    letter = f"{entry.person.name} gets a friendly letter that says why."
    if not entry.is_concern:
        return letter
    worry = " ".join(selectors.typed_in(entry).get("worry", []))
    ring = f"They asked to have something treated as a concern, and to be rung. Please do that first: {worry}"
    return f"{ring}\n\n{letter}"


def confirm(request: HttpRequest) -> HttpResponse:
    """Confirm sessions, all or some at once, where the policy asks for it."""
    day = timezone.localdate()
    access.see_to_confirm.require(request.user, day)
    page = Paginator(selectors.to_confirm(request.user, day), MOST).get_page(request.GET.get("page"))
    choices = [(each.reference, f"{each.person.name}, {each.when}") for each in page]
    initial = {"chosen": [each.reference for each in page]}
    form = forms.Choice(request.POST or None, choices=choices, initial=initial)
    if form.is_valid():
        chosen = [each for each in page if each.reference in form.cleaned_data["chosen"]]
        count = services.confirm(chosen, by=request.user, at=timezone.now())
        messages.success(request, f"{so_many(count, 'session')} confirmed. Thank you.")
        return redirect(request.get_full_path())
    context = {"title": "Sessions to confirm", "form": form, "page_obj": page}
    return render(request, "attendance/confirm.html", context)

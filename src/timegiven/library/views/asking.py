"""Asking for an added task, and answering."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.library import access, forms, rules, selectors, services
from timegiven.library.views import shown
from timegiven.ui import pages

A_PAGE = 25


def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """A unit that has the role asks for a task more."""
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    units = selectors.units_to_ask_for(request.user, version, day)
    if not units:
        access.ask.require(request.user, version.profile.unit, day)
    pages.only_while(request, version, "APPROVED", back=reverse("library:version", args=[reference]))

    form = forms.AskForTask(request.POST or None, units=[(unit.reference, unit.full_name) for unit in units])
    if form.carries_out(
        lambda typed: services.ask(
            version,
            **typed | {"unit": get_object_or_404(units, reference=typed["unit"])},
            by=request.user,
            at=timezone.now(),
        )
    ):
        messages.success(request, "Thank you. The MVP Manager has your request.")
        return redirect("library:request", form.outcome.reference)
    context = {"version": version, "form": form, "tasks": selectors.tasks_of(version)}
    return render(request, "library/ask.html", context)


def requests(request: HttpRequest) -> HttpResponse:
    """The tasks that were asked for where I serve, the newest first."""
    day = timezone.localdate()
    access.see_requests.require(request.user, day)
    filters = forms.Requests(request.GET)
    waits = filters.usable().get("waiting")
    found = selectors.requests_to_answer if waits else selectors.requests_seen_by
    page = Paginator(found(request.user, day), A_PAGE).get_page(request.GET.get("page"))
    rows = [{"asked": each, "state": selectors.state_of(each)} for each in page]
    context = {"filters": filters, "page_obj": page, "rows": rows, "ways": shown.ways(request.user, day, "requests")}
    return render(request, "library/requests.html", context)


def task_request(request: HttpRequest, reference: str) -> HttpResponse:
    """One request: the task, the reason, and what became of it."""
    asked, may_answer = _asked(request, reference)
    text, colour = selectors.state_of(asked)
    context = {
        "asked": asked,
        "version": asked.version,
        "state": text,
        "colour": colour,
        "may_answer": may_answer and asked.answered_at is None,
        "sees_draft": may_answer,
    }
    return render(request, "library/request.html", context)


def _only_waiting(request: HttpRequest, asked: Any) -> None:
    """Show a form only for a request that nobody has answered."""
    back = reverse("library:request", args=[asked.reference])
    pages.only_if(request, rules.check_unanswered, is_answered=asked.answered_at is not None, back=back)


def take_up_task(request: HttpRequest, reference: str) -> HttpResponse:
    """Put the task into the next version."""
    asked, _ = _asked(request, reference)
    access.write.require(request.user, asked.version, timezone.localdate())
    _only_waiting(request, asked)

    form = forms.TakeUpTask(request.POST or None, initial={"text": asked.task})
    now = {"by": request.user, "at": timezone.now()}
    return pages.deed(
        request,
        form,
        lambda typed: services.take_up_task(asked, text=typed["text"], marks=form.marks, **now),
        said=lambda draft: f"The task is in version {draft.number} now. Assess its risks next.",
        then=lambda draft: reverse("library:complete", args=[draft.reference]),
        back=reverse("library:request", args=[reference]),
        title="Take the task up",
        intro="It goes into the next version of the role. Nobody does it before that version is risk assessed and "
        "approved by the Steering Group. Whoever asked gets a letter.",
        button="Put it into the next version",
    )


def decline_task(request: HttpRequest, reference: str) -> HttpResponse:
    """Say no, with the reason."""
    asked, _ = _asked(request, reference)
    access.write.require(request.user, asked.version, timezone.localdate())
    _only_waiting(request, asked)

    return pages.deed(
        request,
        forms.DeclineTask(request.POST or None),
        lambda typed: services.decline_task(asked, by=request.user, at=timezone.now(), **typed),
        said="Your answer is on its way.",
        back=reverse("library:request", args=[reference]),
        title="Do not take it up",
        intro=f"“{asked.task}”\n\nWhoever asked gets a letter with your reason.",
        button="Send the answer",
    )


def _asked(request: HttpRequest, reference: str) -> tuple[Any, bool]:
    day = timezone.localdate()
    asked = get_object_or_404(selectors.requests_seen_by(request.user, day), reference=reference)
    return asked, access.write(request.user, asked.version, day)

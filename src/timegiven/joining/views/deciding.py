"""The Borough MVP Manager's pages: the list, the interview, the security check, the decision."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.joining import access, forms, selectors, services
from timegiven.joining.views.pages import form_page, page_of
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import at_london
from timegiven.people import selectors as people


def applications(request: HttpRequest) -> HttpResponse:
    """Who would like to volunteer here, longest waiting first."""
    day = timezone.localdate()
    access.see_applications.require(request.user, day)
    found = selectors.applications_run_by(request.user, day)
    form = forms.Filters(request.GET)
    if form.is_valid():
        if name := form.cleaned_data["name"]:
            found = found.filter(person__name__icontains=name)
        if form.cleaned_data["to_judge"]:
            found = selectors.with_references_to_read(found)
        found = found.filter(status__in=form.cleaned_data["status"] or selectors.OPEN)
    page_obj = Paginator(found.values_list("pk", flat=True), 25).get_page(request.GET.get("page"))
    listed = selectors.listed(page_obj, day)
    page = {"filters": form, "page_obj": page_obj, "listed": listed, "act": forms.Act()}
    return render(request, "joining/applications.html", page)


def _found(request: HttpRequest, reference: str) -> Any:
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    access.decide.require(request.user, found, day)
    return found


def private(request: HttpRequest, reference: str) -> HttpResponse:
    """What is kept sealed: interview notes and what would help. Each look is recorded."""
    found = _found(request, reference)
    services.saw_private(found, by=request.user, at=timezone.now())
    contacts = people.emergency_contacts(found.person)
    return render(request, "joining/private.html", {"application": found, "contacts": contacts})


def interview(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that you have met."""
    found = _found(request, reference)
    form = forms.Interview(request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data
        met_at = at_london(typed["interview_on"], typed["interview_time"])
        goes_on = typed["goes_on"] == "yes"
        try:
            services.interview(
                found, interview_at=met_at, notes=typed["notes"], goes_on=goes_on, by=request.user, at=timezone.now()
            )
            messages.success(request, f"The interview with {found.person.name} has been recorded.")
            return redirect("joining:application", found.reference)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    title = f"Interview with {found.person.name}"
    return form_page(request, form, title=title, button="Record the interview", back=page_of(found))


def send_to_vetting(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a security check."""
    found = _found(request, reference)
    form = forms.SendToVetting(
        request.POST or None, initial={"level": selectors.level_for(found, timezone.localdate())}
    )
    if form.carries_out(lambda typed: services.send_to_vetting(found, **typed, by=request.user, at=timezone.now())):
        messages.success(request, "The vetting office has been asked for a security check.")
        return redirect("joining:application", found.reference)
    intro = (
        "The vetting office sees the name, the date of birth and the level: nothing of the interview, the references "
        "or the reasons."
    )
    return form_page(
        request,
        form,
        title=f"Security check for {found.person.name}",
        intro=intro,
        button="Send to the vetting office",
        back=page_of(found),
    )


def decline(request: HttpRequest, reference: str) -> HttpResponse:
    """Say that we cannot offer a place."""
    found = _found(request, reference)
    form = forms.Decide(request.POST or None)
    if form.carries_out(lambda _: services.decline(found, by=request.user, at=timezone.now())):
        messages.success(request, f"The letter to {found.person.name} is on its way.")
        return redirect("joining:application", found.reference)
    intro = (
        f"{found.person.name} gets a kind letter that thanks them and gives no reasons. The application ends, and "
        "links that referees hold stop working. This cannot be undone, but they may apply again."
    )
    return form_page(
        request,
        form,
        title=f"Do not take on {found.person.name}",
        intro=intro,
        button="Send the letter",
        back=page_of(found),
    )


def take_on(request: HttpRequest, reference: str) -> HttpResponse:
    """Take somebody on as a volunteer."""
    found = _found(request, reference)
    access.take_on.require(request.user, found, timezone.localdate())
    form = forms.Decide(request.POST or None)
    if form.carries_out(lambda _: services.take_on(found, by=request.user, at=timezone.now())):
        messages.success(request, f"{found.person.name} is now a volunteer. A pass has been asked for.")
        return redirect("joining:application", found.reference)
    intro = (
        f"{found.person.name} becomes a volunteer in {found.borough.name} today. We write to welcome them, ask the "
        "pass office for a pass, and invite them to read and accept the Statement of Expectation."
    )
    return form_page(
        request,
        form,
        title=f"Take on {found.person.name}",
        intro=intro,
        button="Take on as a volunteer",
        back=page_of(found),
    )

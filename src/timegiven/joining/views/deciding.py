"""The Borough MVP Manager's pages: the list, the interview, the security check, the decision."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from timegiven.joining import access, forms, selectors, services
from timegiven.joining.views.addresses import page_of
from timegiven.kernel.time import at_london
from timegiven.people import selectors as people
from timegiven.ui import pages


def applications(request: HttpRequest) -> HttpResponse:
    """Who would like to volunteer here, longest waiting first."""
    day = timezone.localdate()
    access.see_applications.require(request.user, day)
    filters = forms.Filters(request.GET)
    chosen = filters.usable()
    statuses = chosen.pop("status", None) or selectors.OPEN
    found = selectors.applications_listed(request.user, day, statuses=statuses, **chosen)
    page_obj = Paginator(found, 25).get_page(request.GET.get("page"))
    listed = selectors.listed(page_obj, day)
    page = {
        "filters": filters,
        "page_obj": page_obj,
        "listed": listed,
        "act": forms.Act(initial={"act": request.GET.get("act")}),
        "ticked": request.GET.getlist("ticked"),
        "names_boroughs": selectors.are_in_boroughs(request.user, day),
        "runs": access.run_applications(request.user, day),
    }
    return render(request, "joining/applications.html", page)


def _found(request: HttpRequest, reference: str) -> Any:
    day = timezone.localdate()
    found = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    access.decide.require(request.user, found, day)
    return found


@never_cache
def private(request: HttpRequest, reference: str) -> HttpResponse:
    """What is kept sealed: interview notes and what would help. Each look is recorded."""
    found = _found(request, reference)
    services.saw_private(found, by=request.user, at=timezone.now())
    now_in = selectors.now_in(found)
    contacts = [] if now_in else people.emergency_contacts(found.person)
    return render(request, "joining/private.html", {"application": found, "contacts": contacts, "now_in": now_in})


def interview(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that you have met."""
    found = _found(request, reference)
    pages.only_while(request, found, "APPLIED", back=page_of(found))
    return pages.deed(
        request,
        forms.Interview(request.POST or None),
        lambda typed: services.interview(
            found,
            interview_at=at_london(typed["interview_on"], typed["interview_time"]),
            notes=typed["notes"],
            goes_on=typed["goes_on"] == "yes",
            by=request.user,
            at=timezone.now(),
        ),
        said=f"The interview with {found.person.name} has been recorded.",
        back=page_of(found),
        title=f"Interview with {found.person.name}",
        button="Record the interview",
    )


def send_to_vetting(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a security check."""
    found = _found(request, reference)
    pages.only_while(request, found, *selectors.sent_from(found, timezone.localdate()), back=page_of(found))
    return pages.deed(
        request,
        forms.SendToVetting(request.POST or None, initial={"level": selectors.level_for(found, timezone.localdate())}),
        lambda typed: services.send_to_vetting(found, **typed, by=request.user, at=timezone.now()),
        said="The vetting office has been asked for a security check.",
        back=page_of(found),
        title=f"Security check for {found.person.name}",
        intro="The vetting office sees the name, the date of birth and the level: nothing of the interview, the "
        "references or the reasons.",
        button="Send to the vetting office",
    )


def decline(request: HttpRequest, reference: str) -> HttpResponse:
    """Say that we cannot offer a place."""
    found = _found(request, reference)
    pages.only_towards(request, found, "DECLINED", back=page_of(found))
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.decline(found, by=request.user, at=timezone.now()),
        said=f"The letter to {found.person.name} is on its way.",
        back=page_of(found),
        title=f"Do not take on {found.person.name}",
        intro=f"{found.person.name} gets a kind letter that thanks them and gives no reasons. The application ends, "
        "and links that referees hold stop working. This cannot be undone, but they may apply again.",
        button="Send the letter",
    )


def take_on(request: HttpRequest, reference: str) -> HttpResponse:
    """Take somebody on as a volunteer."""
    found = _found(request, reference)
    access.take_on.require(request.user, found, timezone.localdate())
    pages.only_towards(request, found, "APPROVED", back=page_of(found))
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.take_on(found, by=request.user, at=timezone.now()),
        said=f"{found.person.name} is now a volunteer. A pass has been asked for.",
        back=page_of(found),
        title=f"Take on {found.person.name}",
        intro=f"{found.person.name} becomes a volunteer in {found.borough.name} today. We write to welcome them, ask "
        "the pass office for a pass, and invite them to read and accept the Statement of Expectation.",
        button="Take on as a volunteer",
    )

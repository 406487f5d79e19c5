"""Courses beyond a role: asked for by volunteers, answered by the Borough MVP Manager beforehand."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.people import access as people_access
from timegiven.people import selectors as people
from timegiven.training import access, forms, selectors, services
from timegiven.ui import forms as ui
from timegiven.ui import pages


def requests(request: HttpRequest) -> HttpResponse:
    day = timezone.localdate()
    access.see_requests.require(request.user, day)
    filters = forms.requests.Filters(request.GET, statuses=selectors.REQUEST_STATUSES)
    found = selectors.requests_seen_by(request.user, day)
    if chosen := filters.usable().get("status"):
        found = found.filter(status=chosen)
    page = {
        "filters": filters,
        "page_obj": Paginator(found, 25).get_page(request.GET.get("page")),
    }
    return render(request, "training/requests.html", page)


def _found(request: HttpRequest, reference: str) -> Any:
    return get_object_or_404(selectors.requests_seen_by(request.user, timezone.localdate()), reference=reference)


def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """One request; for the MVP Manager with the form that answers it."""
    day, at, found = timezone.localdate(), timezone.now(), _found(request, reference)
    may_decide = access.decide_request(request.user, found.volunteer, day) and found.status == "ASKED"
    if request.method == "POST":
        access.decide_request.require(request.user, found.volunteer, day)
    form = forms.requests.Decide(request.POST or None)
    if form.carries_out(lambda typed: services.answer(found, by=request.user, at=at, **typed)):
        messages.success(request, f"{found.volunteer.person.name} will get a letter with your answer.")
        return redirect("training:requests")
    page = {
        "form": form,
        "request_for": found,
        "course": found.course,
        "volunteer": found.volunteer,
        "may_decide": may_decide,
        "may_withdraw": found.status in ("ASKED", "AGREED") and access.book_for(request.user, found.volunteer, day),
        "steps": found.steps.select_related("by").order_by("at", "pk"),
    }
    return render(request, "training/decide.html", page)


def ask(request: HttpRequest, code: str) -> HttpResponse:
    """A volunteer asks for a course that the role does not need."""
    day, at = timezone.localdate(), timezone.now()
    course = get_object_or_404(selectors.courses(), code=code)
    volunteer = people.volunteer_of(request.user) if request.user.is_volunteering else None
    if volunteer is None:
        raise Http404
    form = forms.requests.Ask(request.POST or None)
    if form.carries_out(lambda typed: services.ask(volunteer, course=course, by=request.user, at=at, **typed)):
        messages.success(request, "Thank you. You will get a letter with the answer.")
        return redirect("training:my_training")
    decides, is_mvpm = people.whom_to_tell(volunteer.borough, day, besides=request.user)
    page = {
        "form": form,
        "course": course,
        "title": f"Ask for “{course.title}”",
        "decides": decides,
        "is_mvpm": is_mvpm,
        "borough": volunteer.borough,
        "is_manager": people_access.holds(request.user, people_access.Role.MVPM, at=volunteer.borough, day=day),
    }
    return render(request, "training/ask.html", page)


def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    day, at, found = timezone.localdate(), timezone.now(), _found(request, reference)
    access.book_for.require(request.user, found.volunteer, day)
    is_own = found.volunteer.person == request.user
    back = reverse("training:my_training") if is_own else reverse("training:requests")
    pages.only_towards(request, found, "WITHDRAWN", back=back)
    return pages.deed(
        request,
        ui.Form(request.POST or None),
        lambda _: services.withdraw(found, by=request.user, at=at),
        said="The request is taken back.",
        back=back,
        title=f"Take back the request for “{found.course.title}”?",
        intro="You can ask again whenever you like."
        if is_own
        else f"Only if {found.volunteer.person.name} wishes it. They can ask again whenever they like.",
        button="Take it back",
    )

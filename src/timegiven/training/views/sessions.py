"""Sessions of courses: the list, one session with its names, and what the training unit does with it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.words import so_many
from timegiven.training import access, forms, selectors, services
from timegiven.ui import pages


def sessions(request: HttpRequest) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    access.see_sessions.require(request.user, day)

    filters = forms.sessions.Filters(request.GET, courses=selectors.courses())
    chosen = filters.usable()
    found = selectors.sessions_seen_by(request.user, day)
    if chosen.get("course"):
        found = found.filter(course__code=chosen["course"])
    open_registers = selectors.registers_to_close(found, at)
    waiting, past = selectors.with_people_waiting(found, at), selectors.past(found)
    shown = {"open": open_registers, "waiting": waiting, "past": past}.get(
        chosen.get("when", ""), selectors.to_come(found, at)
    )
    page = {
        "filters": filters,
        "when": chosen.get("when", ""),
        "page_obj": Paginator(shown, 25).get_page(request.GET.get("page")),
        "to_close": open_registers.count(),
        "may_set_up": access.set_up_sessions(request.user, day),
    }
    return render(request, "training/sessions.html", page)


def _seen(request: HttpRequest, reference: str) -> Any:
    return get_object_or_404(selectors.sessions_seen_by(request.user, timezone.localdate()), reference=reference)


def _kept(request: HttpRequest, reference: str) -> Any:
    found = _seen(request, reference)
    access.keep_session.require(request.user, found.unit, timezone.localdate())
    return found


def session(request: HttpRequest, reference: str) -> HttpResponse:
    """One session: who has a place, who waits, and what can be done."""
    day, at = timezone.localdate(), timezone.now()
    found = _seen(request, reference)
    names = list(selectors.names_on(found))
    page = {
        "session": found,
        "names": [each for each in names if each.status != "WAITING"],
        "waiting": selectors.waiting_on(found),
        "materials": found.materials.order_by("position"),
        "steps": found.steps.select_related("by").order_by("at", "pk"),
        "is_open": found.status == "OPEN",
        "has_begun": found.starts_at <= at,
        "is_over": found.ends_at <= at,
        "may_keep": access.keep_session(request.user, found.unit, day),
    }
    return render(request, "training/session.html", page)


def set_up(request: HttpRequest) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    access.set_up_sessions.require(request.user, day)
    form = forms.sessions.SetUp(
        request.POST or None,
        initial={"course": request.GET.get("course"), "is_for_all": False},
        courses=selectors.courses().filter(delivery="SESSION", is_offered=True),
        units=selectors.units_kept_by(request.user, day),
    )
    return pages.deed(
        request,
        form,
        lambda _: services.set_up(by=request.user, at=at, **form.facts()),
        said="The session is set up. Volunteers who need the course can book a place now.",
        then=lambda made: reverse("training:session", args=[made.reference]),
        back=reverse("training:sessions"),
        title="Set up a session",
        button="Set up this session",
    )


def change(request: HttpRequest, reference: str) -> HttpResponse:
    at, found, back = timezone.now(), _kept(request, reference), reverse("training:session", args=[reference])
    pages.only_while(request, found, "OPEN", back=back)
    form = forms.sessions.Change(request.POST or None, initial=forms.sessions.as_typed(found))
    return pages.deed(
        request,
        form,
        lambda _: services.change(found, by=request.user, at=at, **form.facts()),
        said="Changed. If the time or place is new, everybody who has a place gets a letter.",
        back=back,
        title=f"Change “{found.course.title}”",
        button="Keep the changes",
    )


def call_off(request: HttpRequest, reference: str) -> HttpResponse:
    at, found, back = timezone.now(), _kept(request, reference), reverse("training:session", args=[reference])
    pages.only_while(request, found, "OPEN", back=back)
    return pages.deed(
        request,
        forms.sessions.CallOff(request.POST or None),
        lambda typed: services.call_off(found, by=request.user, at=at, **typed),
        said=lambda number: f"Called off. {so_many(number, 'letter')} will say so.",
        back=back,
        title=f"Call off “{found.course.title}”?",
        intro="Everybody who has a place or waits for one gets a letter, and their calendars are put right.",
        button="Call it off",
    )


SHOWN = 30  # names to choose from on one page


def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Book a place for somebody who asked by telephone or at the door."""
    day, at, found = timezone.localdate(), timezone.now(), _kept(request, reference)
    pages.only_while(request, found, "OPEN", back=reverse("training:session", args=[reference]))
    words = request.GET.get("find", "").strip()
    chosen = request.POST.get("volunteer", "")
    people = selectors.volunteers_to_book(request.user, day, words=words, chosen=chosen)
    form = forms.sessions.Add(request.POST or None, volunteers=people[:SHOWN], versions=selectors.roles_to_train_for())
    if form.carries_out(lambda _: services.book(found, by=request.user, at=at, **form.facts())):
        booking = form.outcome
        messages.success(request, f"{booking.volunteer.person.name}: {booking.get_status_display().lower()}.")
        return redirect("rota:booked", booking.reference)  # where duties at the same time are known
    more = 0 if chosen else max(people.count() - SHOWN, 0)
    page = {"form": form, "session": found, "find": forms.Find(request.GET), "more": more, "shown": SHOWN}
    return render(request, "training/add.html", page | {"title": f"Book a place on “{found.course.title}”"})

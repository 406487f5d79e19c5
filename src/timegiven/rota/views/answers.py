"""What a volunteer answers: yes, no, the waiting list, or "I cannot come after all"; and what a unit notes for them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.hours import selectors as hours
from timegiven.placements import selectors as placements
from timegiven.rota import access, forms, rules, selectors, services
from timegiven.training import selectors as training
from timegiven.ui import forms as ui
from timegiven.ui import pages

IN_LINE = "Thank you. Every place has just been taken: you are next in line, and we write if one opens."


def offered(request: HttpRequest, reference: str) -> HttpResponse:
    """A duty that somebody was asked about, with a button for each answer."""
    return _page(request, _found(request, reference), ui.Form())


def _found(request: HttpRequest, reference: str) -> Any:
    return get_object_or_404(selectors.offers_seen_by(request.user, timezone.localdate()), reference=reference)


def _page(request: HttpRequest, offer: Any, form: ui.Form) -> HttpResponse:
    day, at, duty, status = timezone.localdate(), timezone.now(), offer.duty, offer.status
    free = duty.most - selectors.taken(duty)
    volunteer = offer.placement.volunteer
    is_to_come = duty.is_to_come(at) and not duty.is_draft
    rests = placements.rests(offer.placement, duty.on) if is_to_come else ""
    is_late = status == offer.Status.OPEN and offer.person == request.user and selectors.is_late(offer, at)
    may_answer = is_to_come and access.answer(request.user, offer, day) and not is_late
    may_become_yes = offer.lifecycle.allows(status, offer.Status.ACCEPTED) and status != offer.Status.WAITING
    context = {
        "offer": offer,
        "duty": duty,
        "form": form,
        "no_form": ui.Form(auto_id="no_%s"),  # two forms on one page need ids of their own
        "is_mine": offer.person == request.user,
        "free": free,
        "left": hours.left_in(offer.person, duty.on, volunteer.strand),
        "may_say_yes": may_answer and free > 0 and may_become_yes and not rests,
        "may_wait": may_answer and free <= 0 and may_become_yes and not rests,
        "may_leave_list": may_answer and status == offer.Status.WAITING,
        "may_say_no": may_answer and status == offer.Status.OPEN,
        "may_give_back": status == offer.Status.ACCEPTED and access.cannot_come(request.user, offer, day),
        "is_over": duty.ends_at <= at,
        "is_late": is_late,
        "may_tell_mvpm": status in offer.TAKEN and duty.starts_at <= at and access.tell_mvpm(request.user, offer, day),
        "steps": offer.steps.select_related("by").order_by("at", "pk"),
        "ask": selectors.whom_to_ask(duty.unit.borough, day),
        "tasks": selectors.tasks_for(duty, placements.tasks_on(offer.placement, duty.on)),
        "rests": rests,
    }
    return render(request, "rota/offered.html", context)


def accept(request: HttpRequest, reference: str) -> HttpResponse:
    """Yes, in one tap."""
    return _answer(request, reference, services.say_yes, "Thank you. Your name is down.")


def decline(request: HttpRequest, reference: str) -> HttpResponse:
    """No, in one tap."""
    return _answer(request, reference, services.decline, "Thank you for telling us. That is quite all right.")


def wait_for(request: HttpRequest, reference: str) -> HttpResponse:
    """Onto the waiting list of a duty that has filled."""
    words = "You are on the waiting list. If a place opens, it is yours and we write to you."
    return _answer(request, reference, services.wait_for, words)


def leave_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Off the waiting list."""
    return _answer(request, reference, services.leave_list, "You are off the waiting list. Thank you for offering.")


def _answer(request: HttpRequest, reference: str, deed: Callable[..., None], thanks: str) -> HttpResponse:
    offer = _found(request, reference)
    access.answer.require(request.user, offer, timezone.localdate())
    form = ui.Form(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return redirect("rota:offered", reference)
    if not form.carries_out(lambda _: deed(offer, by=request.user, at=timezone.now())):
        return _page(request, _found(request, reference), form)
    messages.success(request, IN_LINE if deed is services.say_yes and offer.status == "WAITING" else thanks)
    return redirect("rota:offered", reference)


def cannot_come(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a place back: one tap to this page, one on it. A unit notes it when somebody rings."""
    offer = _found(request, reference)
    access.cannot_come.require(request.user, offer, timezone.localdate())
    pages.only_towards(request, offer, "RELEASED", back=reverse("rota:offered", args=[reference]))
    is_mine = offer.person == request.user
    data = request.POST if request.method == "POST" else None
    colleagues = [(each.reference, each.volunteer.person.wall_name) for each in selectors.colleagues_on(offer)]
    form = forms.CannotCome(data, colleagues=colleagues) if is_mine else forms.TheyCannotCome(data)
    if form.carries_out(
        lambda told: services.cannot_come(
            offer,
            told_by=services.A_FRIEND if told.get("told_by") == "friend" else "",
            stand_in=told.get("stand_in", ""),
            by=request.user,
            at=timezone.now(),
        )
    ):
        what = "Somebody else has the place, or is being asked." if form.outcome else "The place is open to others now."
        messages.success(request, f"Thank you for telling us. {what}")
        return redirect("rota:offered", reference)
    context = {"form": form, "offer": offer, "duty": offer.duty, "is_mine": is_mine}
    return render(request, "rota/cannot_come.html", context)


def tell_mvpm(request: HttpRequest, reference: str) -> HttpResponse:
    """A unit asks its MVP Manager to ring, without delay, when something is not as it was agreed."""
    offer, at = _found(request, reference), timezone.now()
    access.tell_mvpm.require(request.user, offer, timezone.localdate())
    duty, back = offer.duty, reverse("rota:offered", args=[reference])
    is_expected = offer.status in offer.TAKEN and not duty.cancelled_at
    about = {"is_expected": is_expected, "starts_at": duty.starts_at, "at": at}
    pages.only_if(request, rules.check_was_expected, back=back, **about)
    return pages.deed(
        request,
        forms.TellMvpm(request.POST or None),
        lambda told: services.tell_mvpm(offer, was_seen=told["about"] != "not_seen", by=request.user, at=at),
        said="The MVP Manager, or the Central Team while there is none, has been asked to ring you. Thank you.",
        back=back,
        title="Ask the MVP Manager to ring",
        intro=f"{offer.person.name}, {duty.when}. Whatever it is, the MVP Manager sees to it and asks the "
        "volunteer how they are. Nothing is held against anybody, and no details are written down here.",
        button="Ask them to ring",
    )


def booked(request: HttpRequest, reference: str) -> HttpResponse:
    """A place on a course has just been booked: say at once if there is a duty at the same time, and go on."""
    day, at = timezone.localdate(), timezone.now()
    place = get_object_or_404(training.bookings_seen_by(request.user, day), reference=reference)
    is_own = place.volunteer.person == request.user
    for offer in selectors.duties_beside(place, at):
        messages.warning(
            request, (YOURS if is_own else THEIRS).format(name=place.volunteer.person.name, when=offer.duty.when)
        )
    if is_own:
        return redirect("training:booking", reference)
    return redirect("training:session", place.session.reference)


YOURS = (
    "You have also said yes to a duty on {when}, which is at the same time. Please give one of the two back, here or "
    "on the page of the duty. No reason is needed."
)
THEIRS = (
    "{name} has also said yes to a duty on {when}, which is at the same time. Please tell them: one of the two has to "
    "be given back, and no reason is needed. Both stand on their first page until then."
)


def rang(request: HttpRequest) -> HttpResponse:
    """Somebody rings: who is expected soon, and one button each to note that they cannot come."""
    day, at = timezone.localdate(), timezone.now()
    access.plan_anywhere.require(request.user, day)
    coming = selectors.coming_at(request.user, at=at, days=14, day=day)
    wanted = " ".join(request.GET.get("name", "").split())
    if wanted:
        coming = coming.filter(person__name__icontains=wanted)
    context = {
        "title": "Somebody rang to say they cannot come",
        "coming": coming[:100],
        "wanted": wanted,
        "filters": forms.WhoRang({"name": wanted}),
    }
    return render(request, "rota/rang.html", context)

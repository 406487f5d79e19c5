"""What a volunteer answers: yes, no, or "I cannot come after all"."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.hours import selectors as hours
from timegiven.kernel.refusals import NotAllowed
from timegiven.placements import selectors as placements
from timegiven.rota import access, selectors, services
from timegiven.ui import forms


def offered(request: HttpRequest, reference: str) -> HttpResponse:
    """A duty that somebody was asked about, with a button for each answer."""
    return _page(request, _found(request, reference), forms.Form())


def _found(request: HttpRequest, reference: str) -> object:
    return get_object_or_404(selectors.offers_seen_by(request.user, timezone.localdate()), reference=reference)


def _page(request: HttpRequest, offer: object, form: forms.Form) -> HttpResponse:
    day, at, duty = timezone.localdate(), timezone.now(), offer.duty
    free = duty.places - selectors.taken(duty)
    volunteer = offer.placement.volunteer
    is_to_come = duty.starts_at > at and not duty.cancelled_at
    context = {
        "offer": offer,
        "duty": duty,
        "form": form,
        "no_form": forms.Form(auto_id="no_%s"),  # two forms on one page need ids of their own
        "is_mine": offer.person == request.user,
        "free": free,
        "left": hours.left_in(offer.person, duty.on, volunteer.strand),
        "may_say_yes": is_to_come and free > 0 and offer.status in (offer.Status.OPEN, offer.Status.DECLINED),
        "may_say_no": is_to_come and offer.status == offer.Status.OPEN,
        "may_answer": access.answer(request.user, offer, day),
        "may_give_back": offer.status == offer.Status.ACCEPTED and access.cannot_come(request.user, offer, day),
        "is_over": duty.ends_at <= at,
        "steps": offer.steps.select_related("by").order_by("at", "pk"),
        "ask": selectors.whom_to_ask(duty.unit.borough, day),
        "tasks": placements.tasks_on(offer.placement, duty.on),
        "rests": placements.rests(offer.placement, duty.on) if is_to_come else "",
    }
    return render(request, "rota/offered.html", context)


def accept(request: HttpRequest, reference: str) -> HttpResponse:
    """Yes, in one tap."""
    return _answer(request, reference, services.accept, "Thank you. Your name is down.")


def decline(request: HttpRequest, reference: str) -> HttpResponse:
    """No, in one tap."""
    return _answer(request, reference, services.decline, "Thank you for telling us. That is quite all right.")


def _answer(request: HttpRequest, reference: str, deed: Callable[..., None], thanks: str) -> HttpResponse:
    offer = _found(request, reference)
    access.answer.require(request.user, offer, timezone.localdate())
    form = forms.Form(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return redirect("rota:offered", reference)
    try:
        deed(offer, by=request.user, at=timezone.now())
    except NotAllowed as refusal:
        form.add_error(None, refusal)
        return _page(request, _found(request, reference), form)
    messages.success(request, thanks)
    return redirect("rota:offered", reference)


def cannot_come(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a place back: one tap to this page, one on it."""
    offer = _found(request, reference)
    access.cannot_come.require(request.user, offer, timezone.localdate())
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.cannot_come(offer, by=request.user, at=timezone.now())
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "Thank you for telling us. The place is open to others now.")
            return redirect("rota:offered", reference)
    context = {"form": form, "offer": offer, "duty": offer.duty, "is_mine": offer.person == request.user}
    return render(request, "rota/cannot_come.html", context)

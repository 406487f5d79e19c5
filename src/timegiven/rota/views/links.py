"""Pages that a private link opens without signing in: the duties of one letter, and the link given to a relative."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.rota import forms, selectors, services
from timegiven.rota.views.answers import IN_LINE
from timegiven.ui import forms as ui

THANKS = {
    "yes": "Thank you. Your name is down.",
    "no": "Thank you for telling us. That is quite all right.",
    "cannot": "Thank you for telling us. The unit knows.",
}


@login_not_required
def by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """The duties of one letter, each with its buttons. Opening the page changes nothing: only a button does."""
    at = timezone.now()
    link = selectors.letter_link(secret)
    if link is None:
        return _ended(request)
    linked = list(selectors.linked_offers(link))
    form = forms.AnswerByLink(request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        one = next((each for each in linked if each.offer.reference == told["offer"]), None)
        if one is None or told["answer"] not in THANKS:
            return redirect("rota:by_link", secret)
        if form.carries_out(lambda told: services.answer_by_link(one, answer=told["answer"], at=at)):
            messages.success(request, IN_LINE if one.offer.status == "WAITING" else THANKS[told["answer"]])
            return redirect("rota:by_link", secret)
        linked = list(selectors.linked_offers(link))
    context = {
        "title": "Your time",
        "form": form,
        "is_over": link.until_at <= at,
        "asks": any(each.offer.status == "OPEN" and not each.offer.duty.cancelled_at for each in linked),
        "rows": [
            (
                each,
                ui.Form(auto_id=f"{each.offer.reference}_%s"),
                each.offer.status == "OPEN" and selectors.is_late(each.offer, at),
            )
            for each in linked
        ],
    }
    return _private(render(request, "rota/by_link.html", context))


@login_not_required
def family(request: HttpRequest, secret: str) -> HttpResponse:
    """The times at which somebody is expected, for a relative or a friend to say that they cannot come."""
    at = timezone.now()
    link = selectors.family_link(secret, at)
    if link is None:
        return _ended(request)
    coming = list(selectors.coming_by_link(link, at))
    form = forms.AnswerByLink(request.POST if request.method == "POST" else None)
    if form.is_valid():
        one = next((each for each in coming if each.reference == form.cleaned_data["offer"]), None)
        if one and form.carries_out(lambda _: services.absent_by_family(link, one, at=at)):
            messages.success(request, "Thank you for telling us. The unit knows, and nobody asks why.")
            return redirect("rota:family", secret)
    context = {
        "title": "They cannot come?",
        "form": form,
        "rows": [(each, ui.Form(auto_id=f"{each.reference}_%s")) for each in coming],
    }
    return _private(render(request, "rota/family.html", context))


def _ended(request: HttpRequest) -> HttpResponse:
    """Whoever holds a link that opens nothing wants to tell us something today: say how."""
    return _private(render(request, "rota/link_ended.html", status=404))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "private, no-store"
    return response


def make_family_link(request: HttpRequest) -> HttpResponse:
    """Make a link for somebody close, or a new one in place of the old."""
    form = ui.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        secret = services.make_family_link(by=request.user, at=timezone.now())
        # Kept for one look only: what is kept for good is its digest.
        request.session["family_address"] = request.build_absolute_uri(reverse("rota:family", args=[secret]))
        messages.success(request, "The link is ready. Copy it now: we show it only once.")
    return redirect("rota:my_calendar")


def revoke_family_link(request: HttpRequest) -> HttpResponse:
    """Stop the link for somebody close."""
    form = ui.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.revoke_family_link(by=request.user, at=timezone.now())
        messages.success(request, "The link has stopped working. You can make a new one at any time.")
    return redirect("rota:my_calendar")

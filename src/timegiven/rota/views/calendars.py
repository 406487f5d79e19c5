"""A volunteer's own calendar: the page, the file, the private address."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.hours import selectors as hours
from timegiven.people import selectors as people
from timegiven.rota import selectors, services
from timegiven.ui import forms


def my_calendar(request: HttpRequest) -> HttpResponse:
    """What is offered to me, when I am coming, and how to have it in my own calendar."""
    day, at = timezone.localdate(), timezone.now()
    volunteer = people.volunteer_of(request.user)
    context = {
        "title": "My calendar",
        "volunteer": volunteer,
        "waiting": [(each, forms.Form(auto_id=f"{each.reference}_%s")) for each in selectors.waiting(request.user, at)],
        "on_lists": selectors.on_lists(request.user, at),
        "away": selectors.away_of(request.user, day),
        "wish": selectors.wish_of(request.user),
        "family_link": selectors.own_family_link(request.user, at),
        "family_address": request.session.pop("family_address", ""),
        "family_form": forms.Form(auto_id="family_%s"),
        "family_stop_form": forms.Form(auto_id="family_stop_%s"),
        "coming": selectors.coming(request.user, at),
        "to_report": selectors.to_report(request.user, at),
        "feed": selectors.own_feed(request.user),
        "address": request.session.pop("calendar_address", ""),
        "form": forms.Form(),
        "stop_form": forms.Form(auto_id="stop_%s"),
    }
    if volunteer:
        context |= {
            "given": hours.given_in(request.user, day),
            "left": hours.left_in(request.user, day, volunteer.strand),
            "hope": hours.hope_on(day, volunteer.strand),
            "day": day,
        }
    return render(request, "rota/my_calendar.html", context)


def ics(request: HttpRequest, reference: str) -> HttpResponse:
    """The calendar file of one of my duties."""
    offer = get_object_or_404(
        selectors.offers_seen_by(request.user, timezone.localdate()), reference=reference, person=request.user
    )
    return _file(selectors.ics(offer, at=timezone.now()), f"volunteering-{offer.duty.on:%Y-%m-%d}.ics")


@login_not_required
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """A private address that a calendar program reads by itself; who has it is not asked."""
    found = selectors.personal_feed(secret)
    if found is None:
        raise Http404
    return _file(selectors.feed_of(found.person, at=timezone.now()), "volunteering.ics")


def _file(text: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)


def make_feed(request: HttpRequest) -> HttpResponse:
    """Make a private calendar address, or a new one in place of the old."""
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        secret = services.make_feed(by=request.user, at=timezone.now())
        # Kept for one look only: what is kept for good is its digest.
        request.session["calendar_address"] = request.build_absolute_uri(reverse("rota:feed", args=[secret]))
        messages.success(request, "Your calendar address is ready. Copy it now: we show it only once.")
    return redirect("rota:my_calendar")


def revoke_feed(request: HttpRequest) -> HttpResponse:
    """Stop the private calendar address."""
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.revoke_feed(by=request.user, at=timezone.now())
        messages.success(request, "Your calendar address has stopped working. You can make a new one at any time.")
    return redirect("rota:my_calendar")

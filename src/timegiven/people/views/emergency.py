"""Whom to ring if someone is hurt: kept by the person, or for them (clauses 108 and 109)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from timegiven.kernel.words import day as in_words
from timegiven.people import access, forms, selectors, services
from timegiven.ui import pages
from timegiven.ui.forms import Form


def emergency(request: HttpRequest) -> HttpResponse:
    """Whom to ring for oneself: name them, change them, or say that they are still right."""
    day, contacts = timezone.localdate(), selectors.emergency_contacts(request.user)
    form = forms.Emergency(request.POST or None, initial=_known(contacts))
    if form.carries_out(
        lambda _: services.set_emergency_contacts(
            request.user, contacts=form.contacts(), by=request.user, at=timezone.now()
        )
    ):
        messages.success(request, "We know whom to ring. Thank you.")
        return redirect("home:me")
    context = {
        "form": form,
        "contacts": contacts,
        "confirm": Form(),
        "is_due": bool(contacts) and selectors.check_due_on(contacts, day) <= day,
        "title": "Whom to ring in an emergency",
    }
    return render(request, "people/emergency.html", context)


def _known(contacts: list[Any]) -> dict[str, str]:
    known = zip(("", "second_"), contacts, strict=False)
    return {before + part: getattr(each, part) for before, each in known for part in ("name", "relationship", "phone")}


@require_POST
def confirm_emergency(request: HttpRequest) -> HttpResponse:
    """Everybody named is still right."""
    services.confirm_emergency_contacts(request.user, by=request.user, at=timezone.now())
    due_on = selectors.check_due_on(selectors.emergency_contacts(request.user), timezone.localdate())
    messages.success(request, f"Thank you. We will ask again on {in_words(due_on)}.")
    return redirect("home:me")


def change_emergency_of(request: HttpRequest, reference: str) -> HttpResponse:
    """The contact of a volunteer of one's borough, who cannot or would rather not do it here."""
    day = timezone.localdate()
    volunteer = get_object_or_404(selectors.volunteers_helped_by(request.user, day), reference=reference)
    access.change_contact.require(request.user, volunteer.person, day)

    form = forms.Emergency(request.POST or None)
    return pages.deed(
        request,
        form,
        lambda _: services.set_emergency_contacts(
            volunteer.person, contacts=form.contacts(), by=request.user, at=timezone.now()
        ),
        said=f"We know whom to ring for {volunteer.person.name}.",
        back=reverse("placements:volunteer", args=[volunteer.reference]),
        title=f"Whom to ring for {volunteer.person.name}",
        intro="Ask them first, and enter what they tell you. What was kept before is replaced and not shown here.",
        button="Keep whom to ring",
    )

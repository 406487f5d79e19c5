"""How to reach a person: kept by everyone for themselves, or by the MVP Manager for someone who asks."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.people import access, forms, selectors, services

FIELDS = ("known_as", "email", "phone", "address")


def contact(request: HttpRequest) -> HttpResponse:
    """One's own details."""
    known = {name: getattr(request.user, name) for name in FIELDS}
    form = forms.Contact(request.POST or None, initial=known)
    if form.carries_out(lambda typed: _change_own(request, typed)):
        messages.success(request, "Your details are kept.")
        return redirect("home:me")
    page = {"form": form, "title": "How to reach you", "button": "Keep these details", "cancel_url": reverse("home:me")}
    return render(request, "ui/form_page.html", page)


def _change_own(request: HttpRequest, typed: dict[str, str]) -> None:
    """On a copy: what is refused stays out of the page's own user."""
    person = selectors.person(request.user.reference)
    services.change_contact(person, by=request.user, at=timezone.now(), **typed)


def contact_of(request: HttpRequest, reference: str) -> HttpResponse:
    """The details of a volunteer of one's borough."""
    day = timezone.localdate()
    volunteer = get_object_or_404(selectors.volunteers_helped_by(request.user, day), reference=reference)
    access.change_contact.require(request.user, volunteer.person, day)

    known = {name: getattr(volunteer.person, name) for name in FIELDS}
    form = forms.ContactOf(request.POST or None, initial=known)
    if form.carries_out(
        lambda typed: services.change_contact(volunteer.person, by=request.user, at=timezone.now(), **typed)
    ):
        messages.success(request, f"The details of {volunteer.person.name} are kept.")
        return redirect("placements:volunteer", volunteer.reference)
    title = f"How to reach {volunteer.person.name}"
    back = reverse("placements:volunteer", args=[volunteer.reference])
    page = {"form": form, "title": title, "button": "Keep these details", "cancel_url": back}
    return render(request, "ui/form_page.html", page)

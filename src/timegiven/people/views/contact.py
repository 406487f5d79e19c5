"""How to reach a person: kept by everyone for themselves, or by the MVP Manager for someone who asks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from timegiven.people import access, forms, selectors, services
from timegiven.ui import pages

FIELDS = ("known_as", "email", "phone", "address")


def contact(request: HttpRequest) -> HttpResponse:
    """One's own details."""
    known = {name: getattr(request.user, name) for name in FIELDS}
    return pages.deed(
        request,
        forms.Contact(request.POST or None, initial=known),
        lambda typed: _change_own(request, typed),
        said="Your details are kept.",
        back=reverse("home:me"),
        title="How to reach you",
        button="Keep these details",
    )


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
    return pages.deed(
        request,
        forms.ContactOf(request.POST or None, initial=known),
        lambda typed: services.change_contact(volunteer.person, by=request.user, at=timezone.now(), **typed),
        said=f"The details of {volunteer.person.name} are kept.",
        back=reverse("placements:volunteer", args=[volunteer.reference]),
        title=f"How to reach {volunteer.person.name}",
        button="Keep these details",
    )

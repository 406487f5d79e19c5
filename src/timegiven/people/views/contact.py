"""How to reach a person: kept by everyone for themselves, or by the MVP Manager for someone who asks."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from timegiven.people import access, forms, selectors, services
from timegiven.people.views.addresses import insist_on_patience
from timegiven.ui import pages
from timegiven.ui.forms import Form

FIELDS = ("known_as", "email", "phone", "address")
_ASKED = "We have written to {}: the new address counts when the link in that letter has been followed."


def contact(request: HttpRequest) -> HttpResponse:
    """One's own details."""
    new = selectors.new_address(request.user, timezone.now())
    return pages.deed(
        request,
        forms.Contact(request.POST or None, initial=_known(request.user, new)),
        lambda typed: _change_own(request, typed),
        said=lambda asked: _said("Your details are kept.", asked),
        back=reverse("home:me"),
        template="people/contact.html",
        title="How to reach you",
        button="Keep these details",
        new=new,
        has=request.user.email,
        resend=Form(auto_id="again_%s"),
        again=reverse("people:send_link_again"),
    )


def _known(person: Any, new: Any) -> dict[str, str | None]:
    """What the form begins with: of two addresses the one that waits, so that a slip in it can be put right."""
    return {name: getattr(person, name) for name in FIELDS} | ({"email": new.email} if new else {})


def _said(kept: str, asked: Any) -> str:
    return f"{kept} {_ASKED.format(asked.email)}" if asked else kept


def _change_own(request: HttpRequest, typed: dict[str, str]) -> Any:
    """On a copy: what is refused stays out of the page's own user."""
    insist_on_patience(request.user.reference)
    person = selectors.person(request.user.reference)
    return services.change_contact(person, by=request.user, at=timezone.now(), **typed)


def _let_in_anew(request: HttpRequest, person: Any) -> str:
    """Where they are helped who have lost their second step, if they had one and this reader may."""
    may = selectors.has_second_step(person) and access.let_in_anew(request.user, person, timezone.localdate())
    return f"{reverse('people:let_in_anew', args=[person.reference])}?back={request.path}" if may else ""


def contact_of(request: HttpRequest, reference: str) -> HttpResponse:
    """The details of a volunteer of one's borough."""
    day, at = timezone.localdate(), timezone.now()
    volunteer = get_object_or_404(selectors.volunteers_helped_by(request.user, day), reference=reference)
    access.change_contact.require(request.user, volunteer.person, day)

    person, new = volunteer.person, selectors.new_address(volunteer.person, at)

    def change(typed: dict[str, str]) -> Any:
        insist_on_patience(request.user.reference)
        return services.change_contact(person, by=request.user, at=at, **typed)

    return pages.deed(
        request,
        forms.ContactOf(request.POST or None, initial=_known(person, new)),
        change,
        said=lambda asked: _said(f"The details of {person.name} are kept.", asked),
        back=reverse("placements:volunteer", args=[volunteer.reference]),
        template="people/contact.html",
        title=f"How to reach {person.name}",
        button="Keep these details",
        new=new,
        has=person.email,
        resend=Form(auto_id="again_%s"),
        again=reverse("people:send_link_again_of", args=[volunteer.reference]),
        let_in_anew=_let_in_anew(request, person),
    )

"""A new e-mail address: the link of the letter sent there, and the letter sent once more."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_POST

from timegiven.kernel.patience import allows, network
from timegiven.kernel.refusals import NotAllowed
from timegiven.people import access, forms, selectors, services

TRIES = 20  # changes of one's address, or dates of birth, in an hour


@login_not_required
def confirm_address(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever has the letter says that the address is theirs. Opening the page changes nothing: the button does."""
    at = timezone.now()
    new = selectors.address_by_link(secret, at)
    if new is None:
        return _kept_nowhere(render(request, "people/address_link_ended.html", status=410))
    own = request.user == new.person
    typed = request.POST if request.method == "POST" else None
    form = forms.ConfirmAddress(typed, asks_birth=selectors.asks_birth(new, request.user))

    def confirm(typed: dict[str, object]) -> None:
        insist_on_patience(network(request))
        services.confirm_address(new, by=request.user if own else None, at=at, **typed)

    if form.carries_out(confirm):
        messages.success(request, f"Thank you. You sign in with {new.email} now, and our letters come there.")
        return redirect("home:me" if own else "account_login")
    page = {"form": form, "new": new, "title": "Is this your email address?"}
    return _kept_nowhere(render(request, "people/confirm_address.html", page))


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex"
    return response


def insist_on_patience(who: str) -> None:
    """Nobody fills a stranger's mailbox with our letters, or guesses when somebody was born."""
    if not allows("new-address", who, most=TRIES):
        raise NotAllowed("Nothing has changed: there were many tries in this hour.", next_step="Try again in an hour.")


@require_POST
def send_link_again(request: HttpRequest) -> HttpResponse:
    """The letter did not come, or is lost."""
    insist_on_patience(request.user.reference)
    person = selectors.person(request.user.reference)
    new = services.send_link_again(person, by=request.user, at=timezone.now())
    messages.success(request, f"We have written to {new.email} once more. Only the newest link works.")
    return redirect("people:contact")


@require_POST
def send_link_again_of(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter did not come to a volunteer of one's borough."""
    day = timezone.localdate()
    volunteer = get_object_or_404(selectors.volunteers_helped_by(request.user, day), reference=reference)
    access.change_contact.require(request.user, volunteer.person, day)
    insist_on_patience(request.user.reference)
    new = services.send_link_again(volunteer.person, by=request.user, at=timezone.now())
    messages.success(request, f"We have written to {new.email} once more. Only the newest link works.")
    return redirect(reverse("people:contact_of", args=[volunteer.reference]))

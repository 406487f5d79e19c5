"""Let somebody in anew who has lost their second step for signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from timegiven.people import access, forms, rules, selectors, services
from timegiven.ui import pages


def let_in_anew(request: HttpRequest, reference: str) -> HttpResponse:
    """Their telephone and their spare codes are gone."""
    day = timezone.localdate()
    person = get_object_or_404(selectors.people_let_in_by(request.user, day), reference=reference)
    access.let_in_anew.require(request.user, person, day)
    back = pages.way_back(request, reverse("home:desk"))
    told = {"has": selectors.has_second_step(person), "name": person.name}
    pages.only_if(request, rules.check_has_second_step, back=back, **told)
    return pages.deed(
        request,
        forms.LetInAnew(request.POST or None),
        lambda _: services.let_in_anew(person, by=request.user, at=timezone.now()),
        said=f"{person.name} is signed out everywhere, and chooses a new password by a link to {person.email}.",
        back=back,
        title="Lost second step",
        intro=f"{person.name}, {person.email}. Only when they have lost their telephone or key, and their spare codes "
        "too.\n\nTheir second step and their password end, and they are signed out everywhere. A letter tells them. "
        "They choose “Forgot your password?” on the sign-in page, and then set up a new second step.",
        button="Let them in anew",
    )

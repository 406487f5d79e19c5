"""The photograph on a pass: given by its holder, or taken in the office."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from timegiven.joining import access, forms, rules, selectors, services
from timegiven.joining.views import codes
from timegiven.ui import pages


@never_cache
def pass_photo(request: HttpRequest, reference: str) -> HttpResponse:
    """The photograph as it is, and a form for another."""
    found = _found(request, reference)
    pages.only_while(request, found, *rules.WANTS_PHOTO, back=_back(request, found))
    form = forms.PassPhoto(request.POST or None, request.FILES or None)
    if form.carries_out(
        lambda typed: services.keep_photo(found, content=typed["photo"].read(), by=request.user, at=timezone.now())
    ):
        messages.success(request, "Thank you. This is what the pass shows from now on.")
        return redirect("joining:pass_photo", found.reference)
    page = {
        "form": form,
        "held": found,
        "is_own": found.person == request.user,
        "picture": codes.inline_photo(selectors.photo_of(found.person)),
        "back": _back(request, found),
    }
    return render(request, "joining/pass_photo.html", page)


def _found(request: HttpRequest, reference: str) -> Any:
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.keep_photo.require(request.user, found, day)
    return found


def _back(request: HttpRequest, found: Any) -> str:
    if found.person == request.user:
        return reverse("joining:my_pass")
    is_office = access.see_passes(request.user, timezone.localdate())
    return reverse("joining:passes" if is_office else "joining:passes_not_returned")


def remove_photo(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the photograph away."""
    found = _found(request, reference)
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.remove_photo(found, by=request.user, at=timezone.now()),
        said="The photograph has been deleted.",
        back=reverse("joining:pass_photo", args=[found.reference]),
        title="Delete the photograph",
        intro="Nobody who checks the pass sees a face any more. The pass itself stays as it is.",
        button="Delete it",
    )

"""Leaving, in two taps."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.concerns import access, forms, selectors, services
from timegiven.ui import pages


def leave_own(request: HttpRequest) -> HttpResponse:
    """The way to leave, for a link that needs no reference."""
    volunteer = selectors.those_who_may_leave(request.user, timezone.localdate()).filter(person=request.user).first()
    return redirect("concerns:leave", volunteer.reference) if volunteer else redirect("concerns:left")


def leave(request: HttpRequest, reference: str) -> HttpResponse:
    """End one's own volunteering, or record that somebody wishes to leave."""
    day = timezone.localdate()
    if selectors.has_left(request.user, reference):
        return redirect("concerns:left")  # they went back to the page that they had sent
    volunteer = get_object_or_404(selectors.those_who_may_leave(request.user, day), reference=reference)
    access.leave.require(request.user, volunteer, day)

    form = forms.Leave(request.POST or None)
    own = volunteer.person == request.user
    if form.carries_out(
        lambda typed: services.end_volunteering(volunteer, by=request.user, at=timezone.now(), **typed)
    ):
        return redirect("concerns:left") if own else redirect("placements:volunteer", reference)
    cancel_url = reverse("home:desk") if own else reverse("placements:volunteer", args=[reference])
    context = {"form": form, "volunteer": volunteer, "own": own, "cancel_url": cancel_url}
    return render(request, "concerns/leave.html", context)


def cease(request: HttpRequest, reference: str) -> HttpResponse:
    """The programme ends somebody's volunteering. It may, at any time, and no reason is asked for."""
    day = timezone.localdate()
    volunteer = get_object_or_404(selectors.those_who_may_leave(request.user, day), reference=reference)
    access.cease.require(request.user, volunteer, day)
    return pages.deed(
        request,
        forms.Cease(request.POST or None),
        lambda _: services.cease(volunteer, by=request.user, at=timezone.now()),
        said=f"{volunteer.person.name} is told by a kind letter, and so is the Central Team.",
        back=reverse("placements:volunteer", args=[reference]),
        template="concerns/cease.html",
        volunteer=volunteer,
    )


def left(request: HttpRequest) -> HttpResponse:
    """Goodbye, thank you, and what happens to the pass."""
    leaving = selectors.leaving_of(request.user)
    if leaving is None:
        raise Http404
    return render(request, "concerns/left.html", {"leaving": leaving})

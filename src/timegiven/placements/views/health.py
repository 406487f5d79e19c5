"""What helps a volunteer and what to do: each reader sees their layer, and each look is written down."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from timegiven.placements import access, forms, selectors, services


def _found(request: HttpRequest, reference: str):
    seen = selectors.volunteers_beside(request.user, timezone.localdate())
    return get_object_or_404(seen, reference=reference)


@never_cache
def health(request: HttpRequest, reference: str) -> HttpResponse:
    """The card, as far as this reader needs it."""
    day = timezone.localdate()
    volunteer = _found(request, reference)
    access.see_what_to_do.require(request.user, volunteer, day)

    card = services.read_health_card(volunteer, by=request.user, at=timezone.now())
    sees_helps = access.see_what_helps(request.user, volunteer, day)
    page = {
        "volunteer": volunteer,
        "is_own": request.user == volunteer.person,
        "card": card,
        "helps": selectors.adjustments_of(volunteer.person) if sees_helps else "",
        "sees_helps": sees_helps,
        "may_write": access.write_health(request.user, volunteer, day),
        "sees_days": access.write_health(request.user, volunteer, day),
        "may_note": access.note_occupational_health(request.user, volunteer, day),
        "first_aiders": selectors.first_aiders_of(volunteer, day),
    }
    return render(request, "placements/health.html", page)


@never_cache
def write_health(request: HttpRequest, reference: str) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    volunteer = _found(request, reference)
    access.write_health.require(request.user, volunteer, day)

    card = services.read_health_card(volunteer, by=request.user, at=at)
    known: dict[str, object] = {"helps": selectors.adjustments_of(volunteer.person)}
    known |= {"what_to_do": card.what_to_do, "for_first_aiders": card.for_first_aiders} if card else {}
    form = forms.HealthCard(request.POST if request.method == "POST" else None, initial=known)
    if form.carries_out(lambda typed: services.write_health_card(volunteer, by=request.user, at=at, **typed)):
        messages.success(request, "Kept. Thank you.")
        return redirect("placements:health", reference)
    page = {"volunteer": volunteer, "form": form, "is_own": request.user == volunteer.person}
    return render(request, "placements/write_health.html", page)


def note_occupational_health(request: HttpRequest, reference: str) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    volunteer = _found(request, reference)
    access.note_occupational_health.require(request.user, volunteer, day)

    card = selectors.card_of(volunteer)
    known = {name: getattr(card, name) for name in ("asked_on", "answered_on", "look_again_on")} if card else {}
    form = forms.OccupationalHealth(request.POST if request.method == "POST" else None, initial=known)
    if form.carries_out(lambda typed: services.note_occupational_health(volunteer, by=request.user, at=at, **typed)):
        messages.success(request, "The days are kept. What was said stays with Occupational Health.")
        return redirect("placements:health", reference)
    page = {"volunteer": volunteer, "form": form, "title": "Occupational Health"}
    return render(request, "placements/note_occupational_health.html", page)


def first_aid(request: HttpRequest) -> HttpResponse:
    """For whom there is a card that one may read."""
    day = timezone.localdate()
    access.see_first_aid.require(request.user, day)

    page = Paginator(selectors.cards_seen_by(request.user, day), 25).get_page(request.GET.get("page"))
    return render(request, "placements/first_aid.html", {"page": page})

"""The pages on which the Central Team keeps the seats of the Steering Group."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.words import day as in_words
from timegiven.people import access, forms, selectors, services
from timegiven.ui import pages


def seats(request: HttpRequest) -> HttpResponse:
    """Every seat with its holder and its deputies."""
    day = timezone.localdate()
    access.see_appointments.require(request.user, day)

    found = selectors.seats_with_sitters(day)
    central = (
        held.unit for held in selectors.appointments(request.user, day) if held.role == selectors.Role.CENTRAL_TEAM
    )
    return render(request, "people/seats.html", {"seats": found, "day": day, "force": next(central)})


def add_seat(request: HttpRequest) -> HttpResponse:
    """One more voice in the group."""
    day, at = timezone.localdate(), timezone.now()
    access.keep_seats.require(request.user, day)

    return pages.deed(
        request,
        forms.AddSeat(request.POST or None, initial={"from_on": day}),
        lambda typed: services.add_seat(by=request.user, at=at, **typed),
        said=lambda seat: f"The seat “{seat.name}” is there from {in_words(seat.from_on)}.",
        back=reverse("people:seats"),
        title="Add a seat",
        intro="A seat is held by one person at a time, and may have deputies. You appoint them afterwards.",
        button="Add the seat",
    )


def end_seat(request: HttpRequest, reference: str) -> HttpResponse:
    """The group goes on without this seat from a day on."""
    day, at = timezone.localdate(), timezone.now()
    access.keep_seats.require(request.user, day)
    seat = get_object_or_404(selectors.seats_with_sitters(day), reference=reference)

    return pages.deed(
        request,
        forms.EndSeat(request.POST or None, initial={"until_on": day}),
        lambda typed: services.end_seat(seat, by=request.user, at=at, **typed),
        said=f"The seat “{seat.name}” ends.",
        back=reverse("people:seats"),
        title=f"End the seat “{seat.name}”",
        intro="From this day on the group decides without it. What was voted from it stays on record.",
        button="End the seat",
    )

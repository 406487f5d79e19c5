"""The meetings of the Steering Group."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.words import day as in_words
from timegiven.library import access, forms, rules, selectors, services
from timegiven.people import selectors as people
from timegiven.ui import pages


def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """One meeting: its agenda, who came, and its minutes."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.meetings_seen_by(request.user, day), reference=reference)
    context = {
        "meeting": found,
        "papers": list(selectors.papers_on(found)),
        "presences": list(selectors.presences_of(found)),
        "is_open": bool(selectors.open_business(found)),
        "has_begun": found.at <= at,
        "may_convene": access.convene(request.user, day) and found.status == "PLANNED",
    }
    return render(request, "library/meeting.html", context)


def call_meeting(request: HttpRequest) -> HttpResponse:
    """Call the group together."""
    day = timezone.localdate()
    access.convene.require(request.user, day)

    form = forms.CallMeeting(request.POST or None)
    now = {"by": request.user, "at": timezone.now()}
    return pages.deed(
        request,
        form,
        lambda typed: services.call_meeting(meets_at=form.meets_at, place=typed["place"], **now),
        said=lambda made: f"The meeting is called for {in_words(made.at)}. Everybody has been invited.",
        then=lambda made: reverse("library:meeting", args=[made.reference]),
        back=reverse("library:agenda"),
        title="Call a meeting",
        intro="Everybody with a seat on the Steering Group gets a letter. Papers are put on the agenda afterwards.",
        button="Call the meeting",
    )


def _planned(request: HttpRequest, reference: str) -> tuple[Any, str]:
    """A meeting that this person convenes and that has not been closed, and the address of its page."""
    day, back = timezone.localdate(), reverse("library:meeting", args=[reference])
    found = get_object_or_404(selectors.meetings_seen_by(request.user, day), reference=reference)
    access.convene.require(request.user, day)
    pages.only_while(request, found, "PLANNED", back=back)
    return found, back


def cancel_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """It will not be held."""
    found, back = _planned(request, reference)
    pages.only_if(request, rules.check_business_done, selectors.open_business(found), back=back)
    return pages.deed(
        request,
        forms.CancelMeeting(request.POST or None),
        lambda typed: services.cancel_meeting(found, by=request.user, at=timezone.now(), **typed),
        said="The meeting is cancelled. Everybody has been told.",
        then=reverse("library:agenda"),
        back=back,
        title="Cancel the meeting",
        intro=f"The meeting on {in_words(found.at)}. Everybody who was invited gets a letter.",
        button="Cancel the meeting",
    )


def presence(request: HttpRequest, reference: str) -> HttpResponse:
    """Who came, and who sent apologies."""
    found, back = _planned(request, reference)
    pages.only_if(request, rules.check_begun, back=back, meets_at=found.at, at=timezone.now())
    on = timezone.localdate(found.at)
    before = {each.seat_id: each.person.reference if each.person else each.answer
              for each in selectors.presences_of(found)}  # fmt: skip
    options = {"seats": list(people.seats(on)), "sitting": list(people.sitting(on)), "came": before}
    form = forms.Presence(request.POST or None, **options)
    return pages.deed(
        request,
        form,
        lambda _: services.record_presence(found, came=form.came, by=request.user, at=timezone.now()),
        said="Saved.",
        back=back,
        title="Who came?",
        intro=f"The meeting on {in_words(found.at)}, {found.place}.",
        button="Save",
    )


def close_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Write the minutes and close the meeting."""
    found, back = _planned(request, reference)
    pages.only_if(request, rules.check_begun, back=back, meets_at=found.at, at=timezone.now())
    pages.only_if(request, rules.check_business_done, selectors.open_business(found), back=back)
    missing = "" if selectors.presences_of(found) else " Who came is not written down yet, and cannot be added then."
    return pages.deed(
        request,
        forms.CloseMeeting(request.POST or None),
        lambda typed: services.close_meeting(found, by=request.user, at=timezone.now(), **typed),
        said="The meeting is closed, and its minutes are kept.",
        back=back,
        title="Close the meeting",
        intro=f"The meeting on {in_words(found.at)}, {found.place}. Minutes are not changed afterwards.{missing}",
        button="Close the meeting",
    )


def arrange(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a paper more time, or put it on an agenda."""
    day, at = timezone.localdate(), timezone.now()
    paper = get_object_or_404(selectors.papers_seen_by(request.user, day), reference=reference)
    access.convene.require(request.user, day)
    pages.only_while(request, paper.version, "SUBMITTED", back=reverse("library:paper", args=[reference]))

    first = {"closes_on": paper.closes_on, "meeting": paper.meeting.reference if paper.meeting else forms.CIRCULATE}
    form = forms.Arrange(request.POST or None, initial=first, meetings=selectors.meetings_to_come(at))
    return pages.deed(
        request,
        form,
        lambda typed: (
            services.put_on_agenda(paper, meeting=form.chosen, by=request.user, at=at)
            if form.chosen
            else services.give_more_time(paper, closes_on=typed["closes_on"], by=request.user, at=at)
        ),
        said="Saved. Members who have not voted have been told.",
        back=reverse("library:paper", args=[reference]),
        title="More time, or a meeting",
        intro=f"{paper.version.title}, version {paper.version.number}. The votes that were given stand.",
        button="Save",
    )

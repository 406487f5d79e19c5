"""The meetings of the Steering Group."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words
from timegiven.library import access, forms, selectors, services
from timegiven.people import selectors as people


def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """One meeting: its agenda, who came, and its minutes."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.meetings_seen_by(request.user, day), reference=reference)
    context = {
        "meeting": found,
        "papers": list(selectors.papers_on(found)),
        "presences": list(selectors.presences_of(found)),
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
    if form.carries_out(lambda typed: services.call_meeting(meets_at=form.meets_at, place=typed["place"], **now)):
        made = form.outcome
        messages.success(request, f"The meeting is called for {in_words(made.at)}. Everybody has been invited.")
        return redirect("library:meeting", made.reference)
    words = {
        "title": "Call a meeting",
        "intro": "Everybody with a seat on the Steering Group gets a letter. Papers are put on the agenda afterwards.",
        "button": "Call the meeting",
        "cancel_url": reverse("library:agenda"),
    }
    return render(request, "ui/form_page.html", {"form": form, **words})


def cancel_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """It will not be held."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.meetings_seen_by(request.user, day), reference=reference)
    access.convene.require(request.user, day)

    form = forms.CancelMeeting(request.POST or None)
    if form.carries_out(lambda typed: services.cancel_meeting(found, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, "The meeting is cancelled. Everybody has been told.")
        return redirect("library:agenda")
    words = {
        "title": "Cancel the meeting",
        "intro": f"The meeting on {in_words(found.at)}. Everybody who was invited gets a letter.",
        "button": "Cancel the meeting",
        "cancel_url": reverse("library:meeting", args=[reference]),
    }
    return render(request, "ui/form_page.html", {"form": form, **words})


def presence(request: HttpRequest, reference: str) -> HttpResponse:
    """Who came, and who sent apologies."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.meetings_seen_by(request.user, day), reference=reference)
    access.convene.require(request.user, day)

    on = timezone.localdate(found.at)
    before = {each.seat_id: each.person.reference if each.person else each.answer
              for each in selectors.presences_of(found)}  # fmt: skip
    options = {"seats": list(people.seats(on)), "sitting": list(people.sitting(on)), "came": before}
    form = forms.Presence(request.POST or None, **options)
    if form.carries_out(lambda _: services.record_presence(found, came=form.came, by=request.user, at=timezone.now())):
        messages.success(request, "Saved.")
        return redirect("library:meeting", reference)
    words = {
        "title": "Who came?",
        "intro": f"The meeting on {in_words(found.at)}, {found.place}.",
        "button": "Save",
        "cancel_url": reverse("library:meeting", args=[reference]),
    }
    return render(request, "ui/form_page.html", {"form": form, **words})


def close_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Write the minutes and close the meeting."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.meetings_seen_by(request.user, day), reference=reference)
    access.convene.require(request.user, day)

    form = forms.CloseMeeting(request.POST or None)
    if form.carries_out(lambda typed: services.close_meeting(found, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, "The meeting is closed, and its minutes are kept.")
        return redirect("library:meeting", reference)
    words = {
        "title": "Close the meeting",
        "intro": f"The meeting on {in_words(found.at)}, {found.place}. Minutes are not changed afterwards.",
        "button": "Close the meeting",
        "cancel_url": reverse("library:meeting", args=[reference]),
    }
    return render(request, "ui/form_page.html", {"form": form, **words})


def arrange(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a paper more time, or put it on an agenda."""
    day, at = timezone.localdate(), timezone.now()
    paper = get_object_or_404(selectors.papers_seen_by(request.user, day), reference=reference)
    access.convene.require(request.user, day)

    first = {"closes_on": paper.closes_on, "meeting": paper.meeting.reference if paper.meeting else forms.CIRCULATE}
    form = forms.Arrange(request.POST or None, initial=first, meetings=selectors.meetings_to_come(at))
    if form.is_valid():
        try:
            if form.chosen:
                services.put_on_agenda(paper, meeting=form.chosen, by=request.user, at=at)
            else:
                services.give_more_time(paper, closes_on=form.cleaned_data["closes_on"], by=request.user, at=at)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, "Saved. Members who have not voted have been told.")
            return redirect("library:paper", reference)
    words = {
        "title": "More time, or a meeting",
        "intro": f"{paper.version.title}, version {paper.version.number}. The votes that were given stand.",
        "button": "Save",
        "cancel_url": reverse("library:paper", args=[reference]),
    }
    return render(request, "ui/form_page.html", {"form": form, **words})

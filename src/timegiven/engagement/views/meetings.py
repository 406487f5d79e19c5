"""Meetings of volunteers: invited, never summoned."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.engagement import access, forms, rules, selectors, services
from timegiven.ui import pages


def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings to come and those that were, with what was shared."""
    day = timezone.localdate()
    access.see_meetings.require(request.user, day)
    page = Paginator(selectors.meetings_seen_by(request.user, day), 25).get_page(request.GET.get("page"))
    may_arrange = access.arrange_any_meeting(request.user, day)
    return render(request, "engagement/meetings.html", {"page": page, "may_arrange": may_arrange})


def arrange_meeting(request: HttpRequest) -> HttpResponse:
    """When, where and what for."""
    day = timezone.localdate()
    boroughs = {each.reference: each for each in selectors.boroughs_to_meet_in(request.user, day)}
    access.arrange_any_meeting.require(request.user, day)
    form = forms.ArrangeMeeting(request.POST or None, boroughs=boroughs)
    return pages.deed(
        request,
        form,
        lambda _: services.arrange_meeting(**form.facts(), by=request.user, at=timezone.now()),
        said="Your volunteers are being invited, each by a letter.",
        then=lambda made: reverse("engagement:meeting", args=[made.reference]),
        back=reverse("engagement:meetings"),
        title="Invite your volunteers to a meeting",
        intro="Everybody who volunteers in your borough is invited. Nobody has to answer or to come.",
        button="Invite them",
    )


def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """One meeting; whoever was invited answers here, if they like."""
    day = timezone.localdate()
    found = _found(request, reference)
    invited = selectors.invitation_of(found, request.user)
    form = None
    has_begun = found.starts_at <= timezone.now()
    may_still_answer = found.status == found.Status.PLANNED and (not has_begun or request.method == "POST")
    if invited and may_still_answer:
        form = forms.AnswerMeeting(request.POST or None, initial={"answer": invited.answer})
        if form.carries_out(
            lambda typed: services.answer_meeting(invited, by=request.user, at=timezone.now(), **typed)
        ):
            messages.success(request, "Thank you. You can change your answer until the meeting begins.")
            return redirect("engagement:meeting", reference)
    runs = access.arrange_meeting(request.user, found.borough, day)
    context = {
        "meeting": found,
        "form": form,
        "runs": runs,
        "coming": selectors.invited_to(found).filter(answer="YES") if runs else [],
        "has_begun": has_begun,
        "is_over": found.ends_at <= timezone.now(),
        "is_invited": bool(invited),
    }
    return render(request, "engagement/meeting.html", context)


def call_off_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Call it off."""
    found, back = _run(request, reference)
    pages.only_towards(request, found, found.Status.CALLED_OFF, back=back)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.call_off_meeting(found, by=request.user, at=timezone.now()),
        said="Called off. Everybody who did not say no is told.",
        back=back,
        title="Call the meeting off",
        intro=found.when,
        button="Call it off",
    )


def hold_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Who came, and what was shared."""
    found, back = _run(request, reference)
    pages.only_towards(request, found, found.Status.HELD, back=back)
    pages.only_if(request, rules.check_begun, starts_at=found.starts_at, at=timezone.now(), back=back)
    invited = [
        (each.volunteer.reference, each.volunteer.person.name)
        for each in selectors.invited_to(found)
        if each.volunteer.person != request.user
    ]
    return pages.deed(
        request,
        forms.HoldMeeting(request.POST or None, invited=invited),
        lambda typed: services.hold_meeting(found, by=request.user, at=timezone.now(), **typed),
        said=_said,
        back=back,
        title="Who came to the meeting?",
        intro=f"{found.when}. The time counts in the month of each who came. Who did not come is written nowhere.",
        button="Write it down",
    )


def _said(left_out: list[tuple[str, str]]) -> str:
    if not left_out:
        return "Written down. Thank you."
    reasons = " ".join(f"{name}: {reason}" for name, reason in left_out)
    return f"Written down, and not everybody’s time could be added. {reasons}"


def _found(request: HttpRequest, reference: str) -> Any:
    return get_object_or_404(selectors.meetings_seen_by(request.user, timezone.localdate()), reference=reference)


def _run(request: HttpRequest, reference: str) -> tuple[Any, str]:
    found = _found(request, reference)
    access.arrange_meeting.require(request.user, found.borough, timezone.localdate())
    return found, reverse("engagement:meeting", args=[reference])

"""Ideas of volunteers, and what became of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from timegiven.attendance import access as attendance_access
from timegiven.attendance import selectors as attendance
from timegiven.engagement import access, forms, selectors, services
from timegiven.people import selectors as people


def ideas(request: HttpRequest) -> HttpResponse:
    """One's own ideas, and what became of those of others."""
    day = timezone.localdate()
    access.see_ideas.require(request.user, day)
    volunteer = people.volunteer_of(request.user)
    boroughs = [volunteer.borough] if volunteer else selectors.boroughs_to_meet_in(request.user, day)
    context = {
        "volunteer": volunteer,
        "own": selectors.own_ideas(request.user) if volunteer else [],
        "open": list(selectors.ideas_open_to(request.user, day)[: selectors.MOST]),
        "told_on": [idea for each in boroughs for idea in selectors.ideas_told_on(each)[: selectors.MOST]],
    }
    return render(request, "engagement/ideas.html", context)


def answer_idea(request: HttpRequest, reference: str) -> HttpResponse:
    """What becomes of it?"""
    day = timezone.localdate()
    report = get_object_or_404(attendance.reports_seen_by(request.user, day).exclude(idea=""), reference=reference)
    attendance_access.look_into.require(request.user, report, day)
    known = selectors.idea_in(report)
    initial = {"words": known.words, "line": known.line} if known else {}
    form = forms.AnswerIdea(request.POST or None, initial=initial)
    if form.carries_out(lambda typed: services.answer_idea(report, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, f"{report.person.first_name} is told what becomes of it.")
        return redirect("engagement:ideas")
    return render(request, "engagement/answer_idea.html", {"form": form, "report": report, "known": known})

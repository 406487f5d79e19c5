"""What somebody hears, and what is done about it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.attendance import access as attendance_access
from timegiven.attendance import selectors as attendance
from timegiven.concerns import access, forms, selectors, services
from timegiven.concerns.views import finding
from timegiven.ui import pages

MOST = 100  # on one page: what waits longest comes first


def concerns(request: HttpRequest) -> HttpResponse:
    """What waits for whoever hears concerns: what is new, what is in hand, and with whom to talk."""
    day = timezone.localdate()
    access.hear_any.require(request.user, day)
    found = list(selectors.open_to(request.user, day)[:MOST])
    context = {
        "new": [each for each in found if each.status == each.Status.TOLD],
        "in_hand": [each for each in found if each.status != each.Status.TOLD],
        "talks": list(selectors.to_talk_about(request.user, day)[:MOST]),
        "sees_sessions": attendance_access.see_monday(request.user, day),
    }
    return render(request, "concerns/concerns.html", context)


def take_up(request: HttpRequest, reference: str) -> HttpResponse:
    """Look after what was worrying at a session."""
    day = timezone.localdate()
    report = get_object_or_404(attendance.reports_seen_by(request.user, day).exclude(worry=""), reference=reference)
    attendance_access.look_into.require(request.user, report, day)
    if known := selectors.about(report):
        return redirect("concerns:concern", known.reference)
    form = forms.Form(request.POST or None)
    if form.carries_out(lambda _: services.take_up(report, by=request.user, at=timezone.now())):
        messages.success(request, f"{report.person.first_name} is told that you have read it and look after it.")
        return redirect("concerns:concern", form.outcome.reference)
    return render(request, "concerns/take_up.html", {"form": form, "report": report})


def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what is being done."""
    found = finding.heard(request, reference, timezone.localdate())
    back = reverse("concerns:concern", args=[reference])
    pages.only_while(request, found, *found.OPEN, back=back)
    return pages.deed(
        request,
        forms.Answer(request.POST or None),
        lambda typed: services.answer(found, by=request.user, at=timezone.now(), **typed),
        said=f"{found.person.first_name} is told that there is an answer.",
        back=back,
        title=f"Tell {found.person.first_name} what is being done",
        intro="The letter about it says that there is an answer, and not what it is."
        + ("" if found.person.email else f" {found.person.first_name} has no e-mail: please ring as well."),
        button="Send the answer",
    )


def settle(request: HttpRequest, reference: str) -> HttpResponse:
    """Say how it ended."""
    found = finding.heard(request, reference, timezone.localdate())
    back = reverse("concerns:concern", args=[reference])
    pages.only_towards(request, found, found.Status.SETTLED, back=back)
    return pages.deed(
        request,
        forms.Settle(request.POST or None),
        lambda typed: services.settle(found, by=request.user, at=timezone.now(), **typed),
        said=f"Settled. {found.person.first_name} is told, and can say that it is not.",
        back=back,
        title="It is settled",
        button="Say that it is settled",
    )

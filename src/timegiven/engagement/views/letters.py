"""Letters that a volunteer takes away: how much time they gave, and of what kind."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from timegiven.engagement import access, forms, rules, selectors, services
from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed
from timegiven.people import selectors as people
from timegiven.ui import pages, pdf


def my_letters(request: HttpRequest) -> HttpResponse:
    """One's own letters have the address of one's record."""
    volunteer = people.volunteer_of(request.user)
    if volunteer is None:
        raise Http404
    return redirect("engagement:letters", volunteer.reference)


def letters(request: HttpRequest, reference: str) -> HttpResponse:
    """Which letters there are, and when some were made: a tab of a volunteer's record."""
    day = timezone.localdate()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, day), reference=reference)
    context = {
        "volunteer": volunteer,
        "is_own": request.user == volunteer.person,
        "may_write": access.write_letter(request.user, volunteer, day),
        "may_withdraw": access.withdraw_letter(request.user, volunteer, day),
        "may_note_wish": access.say_recruitment(request.user, volunteer, day),
        "made": volunteer.proofs.order_by("-made_on", "-pk")[:10],
        "form": forms.Sure(),
    }
    return render(request, "engagement/letters.html", context)


@require_POST
def hours_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """A statement of hours, year by year."""
    return _letter(request, reference, "hours", _hours)


@require_POST
def service_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """A letter of service: the kinds of role, and the hours."""
    return _letter(request, reference, "service", _service)


@require_POST
def volunteering_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """A statement of volunteering for an office that asks: role, pattern, hours, and that only expenses are paid."""
    return _letter(request, reference, "volunteering", _volunteering)


def _letter(request: HttpRequest, reference: str, kind: str, tell: Callable[[Any, Any, date], dict]) -> HttpResponse:
    """The letter as a tagged document with its check code."""
    day, at = timezone.localdate(), timezone.now()
    volunteer = get_object_or_404(selectors.volunteers_to_write_for(request.user, day), reference=reference)
    access.write_letter.require(request.user, volunteer, day)
    told = selectors.statement(volunteer)
    try:
        once = f"{kind} {key}" if (key := request.POST.get("once")) else ""
        code = services.prove(volunteer, minutes=told.minutes, once=once, by=request.user, at=at)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
        return redirect("engagement:letters", reference)
    data = tell(volunteer, told, day) | {
        "name": volunteer.person.name,
        "date": words.day(day),
        "total": words.duration(told.minutes),
        "owner": settings.SITE_OWNER,
        "programme": settings.SITE_NAME,
        "code": rules.as_printed(code),
        "check": f"{settings.SITE_ADDRESS}{reverse('engagement:check')}",
    }
    answer = pdf.download(pdf.make(f"engagement/{kind}", data, at=at), f"{data['title']} {day}")
    answer["Cache-Control"] = "no-store"
    return answer


def _hours(volunteer: Any, told: Any, day: date) -> dict[str, Any]:
    rows = [[str(year), words.duration(minutes)] for year, minutes in told.by_year]
    return {"title": "Statement of hours", "rows": rows}


def _service(volunteer: Any, told: Any, day: date) -> dict[str, Any]:
    return {"title": "Letter of service", "families": told.families} | _served(volunteer)


def _served(volunteer: Any) -> dict[str, str]:
    """Since when, and until when for somebody who has left."""
    until = volunteer.left_on if volunteer.status == "LEFT" else None
    return {"since": words.month(volunteer.since_on), "until": words.month(until) if until else ""}


def _volunteering(volunteer: Any, told: Any, day: date) -> dict[str, Any]:
    months, paid = selectors.statement_of_volunteering(volunteer, day)
    roles = [
        [each.version.title, each.pattern or "As it suits", _time(each.weekly_minutes, or_else="As it suits")]
        for each in selectors.roles_of(volunteer, day)
    ]
    return {
        "title": "Statement of volunteering",
        "roles": roles,
        "months": [[words.month(month), _time(minutes, or_else="None")] for month, minutes in months],
        "paid": words.pounds(paid),
        **_served(volunteer),
    }


def _time(minutes: int, *, or_else: str) -> str:
    return words.duration(minutes) if minutes else or_else


def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Withdraw a letter that was made in error."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.proofs_seen_by(request.user, day), reference=reference)
    access.withdraw_letter.require(request.user, found.volunteer, day)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.withdraw(found, by=request.user, at=at),
        said="The letter holds no longer. Whoever checks it is told so.",
        back=reverse("engagement:letters", args=[found.volunteer.reference]),
        title="Withdraw this letter",
        intro=f"Made for {found.volunteer.person.name} on {words.day(found.made_on)}. Whoever checks its code is "
        "told that it holds no longer.",
        button="Withdraw it",
    )

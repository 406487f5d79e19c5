"""One placement: say yes or no, welcome, start, end."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.library import selectors as library
from timegiven.placements import access, forms, selectors, services
from timegiven.placements.views.finding import a_placement
from timegiven.ui import pages


def placement(request: HttpRequest, reference: str) -> HttpResponse:
    day = timezone.localdate()
    placement = a_placement(request, reference)
    person, volunteer = request.user, placement.volunteer
    mvpm, managers = selectors.mvpm_and_managers(placement, day)
    sees_record = access.see_record(person, volunteer, day)
    goes_on = placement.status not in placement.lifecycle.ends
    page = {
        "placement": placement,
        "is_own": person == volunteer.person,
        "sees_record": sees_record,
        "mvpm": mvpm,
        "managers": managers,
        "checks": checks_of(placement, day, own=person == volunteer.person) if sees_record and goes_on else [],
        "may_answer": access.answer(person, placement, day) and placement.status == "OFFERED",
        "may_welcome": access.welcome(person, placement, day) and placement.status in placement.LIVE,
        "may_start": access.start(person, placement, day) and placement.status == "AGREED",
        "may_ask_task": access.ask_task(person, placement, day) and placement.status in placement.LIVE,
        "may_end": access.end(person, volunteer, day) and placement.status in placement.LIVE,
        "welcomes": [line for line in selectors.lines(placement) if line.ticks],
        **_together(placement, person, day),
        **_agreed(placement, person, day),
        "steps": placement.steps.select_related("by").order_by("at"),
    }
    return render(request, "placements/placement.html", page)


def _together(placement, person, day) -> dict[str, object]:
    """Who shares the role, the days and times, and where the placement came from or may go."""
    goes_on = placement.status in placement.LIVE
    agreed, suggested = selectors.patterns_of(placement) if goes_on else (None, None)
    return {
        "shared_with": selectors.sharing(placement, day) if goes_on else [],
        "times": selectors.times_of(agreed),
        "suggested": suggested,
        "may_agree_times": goes_on and not placement.is_for_one_day and access.agree_pattern(person, placement, day),
        "may_move": goes_on and not placement.is_loan and access.move(person, placement.volunteer, day),
    }


def _agreed(placement, person, day) -> dict[str, object]:
    """What has been agreed to, whether the role has changed since, and whether it rests."""
    goes_on = placement.status in placement.LIVE
    newer = library.successor(placement.version, day) if goes_on else None
    return {
        "newer": newer,
        "may_confirm": newer is not None and access.answer(person, placement, day),
        "rests": selectors.rests(placement, day) if goes_on else "",
        "agreed_to": list(selectors.confirmations_of(placement).exclude(confirmed_at=None).order_by("confirmed_at")),
    }


def confirm(request: HttpRequest, reference: str) -> HttpResponse:
    """What is different in the role, and the button that says yes to it."""
    day = timezone.localdate()
    placement = a_placement(request, reference)
    access.answer.require(request.user, placement, day)
    newer = library.successor(placement.version, day)

    form = forms.Confirm(request.POST or None, initial={"version": newer.reference if newer else ""})
    if form.carries_out(lambda typed: services.confirm(placement, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, "Thank you. You are in the changed role from today.")
        return redirect("placements:placement", reference)
    page = {
        "placement": placement,
        "form": form,
        "newer": newer,
        "is_own": request.user == placement.volunteer.person,
        "changes": library.changes(placement.version, newer) if newer else [],
        "keep_to": selectors.tasks_on(placement, day),
    }
    return render(request, "placements/confirm.html", page)


def checks_of(placement, day, checks=selectors.FOR_A_DUTY, *, own=False) -> list:
    person, version, unit = placement.volunteer.person, placement.version, placement.unit
    if placement.status == "OFFERED":
        checks = selectors.FOR_A_START
    on = max(day, placement.from_on) if placement.is_loan else day
    return selectors.explain(person, version, unit, on, checks=checks, own=own)


def agree(request: HttpRequest, reference: str) -> HttpResponse:
    placement = a_placement(request, reference)
    access.answer.require(request.user, placement, timezone.localdate())
    pages.only_towards(request, placement, "AGREED", back=reverse("placements:placement", args=[reference]))
    return press(
        request, placement, services.agree, "agree", "Thank you. The unit and the Borough MVP Manager are told."
    )


def decline(request: HttpRequest, reference: str) -> HttpResponse:
    placement = a_placement(request, reference)
    access.answer.require(request.user, placement, timezone.localdate())
    pages.only_towards(request, placement, "DECLINED", back=reverse("placements:placement", args=[reference]))
    return press(request, placement, services.decline, "decline", "That is fine. Thank you for telling us.")


def end(request: HttpRequest, reference: str) -> HttpResponse:
    placement = a_placement(request, reference)
    access.end.require(request.user, placement.volunteer, timezone.localdate())
    pages.only_towards(request, placement, "ENDED", back=reverse("placements:placement", args=[reference]))
    is_own = request.user == placement.volunteer.person
    thanks = "Your placement has ended. Thank you for the time you gave." if is_own else "The placement has ended."
    return press(request, placement, services.end, "end", thanks, is_own=is_own)


def press(
    request: HttpRequest, placement, deed: Callable[..., None], name: str, thanks: str, **more: object
) -> HttpResponse:
    """A page with one button, that says what will happen."""
    return pages.deed(
        request,
        forms.Nothing(request.POST if request.method == "POST" else None),
        lambda _: deed(placement, by=request.user, at=timezone.now()),
        said=thanks,
        back=reverse("placements:placement", args=[placement.reference]),
        template=f"placements/{name}.html",
        placement=placement,
        **more,
    )

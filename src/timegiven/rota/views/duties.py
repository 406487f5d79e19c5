"""One duty: its page, planning it, changing and moving it, asking people, calling it off."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.time import named_day
from timegiven.kernel.words import LONDON, month, so_many
from timegiven.rota import access, forms, rules, selectors, services
from timegiven.rota.views.shown import board_of
from timegiven.ui import forms as ui
from timegiven.ui import pages


def duty(request: HttpRequest, reference: str) -> HttpResponse:
    """When, where, who is coming, and who was asked."""
    day, at = timezone.localdate(), timezone.now()
    found = _found(request, reference, day)
    taken = selectors.taken(found)
    may_plan, is_to_come = access.change(request.user, found, day), found.is_to_come(at)
    free = max(found.most - taken, 0)
    return render(
        request,
        "rota/duty.html",
        {
            "duty": found,
            "month_title": month(found.on),
            "month_url": f"{reverse('rota:month')}?unit={found.unit.reference}&month={found.on:%Y-%m}",
            "week_url": f"{reverse('rota:week')}?unit={found.unit.reference}&from={found.on:%Y-%m-%d}",
            "offers": [(each, *_may_undo(request, each, day)) for each in selectors.offers_of(found)],
            "named_tasks": selectors.tasks_named(found),
            "taken": taken,
            "free": free,
            "note": selectors.note(taken, found.least, found.most),
            "is_to_come": is_to_come,
            "has_begun": found.starts_at <= at,
            "may_offer": access.offer(request.user, found, day),
            "may_cancel": access.cancel(request.user, found, day),
            "may_plan": may_plan,
            "suggestions": selectors.suggestions(found, day)[:3] if may_plan and is_to_come and free else [],
            "form": ui.Form(),
        },
    )


def _found(request: HttpRequest, reference: str, day: date) -> object:
    return get_object_or_404(selectors.duties_seen_by(request.user, day), reference=reference)


def _may_undo(request: HttpRequest, offer: object, day: date) -> tuple[bool, bool]:
    """Whether this person may note that they cannot come, and whether they may leave out one not asked yet."""
    may_release = offer.status == offer.Status.ACCEPTED and access.cannot_come(request.user, offer, day)
    return may_release, offer.status == offer.Status.PREPARED and access.offer(request.user, offer.duty, day)


def plan(request: HttpRequest) -> HttpResponse:
    """Which role, and once or every week: the first step of planning."""
    day = timezone.localdate()
    access.plan_anywhere.require(request.user, day)
    roles = _roles(request, day)
    choices = [(key, f"{version.title}, {unit.full_name}") for key, (version, unit) in roles.items()]
    form = forms.Plan(request.POST or None, roles=choices)
    if form.is_valid():
        name = "rota:create" if form.cleaned_data["often"] == "once" else "rota:make_pattern"
        return redirect(name, form.cleaned_data["role"])
    return render(request, "rota/plan.html", {"form": form, "title": "Plan a duty", "has_roles": bool(roles)})


def _roles(request: HttpRequest, day: date) -> dict:
    found = selectors.roles_to_plan(request.user, day)
    return {f"{version.reference}-{unit.reference}": (version, unit) for version, unit in found}


def role_named(request: HttpRequest, key: str, day: date) -> tuple:
    """The role and unit of an address, if this person may plan for them."""
    roles = _roles(request, day)
    if key not in roles:
        raise Http404
    return roles[key]


def task_choices(version: object) -> list[tuple[str, str]]:
    return [(str(task.position), task.text) for task in selectors.tasks_of(version)]


def create(request: HttpRequest, role: str) -> HttpResponse:
    """Plan a duty on one day."""
    day, at = timezone.localdate(), timezone.now()
    access.plan_anywhere.require(request.user, day)
    version, unit = role_named(request, role, day)
    start = {"least": 1, "most": 1, "day": named_day(request.GET.get("day", ""))}
    form = forms.Create(request.POST or None, tasks=task_choices(version), initial=start)
    if form.carries_out(lambda typed: services.create(version, unit, by=request.user, at=at, **typed)):
        is_draft = form.cleaned_data["is_draft"]
        words = "It is a draft. You can note people on it." if is_draft else "You can ask people now."
        messages.success(request, f"The duty is on the rota. {words}" if not is_draft else words)
        return redirect("rota:duty", form.outcome.reference)
    context = {"form": form, "title": "Plan a duty", "version": version, "unit": unit}
    return render(request, "rota/create.html", context)


def _only_ahead(request: HttpRequest, duty: Any, at: datetime) -> None:
    """Show a form only for a duty that is still on and has not begun."""
    about = {"is_cancelled": bool(duty.cancelled_at), "starts_at": duty.starts_at, "at": at}
    pages.only_if(request, rules.check_still_on, back=reverse("rota:duty", args=[duty.reference]), **about)


def change(request: HttpRequest, reference: str) -> HttpResponse:
    """Room for more or fewer, other tasks, another note."""
    day, at = timezone.localdate(), timezone.now()
    found = _found(request, reference, day)
    access.change.require(request.user, found, day)
    _only_ahead(request, found, at)
    start = {"least": found.least, "most": found.most, "note": found.note}
    start["tasks"] = [str(task.position) for task in found.tasks.all()]
    return pages.deed(
        request,
        forms.Change(request.POST or None, tasks=task_choices(found.version), initial=start),
        lambda typed: services.change(found, by=request.user, at=at, **typed),
        said="The duty is changed.",
        back=reverse("rota:duty", args=[reference]),
        title="Change this duty",
        intro=f"{found.version.title}, {found.when}.",
        button="Save",
    )


def move(request: HttpRequest, reference: str) -> HttpResponse:
    """Another day or time: by this form, or by dragging on the board."""
    day, at = timezone.localdate(), timezone.now()
    found = _found(request, reference, day)
    access.change.require(request.user, found, day)
    _only_ahead(request, found, at)
    starts, ends = (moment.astimezone(LONDON).time() for moment in (found.starts_at, found.ends_at))
    start = {"day": named_day(request.GET.get("day", "")) or found.on, "starts": starts, "ends": ends}
    coming = selectors.taken(found)
    intro = f"{found.version.title}. It is planned for {found.when}, and stays there until you move it."
    if coming:
        who = so_many(coming, "person", "people")
        intro += f"\n\n{who} agreed to the planned time. We ask them again about the new one."
    back = reverse("rota:duty", args=[reference])
    return pages.deed(
        request,
        forms.Move(request.POST or None, initial=start),
        lambda typed: services.move(found, by=request.user, at=at, **typed),
        said=lambda count: f"The duty is moved to {found.when}. {_told(count)}",
        # From the board one goes back to the board.
        then=lambda _: board_of(found) if request.GET.get("board") else back,
        back=back,
        title="Move this duty",
        intro=intro,
        button="Move it",
    )


def _told(count: int) -> str:
    return f"{so_many(count, 'person is', 'people are')} being asked again." if count else "Nobody had to be told."


def offer(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose whom to ask; those who are not ready stand below, each with the reason."""
    day, at = timezone.localdate(), timezone.now()
    found = _found(request, reference, day)
    access.offer.require(request.user, found, day)
    _only_ahead(request, found, at)
    everybody = selectors.candidates(found, day)
    free = [each for each in everybody if each.may_be_offered]
    people = [(each.placement.reference, each.name) for each in free]
    hints = {each.placement.reference: each.in_words for each in free}
    form = forms.Offer(request.POST or None, people=people, hints=hints)
    if form.carries_out(lambda typed: services.offer(found, by=request.user, at=at, **typed)):
        who = so_many(len(form.outcome), "person has", "people have")
        verb = "noted: they are asked when you publish" if found.is_draft else "asked"
        messages.success(request, f"{who} been {verb}.")
        return redirect("rota:duty", reference)
    context = {
        "duty": found,
        "free": max(found.most - selectors.taken(found), 0),
        "form": form,
        "has_people": bool(people),
        "asked": [each for each in everybody if each.offer],
        "not_ready": [each for each in everybody if each.reasons and not each.offer],
    }
    return render(request, "rota/offer.html", context)


def stand_ins(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask the few whose turn it is, with one button."""
    day, at = timezone.localdate(), timezone.now()
    found = _found(request, reference, day)
    access.offer.require(request.user, found, day)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = services.ask_stand_ins(found, by=request.user, at=at)
        messages.success(request, f"{so_many(len(made), 'letter')} sent. The first to say yes has the place.")
    return redirect("rota:duty", reference)


def leave_out(request: HttpRequest, reference: str) -> HttpResponse:
    """Take somebody off a draft."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.offers_seen_by(request.user, day), reference=reference)
    access.offer.require(request.user, found.duty, day)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.leave_out(found, by=request.user, at=timezone.now())
        messages.success(request, "They are not on this draft any more.")
    return redirect("rota:duty", found.duty.reference)


def cancel(request: HttpRequest, reference: str) -> HttpResponse:
    """Call a duty off, with a reason that goes to everybody who was asked."""
    day, at = timezone.localdate(), timezone.now()
    found = _found(request, reference, day)
    access.cancel.require(request.user, found, day)
    _only_ahead(request, found, at)
    return pages.deed(
        request,
        forms.Cancel(request.POST or None),
        lambda typed: services.cancel(found, by=request.user, at=at, **typed),
        said="The duty is called off. Everybody who was asked is being told.",
        back=reverse("rota:duty", args=[reference]),
        template="rota/cancel.html",
        title="Call off this duty",
        intro=f"{found.version.title}, {found.when}. {selectors.taken(found)} of {found.most} places are taken.",
        button="Call it off",
    )

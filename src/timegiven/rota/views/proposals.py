"""The planner: ask it, watch it, look at what it proposes, ask those people."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from timegiven.kernel.words import several, so_many
from timegiven.rota import access, forms, selectors, services
from timegiven.rota.views.shown import week_url

DAYS = 28  # proposed at first: the next four weeks


def proposals(request: HttpRequest) -> HttpResponse:
    """Ask the planner; below, what it was asked before."""
    day, at = timezone.localdate(), timezone.now()
    access.plan_anywhere.require(request.user, day)
    areas = {each.reference: each for each in selectors.areas_planned_by(request.user, day)}
    first = {"unit": request.GET.get("unit", next(iter(areas), ""))} | _days_ahead(day)
    units = [(key, each.full_name) for key, each in areas.items()]
    form = forms.Propose(request.POST or None, units=units, initial=first)
    if form.carries_out(
        lambda typed: services.propose(
            areas[typed["unit"]],
            from_on=typed["from_on"],
            until_on=typed["last_on"] + timedelta(days=1),
            by=request.user,
            at=at,
        )
    ):
        return redirect("rota:proposal", form.outcome.reference)
    before = selectors.proposals_seen_by(request.user, day).order_by("-asked_at", "-pk")[:10]
    shown = [{"proposal": each, "days": _days(each)} for each in before]
    return render(request, "rota/proposals.html", {"form": form, "before": shown, "has_areas": bool(areas)})


def all_boroughs(request: HttpRequest) -> HttpResponse:
    """One act of the Central Team: a plan for each borough, made side by side. Their MVP Managers use them."""
    day, at = timezone.localdate(), timezone.now()
    access.plan_force.require(request.user, day)
    areas = {each.reference: each for each in selectors.boroughs_to_plan(request.user, day)}
    first = _days_ahead(day) | {"boroughs": list(areas)}
    form = forms.ProposeForAll(
        request.POST or None, boroughs=[(key, each.full_name) for key, each in areas.items()], initial=first
    )
    if form.carries_out(
        lambda typed: services.propose_for_all(
            [areas[key] for key in typed["boroughs"]],
            from_on=typed["from_on"],
            until_on=typed["last_on"] + timedelta(days=1),
            by=request.user,
            at=at,
        )
    ):
        made, left_out = form.outcome
        words = f"{so_many(len(made), 'plan')} asked for. Each MVP Manager is shown theirs when it is ready."
        if left_out:
            words += f" Left out: {' '.join(left_out[:5])}"
        (messages.warning if left_out else messages.success)(request, words)
        return redirect("rota:all_boroughs")
    before = selectors.proposals_seen_by(request.user, day).order_by("-asked_at", "unit__name", "-pk")[:40]
    shown = [{"proposal": each, "days": _days(each)} for each in before]
    context = {"form": form, "before": shown, "is_going": any(each["proposal"].is_going for each in shown)}
    return render(request, "rota/all_boroughs.html", context)


def _days_ahead(day: date) -> dict[str, Any]:
    """The next four weeks, from a Monday."""
    monday = day + timedelta(days=7 - day.weekday())
    return {"from_on": monday, "last_on": monday + timedelta(days=DAYS - 1)}


def proposal(request: HttpRequest, reference: str) -> HttpResponse:
    """How far the planner is; then whom it proposes, to be ticked and asked."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.proposals_seen_by(request.user, day), reference=reference)
    lines = selectors.proposed_places(found)
    rows = [_row(duty, list(places)) for duty, places in groupby(lines, key=lambda line: line.duty)]
    asked = [forms.Row(row["name"], row["label"], row["hint"], row["new"]) for row in rows if row["new"]]
    form = forms.Use(request.POST if request.method == "POST" else None, rows=asked)
    if form.carries_out(lambda _: services.use(found, chosen=form.chosen, by=request.user, at=at)):
        _say(request, *form.outcome, has_drafts=any(row["duty"].is_draft for row in rows))
        return redirect("rota:proposal", reference)
    context = {
        "proposal": found,
        "days": _days(found),
        "form": form,
        "rows": [{**row, "field": form[row["name"]] if row["new"] else None} for row in rows],
        "people": len({line.placement.volunteer.person_id for line in lines if line.kind == "NEW"}),
        "new": sum(line.kind == "NEW" for line in lines),
        "refused": [line for line in lines if line.why_not],
        "has_drafts": any(row["duty"].is_draft for row in rows),
        "open": found.wanted - found.filled,
        "proof": proof(found.cost, found.bound),
        "may_plan": access.create(request.user, found.unit, day),
        "plans_force": access.plan_force(request.user, day),
        "week_url": week_url(found.unit, found.from_on - timedelta(days=found.from_on.weekday())),
    }
    return render(request, "rota/proposal.html", context)


def _days(found: Any) -> dict[str, Any]:
    return {"first": found.from_on, "last": found.until_on - timedelta(days=1)}


def _row(duty: Any, lines: list[Any]) -> dict[str, Any]:
    """One duty with the people proposed, and those who were asked already."""
    new = [(str(line.pk), line.placement.volunteer.person.name) for line in lines if line.kind == "NEW"]
    asked = [line.placement.volunteer.person.name for line in lines if line.kind == "KEPT"]
    freed = [line.placement.volunteer.person.name for line in lines if line.kind == "FREED"]
    hint = f"{duty.unit.full_name}."
    if asked:
        hint += f" Asked already, and kept: {several(asked)}."
    if freed:
        hint += f" Asked already; others would fit better: {several(freed)}. They keep their offer."
    return {
        "name": f"duty_{duty.pk}",
        "duty": duty,
        "label": f"{duty.when}: {duty.version.title}",
        "hint": hint,
        "new": new,
        "used": [line.placement.volunteer.person.name for line in lines if line.is_used],
    }


def _say(request: HttpRequest, asked: int, refused: int, *, has_drafts: bool) -> None:
    words = f"{so_many(asked, 'offer')} made."
    if has_drafts:
        words += " Those on drafts go out when you publish them."
    if refused:
        words += f" {so_many(refused, 'person', 'people')} could not be asked after all: the reasons are below."
    (messages.warning if refused else messages.success)(request, words)


def proof(cost: float | None, bound: float | None) -> str:
    """How good the plan is proved to be, in a sentence; nothing while that is not known."""
    if cost is None or bound is None:
        return ""
    gap = max(cost - bound, 0.0) / cost if cost > 0 else 0.0
    if gap < 0.0005:
        return "It is proved that no plan does better by the programme’s own measure."
    return f"It is proved that no plan could do better by more than {gap:.1%} by the programme’s own measure."


@require_POST
def stop(request: HttpRequest, reference: str) -> HttpResponse:
    """Stop the planner, or put its plan aside."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.proposals_seen_by(request.user, day), reference=reference)
    access.create.require(request.user, found.unit, day)
    services.stop(found, by=request.user, at=at)
    is_running = found.status == "RUNNING"
    messages.success(request, "The planner stops and shows its best so far." if is_running else "It is put aside.")
    return redirect("rota:proposal", reference)


def why(request: HttpRequest, reference: str, duty: str) -> HttpResponse:
    """Why these people are proposed for a duty, and why not the others."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.proposals_seen_by(request.user, day), reference=reference)
    there = get_object_or_404(selectors.duties_seen_by(request.user, day), reference=duty)
    reasons = selectors.proposed_for(found, there, at)
    return render(request, "rota/proposal_why.html", {"proposal": found, "duty": there, "reasons": reasons})

"""The role creation flowchart (clause 70), drawn from the table of moves, and where one profile stands on it."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from timegiven.kernel import words
from timegiven.library import access, rules, selectors

# What is done at each move, and what happens at each state.
VERBS = {
    ("DRAFT", "SUBMITTED"): "put to the group",
    ("SUBMITTED", "APPROVED"): "decided by votes",
    ("RETURNED", "DRAFT"): "taken up again",
    ("APPROVED", "SUPERSEDED"): "a new version is approved",
}
HAPPENS = {
    "DRAFT": "The MVP Manager writes the profile with the unit, meets the whole team, looks at the place and records "
    "the risk assessment. The three answers about paid jobs are all No.",
    "SUBMITTED": "Members read it, ask, object and vote. With a quorum that has the staff side in it, and no standing "
    "objection of theirs, the chair declares what most have voted for.",
    "RETURNED": "The MVP Manager and the unit answer the points, and put it to the group again.",
    "APPROVED": "It is in the library, and volunteers can be offered the role wherever its risks are assessed. They "
    "are looked at again every year.",
    "REJECTED": "It is not a role for volunteers. The reasons stay on record.",
    "SUPERSEDED": "A newer version has taken its place.",
    "RETIRED": "It is out of use. What was written stays on record.",
}


@login_not_required
def flow(request: HttpRequest) -> HttpResponse:
    """How any role comes about."""
    return render(request, "library/flow_page.html", _chart("", {}))


def flow_of(request: HttpRequest, reference: str) -> HttpResponse:
    """Where one version stands, how long each desk has had it, and what happens next."""
    day, at = timezone.localdate(), timezone.now()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.see_flow.require(request.user, version, day)
    return render(request, "library/flow_page.html", {"version": version, **where(version, at=at)})


def where(version: Any, *, at: datetime) -> dict[str, Any]:
    """The chart with this version on it."""
    life = version.lifecycle
    steps = [(step.status, step.at) for step in selectors.steps_of(version)]
    stayed = rules.stays(steps, desks=life.desks, at=at)
    days: dict[str, int] = {}
    for each in stayed:
        days[each.status] = days.get(each.status, 0) + each.days
    return {
        **_chart(version.status, days),
        "stayed": [_stay(each) for each in stayed],
        "desks": bool(stayed),
        "desk_rows": [{"key": desk, "value": words.so_long(many)} for desk, many in rules.days_at_desks(stayed)],
        "next": HAPPENS[version.status],
    }


def _chart(here: str, days: dict[str, int]) -> dict[str, Any]:
    life, titles = selectors.lifecycle_of_profiles()
    drawn = rules.drawing(life.moves, titles=titles, desks=life.desks, verbs=VERBS)
    boxes = [
        {
            "box": box,
            "is_here": box.status == here,
            "is_past": box.status in days and box.status != here,
            "days": words.so_long(days[box.status]) if box.status in days and not box.is_end else "",
        }
        for box in drawn.boxes
    ]
    rows = [
        {
            "title": titles[status],
            "desk": life.desks[status] or "Nobody’s",
            "onward": words.several([titles[there] for there in life.moves[status]], "or") or "Nothing: it ends here",
            "happens": HAPPENS[status],
            "is_here": status == here,
        }
        for status in life.moves
    ]
    return {"drawing": drawn, "boxes": boxes, "rows": rows, "here": titles.get(here, "")}


def _stay(stay: Any) -> dict[str, str]:
    _, titles = selectors.lifecycle_of_profiles()
    until = words.short_day(stay.ended) if stay.ended else "now"
    when = f"{words.short_day(stay.began)} to {until}"
    return {"title": titles[stay.status], "desk": stay.desk or "–", "when": when, "days": words.so_long(stay.days)}

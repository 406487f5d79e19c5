"""Risk assessments in the words of their pages."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest

from timegiven.kernel import words
from timegiven.library import access, forms, rules, selectors

COLOURS = {"low": "green", "medium": "yellow", "high": "orange", "very high": "red"}
FIELDS = ("what", "who", "control", "likelihood", "severity", "residual_likelihood", "residual_severity", "marks")


@dataclass(frozen=True)
class Begun:
    """What an assessment begins with: the last one here, or a copy from elsewhere, to be checked."""

    hazards: list[dict[str, Any]] = field(default_factory=list)
    why_not: dict[str, str] = field(default_factory=dict)
    source: Any = None
    copied_from: Any = None
    seen: str = ""
    changes: list[Any] = field(default_factory=list)

    @property
    def copied_from_name(self) -> str:
        return self.copied_from.unit.full_name if self.copied_from else ""


def place_asked_for(request: HttpRequest, version: Any) -> str:
    """The reference of the place: as sent, as in the address, or for a draft where it was conceived."""
    own = version.profile.unit.reference if version.status == "DRAFT" else ""
    return request.POST.get("unit") or request.GET.get("unit") or own


def begin(version: Any, unit: Any) -> Begun:
    """The last assessment here, that of the role's own unit, or those of the version before."""
    here, older = selectors.assessment_at(unit, version), selectors.previous(version)
    places = [(version.profile.unit, version), (unit, older), (version.profile.unit, older)]
    elsewhere = (selectors.assessment_at(place, of) for place, of in places if of)
    source = here or next((each for each in elsewhere if each), None)
    facts = {"seen": here.reference if here else "", "changes": list(selectors.open_changes(version, unit))}
    if source is None:
        return Begun(**facts)
    why_not = {f"why_not_{mark}": why for mark, why in source.why_not.items()}
    copied = source if source.unit_id != unit.pk else None
    hazards = [_again(hazard) for hazard in selectors.whole(source)]
    return Begun(hazards=hazards, why_not=why_not, source=source, copied_from=copied, **facts)


def _again(hazard: Any) -> dict[str, Any]:
    """A hazard looked at again: what has been done since is an existing control, and the risk what was left."""
    row = {name: getattr(hazard, name) for name in FIELDS}
    actions = list(hazard.actions.all())
    to_do = [{"what": each.what, "owner": each.owner, "due_on": each.due_on} for each in actions if not each.done_on]
    if actions and not to_do:
        done = ". ".join(text.rstrip(".") for text in (hazard.control, *(each.what for each in actions)))
        left = {"likelihood": hazard.residual_likelihood, "severity": hazard.residual_severity}
        row |= {"control": done if len(done) <= 300 else hazard.control, **left}
    if not to_do:
        row |= {"residual_likelihood": "", "residual_severity": ""}
    return {**row, "actions": to_do}


def having_seen(form: Any, data: Any, newest: Any, options: dict[str, Any]) -> Any:
    """The same form once more, which now knows of the assessment that somebody else has just recorded."""
    again = data.copy()
    again["seen"] = newest.reference if newest else ""
    bound = type(form)(again, **options)
    bound.is_valid()
    return bound


def saved(done: Any) -> str:
    """What is said when an assessment has been saved."""
    return f"The risk assessment at {done.unit.name} is saved. Its review is due on {words.day(done.review_on)}."


def reported(change: Any) -> str:
    """What is said when a change has been reported."""
    if change.is_stop:
        return (
            "Thank you. The MVP Manager is told, and nobody is placed or booked here until they have looked. Those who "
            "are down for a time to come get a letter within minutes. Please ring those whom you expect today."
        )
    return "Thank you. The MVP Manager is told and will look at the risk assessment again."


def state(review_on: date, day: date) -> dict[str, str]:
    """Whether an assessment still holds, as a tag."""
    return {"state": "In date", "colour": "green"} if day < review_on else {"state": "Review overdue", "colour": "red"}


def whole(assessment: Any, *, viewer: Any, day: date) -> dict[str, Any]:
    """All that the page of one assessment shows."""
    hazards = selectors.whole(assessment)
    newest = selectors.assessment_at(assessment.unit, assessment.version)
    return {
        "hazards": [row(number, hazard) for number, hazard in enumerate(hazards, start=1)],
        "matrix": matrix(hazards),
        "matrix_after": matrix(hazards, after=True),
        "reasons": [(rules.RISK_MARKS.get(mark, mark), why) for mark, why in sorted(assessment.why_not.items())],
        "answered": list(assessment.changes.order_by("at")),
        "newer": newest if newest and newest.pk != assessment.pk else None,
        "is_staff": access.see_names(viewer, day),
        "may_assess": access.assess(viewer, assessment.unit, day),
        "may_report": access.report_change(viewer, assessment.unit, day),
        "today": day,
        **state(assessment.review_on, day),
    }


def row(number: int, hazard: Any) -> dict[str, Any]:
    """A hazard with its two risks in numbers and words."""
    now = (hazard.likelihood, hazard.severity)
    left = (hazard.residual_likelihood, hazard.residual_severity)
    return {
        "number": number,
        "hazard": hazard,
        "about": words.several([rules.RISK_MARKS[mark] for mark in hazard.marks if mark in rules.RISK_MARKS]),
        "now": _risk(*now),
        "left": _risk(*left),
        "actions": sorted(hazard.actions.all(), key=lambda action: action.due_on),
    }


def _risk(likelihood: int, severity: int) -> dict[str, Any]:
    name = rules.band(likelihood, severity)
    return {
        "risk": likelihood * severity,
        "sum": f"{likelihood} × {severity}",
        "band": name.capitalize(),
        "colour": COLOURS[name],
    }


def matrix(hazards: list[Any], *, after: bool = False) -> list[dict[str, Any]]:
    """The 5 by 5 picture, the most likely on top: each field with its band and the hazards that lie in it."""
    numbers = ("residual_likelihood", "residual_severity") if after else ("likelihood", "severity")
    where = [tuple(getattr(hazard, name) for name in numbers) for hazard in hazards]
    likelihoods, severities = dict(forms.LIKELIHOOD), dict(forms.SEVERITY)
    return [
        {
            "name": likelihoods[likelihood],
            "cells": [
                {
                    "risk": likelihood * severity,
                    "band": rules.band(likelihood, severity),
                    "slug": rules.band(likelihood, severity).replace(" ", "-"),
                    "severity": severities[severity],
                    "hazards": [n for n, place in enumerate(where, start=1) if place == (likelihood, severity)],
                }
                for severity in range(1, 6)
            ],
        }
        for likelihood in range(5, 0, -1)
    ]


def tiles(person: Any, day: date) -> list[dict[str, Any]]:
    """The numbers at the top of the list of reviews, each with the list that it counts."""
    count = selectors.review_counts(person, day)
    return [
        {"number": count["overdue"], "label": "Overdue", "url": "?state=overdue"},
        {"number": count["soon"], "label": "Soon due", "url": "?state=soon"},
        {"number": count["in_date"], "label": "In date", "url": "?state=all"},
    ]

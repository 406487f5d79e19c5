"""Roles like the one somebody has in mind: who has them, what was decided, and whether they can be copied."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from timegiven.kernel import words
from timegiven.library import access, selectors


def cards(found: Iterable[Any], *, viewer: Any, day: date) -> list[dict[str, Any]]:
    """A card for each role found, for somebody who may propose roles."""
    may_copy = access.have_an_idea(viewer, day)
    return [_card(version, may_copy=may_copy, day=day) for version in found]


def _card(version: Any, *, may_copy: bool, day: date) -> dict[str, Any]:
    unit = version.profile.unit
    is_ended = not selectors.in_force(version, day)
    copies = may_copy and not version.is_ended_for_cause
    return {
        "version": version,
        "who": f"{(unit.borough or unit).name} {'has tried this' if is_ended else 'does this already'}",
        "decided": decided(version, day),
        "is_for_cause": version.is_ended_for_cause,
        "url": reverse("library:version", args=[version.reference]),
        "copy_url": reverse("library:copy", args=[version.reference]) if copies else "",
    }


def decided(version: Any, day: date) -> str:
    """What the Steering Group decided, and what became of it."""
    if not version.approved_on:
        return "The Steering Group has not decided yet."
    approved = f"Version {version.number}, approved by the Steering Group on {words.day(version.approved_on)}."
    if selectors.in_force(version, day):
        return approved
    ended = f"Retired on {words.day(version.ended_on)}" if version.ended_on else "Retired"
    if version.is_ended_for_cause:
        return f"{approved} {ended}, because it was not safe or took the place of a paid job. It cannot be copied."
    return f"{approved} {ended}."

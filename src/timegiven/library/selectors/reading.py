"""What the members of the Steering Group have in front of them when they vote, and whether it is still the same."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Model

from timegiven.library import rules
from timegiven.library.models import Paper, ProfileVersion
from timegiven.library.selectors.assessments import assessment_at
from timegiven.library.selectors.content import content_of
from timegiven.library.selectors.cover import cover_missing
from timegiven.programme import selectors as programme

# What becomes of a version is not what is in it.
_FATE = {"id", "reference", "profile_id", "status", "approved_on", "ended_on", "is_ended_for_cause"}
_ASSESSED = {"id", "reference", "version_id", "assessed_by_id"}
_ROW = {"id", "version_id", "assessment_id", "hazard_id", "done_on", "done_by_id"}


class Digests(NamedTuple):
    """Of the profile alone, and of all that the members read."""

    profile: str
    whole: str


def digests(version: ProfileVersion, day: date) -> Digests:
    """What a version, its risk assessment where it was conceived and its insurance say, as two seals."""
    role = version.profile
    profile = {
        "role": [role.title, role.category, role.contribution, role.strand_id],
        "version": _values(version, _FATE),
        "tasks": _rows(version.tasks.order_by("position")),
        "training": _rows(version.own_training.order_by("position")),
    }
    around = {"risk": _assessed(version), "cover": _covered(version, day)}
    return Digests(_seal(profile), _seal(profile | around))


def content_to_keep(version: ProfileVersion) -> dict[str, Any]:
    """What a version says, in words, to be kept with the paper: a draft changes when it has been returned."""
    content = content_of(version)
    # As pairs: PostgreSQL puts the names of an object into an order of its own.
    return asdict(content) | {"facts": list(content.facts.items())}


def content_read(paper: Paper) -> rules.Content:
    """What the members had in front of them when the paper was put."""
    kept = paper.content
    tasks = tuple(rules.TaskLine(each["text"], tuple(each["marks"])) for each in kept.get("tasks", ()))
    lists = {name: tuple(items) for name, items in kept.get("lists", {}).items()}
    return rules.Content(facts=dict(kept.get("facts", ())), tasks=tasks, lists=lists)


def changes_since(paper: Paper, older: ProfileVersion | None) -> tuple[str, list[rules.Change]]:
    """Since when, and what has changed: since the round before, else since the version before."""
    before = Paper.objects.filter(version=paper.version, round__lt=paper.round).order_by("-round").first()
    if before is not None:
        return f"round {before.round}", rules.changes(content_read(before), content_read(paper))
    if older is not None:
        return f"version {older.number}", rules.changes(content_of(older), content_read(paper))
    return "", []


def _assessed(version: ProfileVersion) -> list[Any]:
    found = assessment_at(version.profile.unit, version)
    if found is None:
        return []
    hazards = found.hazards.order_by("pk")
    return [
        _values(found, _ASSESSED),
        [[_values(each, _ROW), _rows(each.actions.order_by("pk"))] for each in hazards],
    ]


def _covered(version: ProfileVersion, day: date) -> list[Any]:
    """The kinds of cover, not the certificates: one that is renewed changes nothing for the role."""
    kinds = programme.cover_on(day, version.profile.strand).values_list("kind", flat=True)
    return [sorted(set(kinds)), cover_missing(version, day)]


def _rows(rows: Iterable[Model]) -> list[dict[str, Any]]:
    return [_values(row, _ROW) for row in rows]


def _values(row: Model, besides: set[str]) -> dict[str, Any]:
    names = (field.attname for field in row._meta.concrete_fields)
    return {name: getattr(row, name) for name in names if name not in besides}


def _seal(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, default=str, sort_keys=True).encode()).hexdigest()

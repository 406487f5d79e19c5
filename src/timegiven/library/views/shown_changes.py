"""What is different between two versions, for a page: as a list, and as a marked-up paper."""

from itertools import groupby
from typing import Any

from timegiven.library import selectors

# What is shown under a heading of its own; everything else is one line of a list.
TEXTS = ("What it is for", "Tasks", "Skills", "Training of this role’s own")


def named(other: Any, version: Any) -> str:
    """Which version the other is: by number, and by its unit where it is another role."""
    if other.profile_id == version.profile_id:
        return f"Version {other.number}"
    return f"{other.title}, {other.profile.unit.full_name}, version {other.number}"


def tracked(older: Any, version: Any) -> dict[str, Any]:
    """All parts with what was added and taken away, and how many changes there are."""
    lines = [each for each in selectors.tracked(older, version) if each.pieces]
    parts = [{"title": title, "lines": list(group)} for title, group in groupby(lines, key=lambda each: each.part)]
    texts = sorted((part for part in parts if part["title"] in TEXTS), key=lambda part: TEXTS.index(part["title"]))
    facts = [part for part in parts if part["title"] not in TEXTS]
    changed = [each for each in lines if each.kind != "same"]
    return {"texts": texts, "facts": facts, "count": len(changed), "sentences": [each.sentence for each in changed]}


def changes(version: Any, older: Any) -> dict[str, Any] | None:
    """What is different from the version before, in plain sentences."""
    if older is None:
        return None
    return {"sentences": [each.sentence for each in selectors.changes(older, version)]}

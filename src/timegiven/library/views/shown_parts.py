"""The parts of a draft in the words of its pages."""

from datetime import date
from typing import Any

from django.urls import reverse

from timegiven.library import forms, rules, selectors

NEEDED = (
    ("is_public_facing", "Emergency Life Saving", "because you meet the public"),
    ("is_lifting", "Manual Handling", "because you lift or carry"),
    ("needs_aware", "AWARE", "because you use the police computer network"),
)


def written(version: Any, part: str) -> dict[str, Any]:
    """What stands in a part already."""
    if part == "training":
        return {"lines": "\n".join(selectors.training_of_its_own(version))}
    if part == rules.KIND:
        role = version.profile
        known = ("title", "category", "contribution")
        return {"strand": role.strand.code} | {name: getattr(role, name) for name in known}
    return {name: getattr(version, name) for name in forms.part(part).fields if name != "once"}


def training(version: Any) -> list[str]:
    """What has to be learnt: for everybody, for the marks, and for this role alone (clauses 88, 91 to 93)."""
    return [
        "Health and Safety, as everybody does",
        *(f"{course}, {because}" for mark, course, because in NEEDED if getattr(version, mark)),
        *selectors.training_of_its_own(version),
    ]


def asked_of(version: Any) -> list[rules.Part]:
    """The parts that can be written: the name by which volunteers have been offered a role is not asked again."""
    was_approved = selectors.was_ever_approved(version.profile)
    return [part for part in rules.PARTS if not (was_approved and part.name == rules.KIND)]


def to_do(version: Any, day: date) -> dict[str, Any]:
    """The parts and how far each is, the three answers and the risk assessment too; and how many are left."""
    facts = selectors.facts_of_parts(version)
    parts = [_item(part.title, part.hint, _address(version, part.name), rules.is_done(part, facts))
             for part in asked_of(version)]  # fmt: skip
    governed = [
        _item(
            "The three questions about paid jobs",
            "Three times no, each with its reason",
            reverse("library:answer", args=[version.reference]),
            not rules.questions_answered_yes({each.field: getattr(version, each.field) for each in rules.QUESTIONS})
            and all(getattr(version, each.why_field) for each in rules.QUESTIONS),
        ),
        _item(
            "Risk assessment",
            f"At {version.profile.unit.full_name}",
            reverse("library:assess", args=[version.reference]),
            selectors.risk_in_date(version.profile.unit, version, day),
        ),
    ]
    left = sum(item["status"] != "Done" for item in [*parts, *governed])
    return {"parts": parts, "governed": governed, "left": left, "of": len(parts) + len(governed)}


def _address(version: Any, name: str) -> str:
    if name == "tasks":
        return reverse("library:tasks", args=[version.reference])
    return reverse("library:part", args=[version.reference, name])


def _item(title: str, hint: str, url: str, is_done: bool) -> dict[str, str]:
    return {
        "title": title,
        "hint": hint,
        "url": url,
        "status": "Done" if is_done else "To do",
        "colour": "" if is_done else "blue",
    }

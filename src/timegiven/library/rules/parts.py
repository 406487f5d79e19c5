"""The parts of a profile, in the order in which a unit and its MVP Manager talk them through."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Part:
    """One page of the profile: what it asks, and what must be filled in before it counts as done."""

    name: str
    title: str
    hint: str
    needs: tuple[str, ...] = ()


KIND = "kind"  # of the role itself, whichever version: not asked any more once a version has been approved
PARTS = (
    Part(KIND, "Name and kind of role", "What it is called, and to which part of volunteering it belongs"),
    Part("about", "What the role is for", "One or two sentences that a stranger understands", ("purpose",)),
    Part("tasks", "Tasks", "Each a short sentence with its marks: lifting, the public, AWARE …", ("tasks",)),
    Part(
        "place",
        "Place and times",
        "Where, when as a rule, and how long in a week",
        ("place", "usual_times"),
    ),
    Part(
        "help",
        "How it helps",
        "The unit, the aims of the borough, and the volunteer",
        ("helps_unit", "helps_borough", "helps_volunteer"),
    ),
    Part("skills", "Skills", "What somebody would bring, or would like to learn", ("skills",)),
    Part("training", "Training", "What the marks ask for, and what this role needs besides"),
    Part("checks", "Vetting and DBS", "No more than the role needs, with the reason in law"),
    Part("age", "Age", "The least age, and whether it suits people under 18"),
    Part("kit", "Kit and dress", "What we lend, and what to wear"),
    Part("people", "Supervisor and deputy", "The posts that look after the volunteer", ("supervisor", "deputy")),
    Part("number", "How many volunteers", "And what happens when none of them comes", ("if_nobody_comes",)),
    Part(
        "meeting",
        "Meeting the team",
        "When you talked it over with the team, and whether you tried the role yourself",
        ("met_team_on",),
    ),
)


def is_done(part: Part, facts: Mapping[str, Any]) -> bool:
    """Whether a part has been filled in; one that needs nothing is done as it stands."""
    return all(facts[name] for name in part.needs)


def parts_left(facts: Mapping[str, Any]) -> list[str]:
    """The titles of the parts that are not filled in yet."""
    return [part.title for part in PARTS if not is_done(part, facts)]

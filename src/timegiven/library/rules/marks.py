"""The marks of a task: what has to be known of it before somebody is asked to do it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """One mark: the field that keeps it, its name, what is ticked, and what it means to the volunteer."""

    field: str
    label: str
    ticked: str
    means: str


MARKS = (
    Mark(
        "is_public_facing",
        "With the public",
        "The volunteer meets the public",
        "Emergency Life Saving training comes first",
    ),
    Mark(
        "is_lifting", "Lifting", "The volunteer lifts, carries or pushes a load", "Manual Handling training comes first"
    ),
    Mark(
        "is_lone",
        "On your own",
        "The volunteer is out of sight and hearing of the team",
        "the risk assessment says who looks in, and how to call",
    ),
    Mark(
        "is_off_site",
        "Away from the station",
        "It is done outside the police building",
        "the same rules and the same insurance hold there",
    ),
    Mark("needs_aware", "AWARE", "The volunteer logs in to AWARE", "an account of one’s own, and its training"),
    Mark(
        "handles_evidence",
        "Evidence",
        "The volunteer handles evidence or property",
        "staff sign for it; the volunteer never does",
    ),
    Mark(
        "allows_own_vehicle",
        "Own vehicle",
        "The volunteer drives their own vehicle for it",
        "only with three things together: this profile, the risk assessment and the insurer’s word",
    ),
)
FIELDS = tuple(mark.field for mark in MARKS)


def marks_of(ticked: dict[str, bool]) -> tuple[Mark, ...]:
    """The marks that are ticked, in the order in which they are always named."""
    return tuple(mark for mark in MARKS if ticked.get(mark.field))

"""The 5 by 5 matrix: likelihood times severity, before and after the controls."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from timegiven.kernel.refusals import NotAllowed


def band(likelihood: int, severity: int) -> str:
    """low, medium, high or very high: the band of a risk."""
    risk = likelihood * severity
    return next(name for most, name in ((4, "low"), (9, "medium"), (16, "high"), (25, "very high")) if risk <= most)


def check_hazard(
    *,
    what: str,
    likelihood: int,
    severity: int,
    residual_likelihood: int,
    residual_severity: int,
    limit: int,
) -> None:
    """A control never makes a risk worse, and what is left is at most ``limit`` (clauses 53, 73).

    All four numbers are 1 to 5. Raises NotAllowed.
    """
    four = (likelihood, severity, residual_likelihood, residual_severity)
    if not all(1 <= number <= 5 for number in four):
        raise NotAllowed(
            f"We have not saved the risk assessment: for “{what}” each of the four numbers must be from 1 to 5.",
            next_step="Choose the numbers again.",
        )
    before, after = likelihood * severity, residual_likelihood * residual_severity
    if after > before:
        raise NotAllowed(
            f"We have not saved the risk assessment: for “{what}” the risk after the controls ({after}) is higher "
            f"than before them ({before}).",
            next_step="Look at the four numbers again: a control makes harm less likely or less severe.",
        )
    if after > limit:
        raise NotAllowed(
            f"We have not saved the risk assessment: for “{what}” a risk of {after} is left, and the most that a "
            f"volunteer may face is {limit}.",
            next_step="Add a stronger control, or take the task out of the profile.",
        )


def check_assessment(hazards: Sequence[Mapping[str, Any]], *, assessed_on: date, day: date, limit: int) -> None:
    """At least one hazard, each acceptable, looked at no later than today (clause 53)."""
    if not hazards:
        raise NotAllowed(
            "We have not saved the risk assessment: it has no hazard.",
            next_step="Write down at least one: in every office people trip and sit badly.",
        )
    if assessed_on > day:
        raise NotAllowed(
            "We have not saved the risk assessment: its day is in the future.",
            next_step="Enter the day on which you looked at the place.",
        )
    for hazard in hazards:
        numbers = ("likelihood", "severity", "residual_likelihood", "residual_severity")
        check_hazard(what=hazard["what"], limit=limit, **{name: hazard[name] for name in numbers})

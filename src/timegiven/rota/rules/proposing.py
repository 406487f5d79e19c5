"""What can be asked of the planner. Plain values in, a refusal or nothing out."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words

NOT_ASKED = "We have not asked the planner"
LONGEST = 62  # days: two months, so that a month's end lies within


def check_days(*, from_on: date, until_on: date, today: date) -> None:
    """Days to come, in order, and no more than two months of them. ``until_on`` is the day after the last."""
    if from_on < today:
        raise NotAllowed(f"{NOT_ASKED}: {in_words(from_on)} has passed.", next_step="Begin today or later.")
    if until_on <= from_on:
        raise NotAllowed(
            f"{NOT_ASKED}: the last day lies before the first.", next_step="Choose a last day that is later."
        )
    if (until_on - from_on).days > LONGEST:
        raise NotAllowed(
            f"{NOT_ASKED}: it plans two months at a time at most.", next_step="Choose an earlier last day."
        )


def check_something_to_plan(*, places: int) -> None:
    """There is at least one place that nobody has."""
    if not places:
        raise NotAllowed(
            f"{NOT_ASKED}: no duty on these days has a place left.",
            next_step="Add duties to the rota first, or choose other days.",
        )


def why_not_asked(reason: str) -> str:
    """The why of a refusal alone, behind the name of the borough that it is about."""
    return reason.removeprefix(NOT_ASKED).lstrip(": ")


def check_some_asked(*, asked: int, left_out: list[str]) -> None:
    """At least one borough has something to plan."""
    if not asked:
        why = " ".join(left_out) or "no borough is ticked."
        raise NotAllowed(f"{NOT_ASKED}: {why}", next_step="Choose other days, or other boroughs.")


def check_not_going(*, is_going: bool) -> None:
    """One plan at a time for a unit or borough."""
    if is_going:
        raise NotAllowed(
            f"{NOT_ASKED}: it is at work for this unit already.", next_step="Wait until it is done, or stop it first."
        )

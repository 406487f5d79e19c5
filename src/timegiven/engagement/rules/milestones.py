"""Which milestone somebody has just passed."""

from collections.abc import Iterable
from datetime import date, timedelta

from timegiven.kernel.refusals import NotAllowed


def passed(*, minutes: int, lately: int, hours: Iterable[int]) -> int | None:
    """The highest number of ``hours`` that was passed with the ``lately`` last of all ``minutes``, if any."""
    before = minutes - lately
    return max((each for each in hours if before < each * 60 <= minutes), default=None)


def years_passed(*, since: date, day: date, within: int, years: Iterable[int]) -> int | None:
    """The number of ``years`` whose anniversary lies in the ``within`` days that end with ``day``, if any."""
    return max(
        (each for each in years if day - timedelta(days=within) < _anniversary(since, each) <= day), default=None
    )


def _anniversary(since: date, years: int) -> date:
    """The same day so many years on; for 29 February the first of March in a common year."""
    try:
        return since.replace(year=since.year + years)
    except ValueError:
        return date(since.year + years, 3, 1)


def check_how(how: str) -> None:
    """Thanks are given by a person, in some way."""
    if not how.strip():
        raise NotAllowed(
            "Nothing has been noted: how were they thanked?", next_step="In person, by telephone, a card or a letter."
        )

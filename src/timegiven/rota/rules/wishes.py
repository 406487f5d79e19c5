"""What wishes and absences must hold together. Plain values in, a refusal or nothing out."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import at_london, london_day
from timegiven.kernel.words import day, several

# The parts of a day; the night belongs to the evening before.
PARTS = {
    "MORNING": (time(6), time(12)),
    "AFTERNOON": (time(12), time(18)),
    "EVENING": (time(18), time(22)),
    "NIGHT": (time(22), time(6)),
}


def parts_touched(starts_at: datetime, ends_at: datetime) -> list[tuple[date, str]]:
    """The parts of London's days that a duty reaches into: (day, part)."""
    first, last = london_day(starts_at) - timedelta(days=1), london_day(ends_at)
    days = [first + timedelta(days=count) for count in range((last - first).days + 1)]
    return [(on, part) for on in days for part in PARTS if _reaches(on, part, starts_at, ends_at)]


def _reaches(on: date, part: str, starts_at: datetime, ends_at: datetime) -> bool:
    begins, ends = PARTS[part]
    until = on if ends > begins else on + timedelta(days=1)
    return starts_at < at_london(until, ends) and ends_at > at_london(on, begins)


def check_no_contradiction(*, suits: Collection[str], never: Collection[str], names: dict[str, str]) -> None:
    """A time does not both suit and never suit."""
    if both := [names.get(each, each) for each in suits if each in set(never)]:
        raise NotAllowed(
            f"We have not saved your wishes: {several(both)} {'is' if len(both) == 1 else 'are'} ticked twice, as "
            "suiting you and as never suiting you.",
            next_step="Take away one of the two ticks.",
        )


def check_away(*, first: date, last: date, today: date) -> None:
    """Days away come in order and are not all over."""
    if last < first:
        raise NotAllowed(
            f"We have not saved this: the last day, {day(last)}, comes before the first, {day(first)}.",
            next_step="Change one of the two days.",
        )
    if last < today:
        raise NotAllowed(
            f"We have not saved this: {day(last)} has passed.",
            next_step="Nothing needs to be said about days that have passed.",
        )

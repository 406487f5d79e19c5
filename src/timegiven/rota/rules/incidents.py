"""What holds at a major incident. Plain values in, a refusal or a number out."""

from datetime import datetime

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import minutes_between
from timegiven.kernel.words import clock, day

NOBODY_ASKED = "We have not asked anybody"


def check_goes_on(*, is_open: bool) -> None:
    """Nobody is called out for an incident that is over."""
    if not is_open:
        raise NotAllowed(
            "Nothing has changed: this incident has been stood down.",
            next_step="If it begins anew, open another board.",
        )


def check_answer_by(*, answer_by: datetime, starts_at: datetime) -> None:
    """An answer is asked for before the time begins."""
    if answer_by > starts_at:
        raise NotAllowed(
            f"{NOBODY_ASKED}: answers until {clock(answer_by)} on {day(answer_by)} would come after the beginning, at "
            f"{clock(starts_at)} on {day(starts_at)}.",
            next_step="Choose a shorter time to answer, or a later beginning.",
        )


def check_in_time(*, is_late: bool, answer_by: datetime, ask: str = "") -> None:
    """A call-out is answered until its time; an answer that comes later is a matter for the telephone."""
    if is_late:
        raise NotAllowed(
            f"We have not put your name down: answers were hoped for until {clock(answer_by)} on {day(answer_by)}. "
            "Thank you for offering.",
            next_step="Ring us if you would still like to help: there may be a place.",
            ask=ask,
        )


def minutes_freed(*, starts_at: datetime, ends_at: datetime, over_at: datetime | None, people: int) -> int:
    """The minutes of staff time that people free by doing usual work, until the end or the standing down."""
    end = min(ends_at, over_at) if over_at else ends_at
    return max(minutes_between(starts_at, end), 0) * people if end > starts_at else 0

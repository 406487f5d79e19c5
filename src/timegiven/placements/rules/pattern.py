"""The days and times of a week: what may be agreed, and how they are said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.kernel.words import clock, duration, several

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, order=True)
class Time:
    """One time of the week; an optional one is given when it suits."""

    weekday: int
    starts: time
    ends: time
    is_optional: bool = False

    @property
    def minutes(self) -> int:
        return (self.ends.hour - self.starts.hour) * 60 + self.ends.minute - self.starts.minute

    @property
    def words(self) -> str:
        """Tuesdays, 10am to 2pm."""
        when = f"{WEEKDAYS[self.weekday]}s, {clock(self.starts)} to {clock(self.ends)}"
        return f"{when}, if it suits" if self.is_optional else when


def pattern_words(times: Sequence[Time]) -> str:
    """Tuesdays, 10am to 2pm and Fridays, 9am to midday, if it suits."""
    return several([each.words for each in sorted(times)])


def check_times(times: Sequence[Time]) -> None:
    """Each time ends after it begins, and none lies over another on the same day."""
    if not times:
        raise NotAllowed(
            "We have not passed this on: no day was chosen.", next_step="Choose at least one day, with its times."
        )
    for each in times:
        if each.ends <= each.starts:
            raise NotAllowed(
                f"We have not passed this on: on {WEEKDAYS[each.weekday]} the end comes before the beginning.",
                next_step="Look at the two times again.",
            )
    ordered = sorted(times)
    for first, second in pairwise(ordered):
        if first.weekday == second.weekday and second.starts < first.ends:
            raise NotAllowed(
                f"We have not passed this on: two times on {WEEKDAYS[first.weekday]} lie over each other.",
                next_step="Make one time of them, or choose another day.",
            )


def check_fits(times: Sequence[Time], *, cap: int, weeks: int) -> int:
    """The minutes of a week that they come to, without the optional ones; they must fit into the month's cap."""
    minutes = sum(each.minutes for each in times if not each.is_optional) or sum(each.minutes for each in times)
    if minutes * weeks > cap:
        raise NotAllowed(
            f"We have not passed this on: {duration(minutes)} a week would come to more than the {duration(cap)} that "
            "one person may give in a month.",
            next_step="Choose a shorter time, or mark a day as one that is given if it suits.",
        )
    return minutes


def check_has_a_say(*, sides: Sequence[str]) -> None:
    """Volunteer, unit and MVP Manager agree the days and times between them (clause 44)."""
    if not sides:
        raise NotAllowed(
            "Nothing has changed: you have said yes to these days and times already.",
            next_step="When the others have too, everybody gets a letter.",
        )


def check_still_suggested(*, is_suggested: bool) -> None:
    """Only what is still being talked about can be agreed."""
    if not is_suggested:
        raise SomeoneElseActed(
            "Nothing has changed: other days and times have been suggested meanwhile.",
            next_step="Look at the page again, and say yes to those if you like.",
        )


def check_goes_on(*, is_live: bool) -> None:
    """Days and times belong to a placement that is agreed and goes on."""
    if not is_live:
        raise NotAllowed(
            "Nothing has changed: this placement is not agreed, or it has ended.",
            next_step="Look at the placement to see where it stands.",
        )


def check_has_weeks(*, is_for_one_day: bool) -> None:
    """Whoever helps on one day need not settle which."""
    if is_for_one_day:
        raise NotAllowed(
            "Nothing has changed: this help is for one day, so there are no days of the week to settle.",
            next_step="The duties of that day say from when until when.",
        )

"""What the handbook forbids about session reports. Plain Python: plain values in, a refusal or nothing out."""

from collections.abc import Collection
from datetime import date, datetime, time

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import is_on_the_clock
from timegiven.kernel.words import clock, day, duration

NOT_ADDED = "We have not added this session"
NOT_IN = "We have not written down that you are here"
THEY_NOT_IN = "We have not written down that they are here"


class TooLate(NotAllowed):
    """The volunteer's own time to report is over: the MVP Manager enters it."""


def check_clock(on: date, shown: time) -> None:
    """Refuse a time that the clocks skip on the last Sunday in March."""
    if not is_on_the_clock(on, shown):
        raise NotAllowed(
            f"{NOT_ADDED}: the clocks went forward on {day(on)}, so there was no {clock(shown)}.",
            next_step="Give the time that the clock on the wall showed.",
        )


def check_over(*, ends_at: datetime, at: datetime) -> None:
    """A session is reported when it is over, never before."""
    if ends_at > at:
        raise NotAllowed(
            f"{NOT_ADDED}: it ends on {day(ends_at)} at {clock(ends_at)}, which is still to come.",
            next_step="Report it when it is over, or check the day and the times.",
        )


def check_since(*, on: date, from_on: date, until_on: date | None, since_on: date, ask: str = "") -> None:
    """Time is given from the first day of the placement until it ends, and while one is a volunteer."""
    first = max(from_on, since_on)
    if on < first:
        raise NotAllowed(
            f"{NOT_ADDED}: {day(on)} is before the first day in this role, {day(first)}.",
            next_step="Check the day and the role.",
            ask=ask,
        )
    if until_on and on >= until_on:
        raise NotAllowed(
            f"{NOT_ADDED}: {day(on)} is after this placement ended, on {day(until_on)}.",
            next_step="Check the day and the role.",
            ask=ask,
        )


def check_not_late(*, on: date, today: date, days: int, ask: str = "") -> None:
    """A volunteer reports within a month; after that the MVP Manager enters it."""
    if (today - on).days > days:
        raise TooLate(
            f"{NOT_ADDED}: {day(on)} is more than {days} days ago.",
            next_step="Thank you for that time. Tell your Borough MVP Manager, who can still enter it.",
            ask=ask,
        )


def check_length(*, minutes: int, longest: int, ask_again_over: int, is_confirmed: bool, ask: str = "") -> None:
    """A session has a longest time, and a very long one is asked about once more."""
    if minutes > longest:
        raise NotAllowed(
            f"{NOT_ADDED}: it would last {duration(minutes)}, and the longest is {duration(longest)}.",
            next_step="Check the times: was the end really on the next day? If they are right, ask us.",
            ask=ask,
        )
    if minutes > ask_again_over and not is_confirmed:
        raise NotAllowed(
            f"{NOT_ADDED} yet: it would last {duration(minutes)}.",
            next_step="Check the times, and tick the box if they are right.",
        )


def check_break(*, minutes: int, break_minutes: int, reasonable: int) -> None:
    """Reasonable breaks count as time given (clause 41); nobody rests longer than they are there."""
    if break_minutes >= minutes:
        raise NotAllowed(
            f"{NOT_ADDED}: the breaks come to {duration(break_minutes)}, and the session lasted {duration(minutes)}.",
            next_step="Check the times and the breaks. How long the breaks were need not be said.",
        )
    if break_minutes > reasonable:
        raise NotAllowed(
            f"{NOT_ADDED}: the breaks come to {duration(break_minutes)}, and up to {duration(reasonable)} counts as "
            "time given.",
            next_step="A longer time away makes it two sessions: report the time before it, and the time after it.",
        )


def check_concern(*, is_concern: bool, worry: str) -> None:
    """Whoever raises a concern says what it is."""
    if is_concern and not worry:
        raise NotAllowed(
            f"{NOT_ADDED} yet: something is to be treated as a concern, and it does not say what.",
            next_step="Say in a few words what is worrying, or take the tick away. The MVP Manager can be rung, too.",
        )


def check_overlap(other: str) -> None:
    """Nobody is in two places at once; ``other`` is the other session in words, or nothing."""
    if other:
        raise NotAllowed(
            f"{NOT_ADDED}: it overlaps with a session reported already ({other}).",
            next_step="If that one is wrong, correct it. If it is this one, change the times.",
        )


def check_tasks(*, chosen: Collection[int], on_profile: Collection[int], something_else: str) -> None:
    """Only the tasks of the profile can be ticked (clause 61); anything else is written down and asked about."""
    if not set(chosen) <= set(on_profile):
        raise NotAllowed(
            f"{NOT_ADDED}: one of the tasks is not on the profile of this role.",
            next_step="Choose only tasks that are on it, and write down anything else that was done.",
        )
    if not (chosen or something_else):
        raise NotAllowed(
            f"{NOT_ADDED}: it does not say what was done.",
            next_step="Tick at least one task, or write down what else was done.",
        )


def check_newest(*, is_replaced: bool) -> None:
    """Only the newest version of a report is corrected."""
    if is_replaced:
        raise NotAllowed(
            "Nothing has changed: this report has been corrected already.",
            next_step="Open the newest version and correct that.",
        )


def check_not_voided(*, is_voided: bool) -> None:
    """What has been taken back is not changed any more."""
    if is_voided:
        raise NotAllowed(
            "Nothing has changed: this report has been taken back already.",
            next_step="If the session did take place, report it again.",
        )


def check_unanswered(*, is_answered: bool) -> None:
    """A question is settled once."""
    if is_answered:
        raise NotAllowed(
            "Nothing has changed: somebody has just settled this.",
            next_step="Open the list again to see what they did.",
        )


def check_not_here(where: str, since: datetime | None, *, own: bool = True) -> None:
    """Nobody comes who is there; ``where`` is the unit, or nothing; ``own``, that they read it themselves."""
    if where and since is not None and own:
        raise NotAllowed(
            f"{NOT_IN}: you have been at {where} since {clock(since)}.",
            next_step="If you have left since, say so first: press “I am leaving” or, on your own phone, “I left "
            "earlier”.",
        )
    if where and since is not None:
        raise NotAllowed(
            f"{THEY_NOT_IN}: they have been at {where} since {clock(since)}.",
            next_step="If they have left since, press “Has left” first.",
        )


def check_still_here(*, has_left: bool) -> None:
    """Whoever leaves is there."""
    if has_left:
        raise NotAllowed(
            "Nothing has changed: it is written down already.",
            next_step="If a time is wrong, put it right in the session report.",
        )


def check_at_the_door(*, may_come_in: bool, ask: str = "") -> None:
    """A tablet at the door tells nobody why somebody is not written down: anyone may press any name there."""
    if not may_come_in:
        raise NotAllowed(
            f"{NOT_IN}: something has to be looked at first.",
            next_step="Please see the unit manager. On your own phone, “I am here” says what it is.",
            ask=ask,
        )


def check_tablet(*, is_of_the_unit: bool, is_stopped: bool) -> None:
    """A tablet answers for its own unit alone, and only while it is in use."""
    if is_stopped or not is_of_the_unit:
        raise NotAllowed(
            f"{NOT_IN}: this tablet is not in use for that.",
            next_step="Ask the unit manager, who can write it down for you.",
        )

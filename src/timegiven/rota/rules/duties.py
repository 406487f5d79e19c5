"""What the handbook forbids about planning duties. Plain values in, a refusal or nothing out."""

from collections.abc import Collection
from datetime import date, datetime, time

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import is_on_the_clock
from timegiven.kernel.words import clock, day, duration, several

NOT_ADDED = "We have not added this duty"
NOT_MOVED = "We have not moved this duty"


def check_clock(on: date, shown: time) -> None:
    """Refuse a time that the clocks skip on the last Sunday in March."""
    if not is_on_the_clock(on, shown):
        raise NotAllowed(
            f"We have not saved this: the clocks went forward on {day(on)}, so there was no {clock(shown)}.",
            next_step="Give the time that the clock on the wall shows.",
        )


def check_ahead(starts_at: datetime, at: datetime, *, what: str = NOT_ADDED) -> None:
    """A duty is offered for a time to come; ``what`` did not happen where it is not."""
    if starts_at <= at:
        raise NotAllowed(
            f"{what}: {day(starts_at)} at {clock(starts_at)} has passed.",
            next_step="Choose a later day or time. Time already given goes into a session report.",
        )


def check_moves(*, before: str, after: str) -> None:
    """A duty that is put where it is already has not been moved."""
    if after == before:
        raise NotAllowed(
            f"{NOT_MOVED}: it is planned for {before} already.", next_step="Choose another day, or another time."
        )


def check_length(minutes: int, longest: int, *, what: str = NOT_ADDED) -> None:
    """A duty is no longer than the longest day."""
    if minutes > longest:
        raise NotAllowed(
            f"{what}: it would last {duration(minutes)}, and the longest is {duration(longest)}.",
            next_step=f"Shorten it to {duration(longest)}, or make two duties that different people can share.",
        )


def check_role_in_force(
    *,
    is_approved: bool,
    is_assessed: bool,
    on: date,
    not_covered: Collection[str] = (),
    ask: str = "",
    what: str = NOT_ADDED,
) -> None:
    """Only a role that is approved, covered, and risk assessed at this unit and in date, is put on the rota."""
    if not is_approved:
        raise NotAllowed(
            f"{what}: the role profile is not approved any more.",
            next_step="Look in the library for its newest version.",
            ask=ask,
        )
    if not is_assessed:
        raise NotAllowed(
            f"{what}: the risk assessment of this role at this unit is not in date on {day(on)}.",
            next_step="Ask for the risk assessment to be reviewed first, or choose an earlier day.",
            ask=ask,
        )
    if not_covered:
        raise NotAllowed(
            f"{what}: no insurance in force on {day(on)} covers {several(list(not_covered))}.",
            next_step="The Central Team enters the new certificate of insurance. Then it is possible.",
            ask=ask,
        )


def check_numbers(*, least: int, most: int) -> None:
    """The least is not more than the most."""
    if least > most:
        raise NotAllowed(
            f"We have not saved this: you hope for {least}, and there is room for {most}.",
            next_step="Hope for fewer people, or make room for more.",
        )


def check_room_for_those_coming(*, taken: int, most: int) -> None:
    """Nobody who is coming loses the place because the duty is made smaller."""
    if taken > most:
        raise NotAllowed(
            f"We have not saved this: {taken} people are coming already, and you would make room for {most}.",
            next_step="Keep the places, or call the duty off so that everybody is told.",
        )


def check_draft(*, is_draft: bool) -> None:
    """What is on the rota already is not published again."""
    if not is_draft:
        raise NotAllowed(
            "Nothing has changed: somebody else has just published this.",
            next_step="Look at the rota to see how it stands now.",
        )


def check_monday(first: date) -> None:
    """A week of the rota begins on a Monday."""
    if first.weekday() != 0:
        raise NotAllowed(
            f"We have not copied anything: {day(first)} is not a Monday.", next_step="Choose the Monday of a week."
        )


def check_weeks(*, source: date, target: date) -> None:
    """A week is copied into a later one."""
    if target <= source:
        raise NotAllowed(
            "We have not copied anything: the new week has to be later than the week you copy.",
            next_step="Choose a Monday after that week.",
        )


def check_weekdays(weekdays: Collection[int]) -> None:
    """A weekly pattern has a day."""
    if not weekdays:
        raise NotAllowed(
            "We have not saved this pattern: no day of the week is chosen.", next_step="Choose at least one day."
        )

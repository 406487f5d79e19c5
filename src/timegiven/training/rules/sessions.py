"""How a session may be set up, changed and closed."""

from datetime import date, datetime, timedelta

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import so_many

LONGEST = timedelta(hours=12)


def check_times(*, starts_at: datetime, ends_at: datetime, at: datetime) -> None:
    """A session is set up before it begins, and lasts less than a day."""
    if starts_at <= at:
        raise NotAllowed(
            "We have not kept this session: it would have begun already.",
            next_step="Choose a later day or time. Training that has been done is recorded under “Record training”.",
        )
    if ends_at - starts_at > LONGEST:
        raise NotAllowed(
            f"We have not kept this session: it would last more than {LONGEST.total_seconds() / 3600:.0f} hours.",
            next_step="Check the times. A course over several days is set up as one session for each day.",
        )


def check_gives_sessions(*, delivery: str, is_offered: bool, course: str) -> None:
    """Only a course with a trainer has sessions."""
    if not is_offered:
        raise NotAllowed(
            f"We have not kept this session: “{course}” is no longer given.",
            next_step="Open the course again first, on its page.",
        )
    if delivery != "SESSION":
        raise NotAllowed(
            f"We have not kept this session: “{course}” is not given in sessions.",
            next_step="Change how the course is given first, on its page.",
        )


def check_places(*, places: int, booked: int) -> None:
    """Nobody who has a place loses it because the room is smaller."""
    if places < booked:
        raise NotAllowed(
            f"We have not changed the session: {so_many(booked, 'place')} are booked, and you would leave {places}.",
            next_step="Ask whether somebody can come on another day, or find a larger room.",
        )


def check_begun(*, starts_at: datetime, at: datetime, on: date) -> None:
    """The register is closed once the session has begun."""
    if at < starts_at:
        raise NotAllowed(
            f"We have not closed the register: the session is on {in_words(on)}, and has not begun.",
            next_step="Print the register now if you like, and come back when you know who was there.",
        )


def check_still_open(*, status: str, label: str) -> None:
    """What has been held or called off is not changed any more."""
    if status != "OPEN":
        raise NotAllowed(
            f"Nothing has changed: this session is “{label.lower()}”.",
            next_step="Set up another session of the course.",
        )

"""When a meeting may be called, closed and cancelled."""

from datetime import datetime

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import several


def check_called(*, meets_at: datetime, at: datetime, place: str) -> None:
    """A meeting is in the future, at a place that people can find."""
    if meets_at <= at:
        raise NotAllowed(
            "The meeting has not been called: its time is over.", next_step="Choose a day and a time to come."
        )
    if not place.strip():
        raise NotAllowed("The meeting has not been called: its place is missing.", next_step="Enter where it is.")


def check_planned(*, is_planned: bool) -> None:
    """A meeting that was held or cancelled is over."""
    if not is_planned:
        raise NotAllowed(
            "Nothing has changed: this meeting has been closed or cancelled.", next_step="Open its page again."
        )


def check_begun(*, meets_at: datetime, at: datetime) -> None:
    """Presence and minutes are of a meeting that has begun."""
    if at < meets_at:
        raise NotAllowed(
            "Nothing has been kept: the meeting has not begun.", next_step="Write who came when they have come."
        )


def check_business_done(open_papers: list[str]) -> None:
    """No paper is left lying on the table of a meeting that is over."""
    if open_papers:
        raise NotAllowed(
            f"Nothing has changed: {several(open_papers)} {'is' if len(open_papers) == 1 else 'are'} on the agenda and "
            "still to be decided.",
            next_step="Declare the decision on each, put it on the agenda of another meeting, or let it circulate.",
        )

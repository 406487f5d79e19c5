"""When it is time to ask how somebody settles in (clauses 29, 128)."""

from timegiven.kernel.refusals import NotAllowed


def is_time_to_ask(*, sessions: int, days: int, after_sessions: int, after_days: int) -> bool:
    """After the first sessions, or after some weeks however few there were."""
    return sessions >= after_sessions or days >= after_days


def check_to_read(*, has_answer: bool) -> None:
    """There is something to have read."""
    if not has_answer:
        raise NotAllowed("Nothing has changed: nobody has answered yet.", next_step="Look again in a few days.")

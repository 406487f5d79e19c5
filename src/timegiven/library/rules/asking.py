"""What may be asked for as an added task."""

from collections.abc import Sequence

from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.library.rules.tasks import check_tasks

NOT_ASKED = "We have not passed on your request"


def check_may_be_asked(task: str, *, tasks: Sequence[str], waiting: Sequence[str], is_in_force: bool) -> None:
    """A new task, for a role in force, that nobody is waiting for already (clauses 57, 61, 103)."""
    if not is_in_force:
        raise NotAllowed(
            f"{NOT_ASKED}: this version of the role is not in force any more.",
            next_step="Open the page of the role to see the version that is.",
        )
    asked = " ".join(task.casefold().split()).rstrip(".")
    if asked in {" ".join(each.casefold().split()).rstrip(".") for each in tasks}:
        raise NotAllowed(f"{NOT_ASKED}: the task is on the profile already.", next_step="It may be done as it is.")
    if asked in {" ".join(each.casefold().split()).rstrip(".") for each in waiting}:
        raise NotAllowed(
            f"{NOT_ASKED}: somebody has asked for the same task, and the MVP Manager has it.",
            next_step="You will hear when the role changes.",
        )
    check_tasks([task], most=1)


def check_unanswered(*, is_answered: bool) -> None:
    """A request is answered once."""
    if is_answered:
        raise SomeoneElseActed(
            "Nothing has changed: the request has been answered already.", next_step="Open its page again."
        )

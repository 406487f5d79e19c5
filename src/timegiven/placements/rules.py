"""What the handbook says about placing and welcoming volunteers."""

from collections.abc import Sequence

from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.kernel.words import duration

WEEKS = 4  # whole weeks in the shortest month


def check_weekly(*, minutes: int, cap: int) -> None:
    """The time hoped for each week must fit into the month's cap (clauses 34, 44)."""
    if minutes * WEEKS > cap:
        raise NotAllowed(
            f"We have not offered this placement: {duration(minutes)} a week would come to more than the "
            f"{duration(cap)} that one person may give in a month.",
            next_step=f"Choose {duration(cap // WEEKS)} a week or less. About four hours, once a week, is usual.",
        )


def check_not_twice(*, is_placed: bool, role: str, unit: str) -> None:
    """One placement for the same role at the same unit at a time."""
    if is_placed:
        raise NotAllowed(
            f"We have not offered this placement: the volunteer is offered or has “{role}” at {unit} already.",
            next_step="Look at their placements. A different role or unit can be offered beside it.",
        )


def check_aware_needed(*, is_needed: bool) -> None:
    """An AWARE account is opened only where a role needs it (clause 84)."""
    if not is_needed:
        raise NotAllowed(
            "We have not opened an AWARE account: none of this volunteer's roles uses AWARE.",
            next_step="If the role has come to need it, ask for a new version of the role profile first.",
        )


def check_no_account(*, has_one: bool) -> None:
    """Everybody has a log-in of their own, and one only (clause 84)."""
    if has_one:
        raise NotAllowed(
            "We have not opened an AWARE account: this volunteer has one already.",
            next_step="Close it first if the log-in has to change.",
        )


def check_papers(*, ticks_papers: bool, is_unit_manager: bool) -> None:
    """That the unit has read the profile and the risk assessment is for the unit to say (clause 54)."""
    if ticks_papers and not is_unit_manager:
        raise NotAllowed(
            "We have not ticked anything: only the unit manager can say that the unit has read the role profile and "
            "the risk assessment.",
            next_step="Leave that one open and tick the rest.",
        )


def check_expected(*, is_expected: bool) -> None:
    """The first day's list is for placements that were agreed and go on."""
    if not is_expected:
        raise NotAllowed(
            "We have not ticked anything: this placement is not agreed, or it has ended.",
            next_step="Look at the placement to see where it stands.",
        )


def check_welcomed(unticked: Sequence[str]) -> None:
    """A placement starts when everything on the first day's list has been shown and said (clauses 14 to 32, 54)."""
    if unticked:
        more = f" and {len(unticked) - 3} more" if len(unticked) > 3 else ""
        raise NotAllowed(
            f"The placement has not started: these are still open on the first day's list: "
            f"{'; '.join(unticked[:3])}{more}.",
            next_step="Go through the list together and tick what has been done.",
        )


def check_to_confirm(*, goes_on: bool, is_newer: bool) -> None:
    """Only a placement that goes on, in a role that has changed since, has anything to be said yes to."""
    if not goes_on:
        raise NotAllowed(
            "Nothing has changed: this placement is not agreed, or it has ended.",
            next_step="Look at the placement to see where it stands.",
        )
    if not is_newer:
        raise NotAllowed(
            "Nothing has changed: the placement is in the newest version of the role already.",
            next_step="You need do nothing more. Thank you.",
        )


def check_read(*, read: str, newest: str) -> None:
    """One says yes to what one has read (clause 57)."""
    if read != newest:
        raise SomeoneElseActed(
            "We have not noted your yes: the role has changed once more since you opened the page.",
            next_step="Read what is different now, and say yes if you like it.",
        )


def check_not_placed_already(*, is_placed: bool) -> None:
    """One placement in a version of a role at a unit."""
    if is_placed:
        raise NotAllowed(
            "We have not noted your yes: there is another placement in the changed role at the same unit already.",
            next_step="End this placement, and go on in the other one.",
        )

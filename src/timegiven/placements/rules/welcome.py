"""What the handbook says about the first day."""

from collections.abc import Sequence

from timegiven.kernel.refusals import NotAllowed


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

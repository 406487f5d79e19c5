"""What the handbook says about a role that has changed."""

from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed


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

"""What the handbook forbids about passes, and how long one lasts (clauses 74, 79 to 83)."""

from timegiven.kernel.refusals import NotAllowed

WANTS_PHOTO = ("ASKED", "READY", "ISSUED")
SHOWS_PHOTO = (*WANTS_PHOTO, "LOST", "RECALLED", "EXPIRED")  # the card may still be in somebody's hand


def check_wants_photo(status: str) -> None:
    """A photograph is kept for a pass that somebody holds or is to be given."""
    if status not in WANTS_PHOTO:
        raise NotAllowed(
            "We have not kept the photograph: this pass is no longer in use.",
            next_step="When another pass is asked for, a photograph can be added to that one.",
        )


def check_stays(*, stays: bool, name: str) -> None:
    """A new pass is made for somebody who volunteers (clause 81)."""
    if not stays:
        raise NotAllowed(
            f"Nothing has been recorded: no new pass is made for {name}, who does not volunteer any more.",
            next_step="Answer “No” to the question about a new pass.",
        )


def check_pass(*, is_cleared: bool, has_agreed: bool, name: str) -> None:
    """A pass says that its bearer has been vetted, so it waits for the clearance and the agreement (clauses 74, 83)."""
    if not is_cleared:
        raise NotAllowed(
            f"The pass has not been issued: {name} has no security clearance in force today.",
            next_step="The vetting office records the clearance first.",
        )
    if not has_agreed:
        raise NotAllowed(
            f"The pass has not been issued: {name} has not accepted the Statement of Expectation yet.",
            next_step="It can be read and accepted online, or on paper with the Borough MVP Manager.",
        )

"""What appointments must be like: plain Python."""

from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words

# Where a role has to be held to be of use; any other may be held anywhere.
PLACES = {
    "MVPM": ("BOROUGH", "OCU"),
    "CENTRAL_TEAM": ("FORCE",),
    "STEERING_GROUP": ("FORCE",),
}
_CALLED = {("BOROUGH", "OCU"): "a borough or an OCU", ("FORCE",): "the whole force"}


def check_seat(*, role: str, seat: str) -> None:
    """Only the Steering Group has seats."""
    if seat and role != "STEERING_GROUP":
        raise NotAllowed(
            "Nobody has been appointed: only a member of the Steering Group has a seat.",
            next_step="Leave the seat empty, or choose the Steering Group as the role.",
        )


def check_place(*, role: str, kind: str, unit: str) -> None:
    """A Borough MVP Manager has a borough; the Central Team and the Steering Group act for the whole force."""
    if role in PLACES and kind not in PLACES[role]:
        raise NotAllowed(
            f"Nobody has been appointed: this role is held at {_CALLED[PLACES[role]]}, and {unit} is not that.",
            next_step="Choose another place.",
        )


def check_not_held(*, already: bool, name: str) -> None:
    """One appointment at a time to the same role at the same place; two people may share one."""
    if already:
        raise NotAllowed(
            f"Nothing has changed: {name} holds this role there already.", next_step="End that appointment first."
        )


def check_end(*, from_on: date, until_on: date, ends_on: date | None) -> None:
    """An appointment ends once, and not before it began."""
    if ends_on is not None:
        raise NotAllowed(f"Nothing has changed: this appointment ends on {in_words(ends_on)} already.")
    if until_on < from_on:
        raise NotAllowed(
            f"The appointment has not been ended: it began on {in_words(from_on)}, and cannot end before that.",
            next_step="Choose a later day.",
        )


def check_someone_stays(*, is_central: bool, others: int) -> None:
    """Without a Central Team nobody could appoint anyone."""
    if is_central and not others:
        raise NotAllowed(
            "The appointment has not been ended: nobody would be left in the Central Team.",
            next_step="Appoint somebody else to the Central Team first.",
        )

"""How the Steering Group comes to a decision."""

from collections.abc import Sequence

from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.kernel.words import several

STAFF_SIDE = "STAFF_SIDE"


def check_decision(*, has_spoken: bool, is_return: bool, reason: str, round: int, round_read: int) -> None:
    """One view each in a round, of the paper as it stands; points to answer are written down (clause 63)."""
    if round_read != round:
        raise SomeoneElseActed(
            "We have not recorded your view: the profile has been changed and put to the group again since you "
            "opened the page.",
            next_step="Read it again as it stands now.",
        )
    if has_spoken:
        raise NotAllowed(
            "We have not recorded your view: you have given one on this profile already.",
            next_step="It stands until the profile is put to the group again.",
        )
    if is_return and not reason.strip():
        raise NotAllowed(
            "We have not returned the profile: it does not say which points are to be answered.",
            next_step="Write what should change, so that the unit and the MVP Manager can answer it.",
        )


def missing_for_quorum(seats: Sequence[str], *, needed: int) -> list[str]:
    """What approvals by these seats lack: how many more, and whether the staff side is among them (clauses 52, 62)."""
    more = max(needed - len(seats), 0)
    missing = [f"{more} more approval{'s' if more > 1 else ''}"] if more else []
    return missing + ([] if STAFF_SIDE in seats else ["the view of the staff side"])


def approves(seats: Sequence[str], *, needed: int, returned: int) -> bool:
    """Whether these approvals carry the profile: enough of them, the staff side too, and nobody returned it."""
    return not returned and not missing_for_quorum(seats, needed=needed)


def check_quorum(seats: Sequence[str], *, needed: int, returned: int) -> None:
    """Refuse to approve before the quorum has, or against a member who returned it (clauses 52, 62)."""
    if approves(seats, needed=needed, returned=returned):
        return
    missing = missing_for_quorum(seats, needed=needed) or ["an answer to the points of the member who returned it"]
    raise NotAllowed(
        f"The profile is not approved yet: it still needs {several(missing)}.",
        next_step="Members give their view on the page of the profile.",
    )

"""What the handbook says about the first day."""

from collections.abc import Collection, Sequence
from datetime import datetime

from timegiven.kernel.refusals import NotAllowed

UNIT, VOLUNTEER = "UNIT", "VOLUNTEER"
BOTH = frozenset({UNIT, VOLUNTEER})


def waits_for(whose: str, ticked: Collection[str]) -> frozenset[str]:
    """The sides whose tick an item still waits for (clause 27: both sides are clear about the role)."""
    if whose == "both":
        return BOTH - set(ticked)
    if whose == "unit":
        return frozenset({UNIT}) - set(ticked)
    return frozenset() if ticked else BOTH


def check_unit_s_own(*, ticks_unit_s: bool, is_unit_manager: bool) -> None:
    """What the unit has read and made ready is for the unit to say (clause 54)."""
    if ticks_unit_s and not is_unit_manager:
        raise NotAllowed(
            "We have not ticked anything: only the unit manager can say what the unit has read and made ready.",
            next_step="Leave that part open and tick the rest.",
        )


def check_on_their_word(*, ticks_for_them: bool, has_email: bool) -> None:
    """A volunteer who can sign in ticks their own side; for one without e-mail the unit notes what they said."""
    if ticks_for_them and has_email:
        raise NotAllowed(
            "We have not ticked anything: the volunteer signs in, and ticks their own side.",
            next_step="Leave their side open. They find the list on their own first page.",
        )


def check_expected(*, is_expected: bool) -> None:
    """The first day's list is for placements that were agreed and go on."""
    if not is_expected:
        raise NotAllowed(
            "We have not ticked anything: this placement is not agreed, or it has ended.",
            next_step="Look at the placement to see where it stands.",
        )


def check_to_plan(*, is_expected: bool, meets_at: datetime, at: datetime) -> None:
    """A first day is planned for a placement that was agreed, and for a time to come (clause 14)."""
    if not is_expected:
        raise NotAllowed(
            "We have not kept this plan: the placement is not agreed, or it has started already.",
            next_step="Look at the placement to see where it stands.",
        )
    if meets_at < at:
        raise NotAllowed(
            "We have not kept this plan: that time has passed.", next_step="Choose a day and a time to come."
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

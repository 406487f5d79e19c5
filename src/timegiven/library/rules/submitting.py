"""What a draft needs before the Steering Group looks at it."""

import re
from collections.abc import Mapping, Sequence

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import several
from timegiven.library.rules.proposing import questions_answered_yes

_ON_THE_ROAD = re.compile(r"\b(vehicles?|cars?|driv\w+|roads?|traffic)\b", re.IGNORECASE)
NOT_SENT = "We have not put this profile to the Steering Group"


def check_ready_for_steering_group(
    *,
    answers: Mapping[str, bool],
    left: Sequence[str],
    is_assessed: bool,
    unit: str,
    allows_own_vehicle: bool = False,
    hazards: Sequence[str] = (),
    instead: str = NOT_SENT,
) -> None:
    """Three times NO, nothing left to fill in, and a risk assessment in date at the unit (clauses 53, 61, 63 to 66).

    ``left`` are the titles of the parts of the profile that are still empty.

    A role that allows one's own vehicle has it among its hazards (clause 105). ``instead`` says what did not happen:
    the same is looked at once more before the profile is approved.
    """
    if yes := questions_answered_yes(answers):
        raise NotAllowed(
            f"{instead}: the answer to “{yes[0].asked}” is YES. {yes[0].if_yes}",
            next_step="Change the role until all three answers are NO, or put the idea aside.",
        )
    if left:
        parts = several([f"“{title}”" for title in left])
        raise NotAllowed(
            f"{instead}: {parts} {'are' if len(left) > 1 else 'is'} not filled in yet.",
            next_step="Complete the profile with the unit first.",
        )
    if not is_assessed:
        raise NotAllowed(
            f"{instead}: there is no risk assessment in date for it at {unit}.",
            next_step="Look at the place, and record the risk assessment first.",
        )
    if allows_own_vehicle and not any(_ON_THE_ROAD.search(hazard) for hazard in hazards):
        raise NotAllowed(
            f"{instead}: it allows the volunteer's own vehicle, and the risk assessment says nothing about driving.",
            next_step="Add the hazard of driving to the risk assessment, or better: leave the vehicle out.",
        )

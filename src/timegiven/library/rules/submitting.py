"""What a draft needs before the Steering Group looks at it."""

import re
from collections.abc import Mapping, Sequence

from timegiven.kernel.refusals import NotAllowed
from timegiven.library.rules.proposing import questions_answered_yes

_ON_THE_ROAD = re.compile(r"\b(vehicles?|cars?|driv\w+|roads?|traffic)\b", re.IGNORECASE)
NOT_SENT = "We have not put this profile to the Steering Group"


def check_ready_for_steering_group(
    *,
    answers: Mapping[str, bool],
    tasks: Sequence[str],
    purpose: str,
    is_assessed: bool,
    unit: str,
    allows_own_vehicle: bool = False,
    hazards: Sequence[str] = (),
    instead: str = NOT_SENT,
) -> None:
    """Three times NO, a purpose, tasks, and a risk assessment in date at the unit (clauses 53, 61, 63 to 66).

    A role that allows one's own vehicle has it among its hazards (clause 105). ``instead`` says what did not happen:
    the same is looked at once more before the profile is approved.
    """
    if yes := questions_answered_yes(answers):
        raise NotAllowed(
            f"{instead}: the answer to “{yes[0].asked}” is YES. {yes[0].if_yes}",
            next_step="Change the role until all three answers are NO, or put the idea aside.",
        )
    if not purpose.strip():
        raise NotAllowed(f"{instead}: it does not say what the role is for.", next_step="Write its purpose first.")
    if not tasks:
        raise NotAllowed(f"{instead}: it has no task yet.", next_step="List the tasks first.")
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

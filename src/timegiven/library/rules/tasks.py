"""What may stand in a list of tasks."""

import re
from collections.abc import Sequence

from timegiven.kernel.refusals import NotAllowed

_DRIVES = re.compile(r"\b(driv(e|es|ing)|(ride|rides|riding|steer|steers|steering) )", re.IGNORECASE)
_POLICE_VEHICLE = re.compile(
    r"\b(police|mps|met|force|patrol|response|panda|marked|unmarked|pool|fleet|job)(['’]s)?\b[\w \-]*"
    r"\b(car|cars|van|vans|vehicle|vehicles|motorcycle|motorcycles|motorbike|motorbikes|scooter|boat|bus|minibus)\b",
    re.IGNORECASE,
)
_NOT_BY_VOLUNTEER = re.compile(r"\b(do|does|will|must|may) not\b|\bnever\b|\bno driving\b", re.IGNORECASE)


def says_driving_police_vehicle(task: str) -> bool:
    """Whether a task has the volunteer drive a vehicle of the police."""
    return bool(_DRIVES.search(task) and _POLICE_VEHICLE.search(task) and not _NOT_BY_VOLUNTEER.search(task))


def check_tasks(tasks: Sequence[str], *, most: int) -> None:
    """From one to ``most`` tasks, none twice, none of them driving a police vehicle (clauses 61, 103)."""
    if not tasks:
        raise NotAllowed(
            "We have not saved the profile: it has no task yet, and a volunteer may do only what is on the profile.",
            next_step="Write at least one task, each on a line of its own.",
        )
    if len(tasks) > most:
        raise NotAllowed(
            f"We have not saved the profile: it has {len(tasks)} tasks, and {most} is the most that people can keep "
            "in mind.",
            next_step="Join tasks that belong together, or make two roles of it.",
        )
    if len({task.casefold() for task in tasks}) < len(tasks):
        raise NotAllowed(
            "We have not saved the profile: the same task is there twice.", next_step="Take one of the two out."
        )
    for task in filter(says_driving_police_vehicle, tasks):
        raise NotAllowed(
            f"We have not saved the profile: “{task}” has the volunteer drive a police vehicle. "
            "Volunteers never do, for no insurance covers it.",
            next_step="Take the driving out. A member of staff can drive, and the volunteer can help at either end.",
        )

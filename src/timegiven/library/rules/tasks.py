"""What may stand in a list of tasks."""

import re
from collections.abc import Mapping, Sequence

from timegiven.kernel.refusals import NotAllowed

_DRIVES = re.compile(r"\b(driv(e|es|ing)|(ride|rides|riding|steer|steers|steering) )", re.IGNORECASE)
_POLICE_VEHICLE = re.compile(
    r"\b(police|mps|met|force|patrol|response|panda|marked|unmarked|pool|fleet|job)(['’]s)?\b[\w \-]*"
    r"\b(car|cars|van|vans|vehicle|vehicles|motorcycle|motorcycles|motorbike|motorbikes|scooter|boat|bus|minibus)\b",
    re.IGNORECASE,
)
_NOT_BY_VOLUNTEER = re.compile(r"\b(do|does|will|must|may) not\b|\bnever\b|\bno driving\b", re.IGNORECASE)

_BULLET = re.compile(r"^(?:[-*•–‣◦·]|\d{1,2}[.)])\s+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
MPS_VEHICLE = "drives_mps_vehicle"
_NEVER_DRIVE = (
    "Volunteers never do: in the words of the guide it is “not permitted that volunteers drive any MPS vehicles”, and "
    "no insurance covers it (clause 103)."
)
_WITHOUT_DRIVING = "Take the driving out. A member of staff can drive, and the volunteer can help at either end."


def lines_of(typed: str) -> list[str]:
    """The lines that somebody typed or pasted, without bullets, numbers and characters that nobody can see."""
    lines = (" ".join(_UNSEEN.sub(" ", line).split()) for line in typed.splitlines())
    return [line for line in (_BULLET.sub("", each) for each in lines) if line]


def tidied(typed: str) -> str:
    """A text of several lines without the characters that nobody can see."""
    lines = (" ".join(_UNSEEN.sub(" ", line).split()) for line in typed.splitlines())
    return "\n".join(lines).strip()


def check_marks(ticked: Mapping[str, bool]) -> None:
    """A police vehicle is refused outright, whatever else is said about the task (clause 103)."""
    if ticked.get(MPS_VEHICLE):
        raise NotAllowed(
            f"We have not saved the task: it has the volunteer drive a police vehicle. {_NEVER_DRIVE}",
            next_step=_WITHOUT_DRIVING,
        )


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
            "in mind. What you typed is still here.",
            next_step="Join tasks that belong together, or make two roles of it.",
        )
    if len({task.casefold() for task in tasks}) < len(tasks):
        raise NotAllowed(
            "We have not saved the profile: the same task is there twice.", next_step="Take one of the two out."
        )
    for task in filter(says_driving_police_vehicle, tasks):
        raise NotAllowed(
            f"We have not saved the profile: “{task}” has the volunteer drive a police vehicle. {_NEVER_DRIVE}",
            next_step=_WITHOUT_DRIVING,
        )

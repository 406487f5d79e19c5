"""How a row of a sheet of completions is read: a person, a course, a day, and minutes. Plain Python."""

import re
from collections.abc import Sequence
from datetime import date

from timegiven.kernel.time import YEARS

# The headings that spreadsheets and learning systems use, in small letters without signs.
HEADINGS = {
    "volunteer": ("volunteer", "volunteer reference", "reference", "person id", "user id", "learner id", "employee id"),
    "name": ("name", "full name", "learner", "learner name", "user", "volunteer name"),
    "email": ("email", "e mail", "email address", "user email", "learner email"),
    "course": ("course", "course code", "course title", "course name", "activity", "learning item", "item title"),
    "on": ("on", "date", "done on", "completed", "completed on", "completion date", "date completed", "day"),
    "minutes": ("minutes", "time in minutes", "duration minutes", "mins"),
    "hours": ("hours", "duration hours", "duration"),
    "status": ("status", "completion status", "result", "outcome"),
}
DONE = {"", "completed", "complete", "passed", "pass", "done", "yes", "finished", "successful", "attended"}
MOST_ROWS, MOST_MINUTES = 10_000, 30 * 60
_ISO = re.compile(r"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].*)?$")
_BRITISH = re.compile(r"^([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})(?: .*)?$")
_LENGTH = re.compile(r"^(?:([0-9]{1,3}):)?([0-5]?[0-9])(?::00)?$")


def fields(headings: Sequence[str]) -> dict[str, int]:
    """Which column holds what: the first heading that we know for each."""
    plain = [" ".join(re.sub(r"[^a-z]+", " ", each.lower()).split()) for each in headings]
    found = {}
    for field, known in HEADINGS.items():
        place = next((plain.index(each) for each in known if each in plain), None)
        if place is not None:
            found[field] = place
    return found


def lacking(found: dict[str, int]) -> list[str]:
    """The columns without which no row can be read."""
    who = [] if {"volunteer", "email"} & set(found) else ["Volunteer reference, or E-mail"]
    return who + [heading for field, heading in (("course", "Course"), ("on", "Completed on")) if field not in found]


def text(cell: str) -> str:
    """A cell as it was meant: without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:].strip() if cell.startswith("'") else cell.strip()


def read_day(typed: str) -> date | None:
    """The day meant by 2007-04-24, 24/4/2007 or 24.04.2007, with or without a time behind it; None when unclear."""
    found, british = _ISO.match(typed), _BRITISH.match(typed)
    parts = (found[1], found[2], found[3]) if found else (british[3], british[2], british[1]) if british else None
    if parts is None:
        return None
    try:
        day = date(*(int(part) for part in parts))
    except ValueError:
        return None
    return day if day.year in YEARS else None


def read_minutes(*, minutes: str, hours: str) -> int | None:
    """The minutes meant by "90", or by hours as "1:30"; 0 when both are empty, None when unclear."""
    if minutes:
        return int(minutes) if re.fullmatch(r"[0-9]{1,4}", minutes) else None
    if not hours:
        return 0
    whole = re.fullmatch(r"[0-9]{1,2}", hours)
    if whole:
        return int(hours) * 60
    found = _LENGTH.match(hours)
    return int(found[1] or 0) * 60 + int(found[2]) if found else None


def is_done(status: str) -> bool:
    """Whether the learning system says that it was completed; without such a column it was."""
    return status.lower() in DONE


def read_numbers(typed: str) -> set[int] | None:
    """The rows meant by "4, 17-20"; None when it cannot be told."""
    found: set[int] = set()
    for part in re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", typed.strip())):
        if not (match := re.fullmatch(r"([0-9]{1,6})(?:-([0-9]{1,6}))?", part)):
            if part:
                return None
            continue
        found |= set(range(int(match[1]), min(int(match[2] or match[1]), MOST_ROWS + 1) + 1))
    return found

"""What waits for somebody today: one line on their first page."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Need:
    """One thing that waits for this person. ``url_name`` and ``args`` say where; ``due_on`` sorts and colours it."""

    text: str
    url_name: str
    args: tuple[str, ...] = ()
    hint: str = ""
    count: int = 1
    due_on: date | None = None
    is_urgent: bool = False  # a person may be waiting to be rung: before everything else, whatever is overdue
    until: datetime | None = None  # from this moment on it is not shown any more
    query: str = ""  # "?status=SUBMITTED": a list opened with its filter; "#late": a part of a page

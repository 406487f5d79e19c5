"""What waits for somebody today: one line on their first page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet


class Share(NamedTuple):
    """What of a line waits in one borough (its key), in words of its own."""

    borough: int
    number: int
    text: str


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
    # Where it waits, of what an MVP Manager does: somebody may have to stand in there.
    shares: tuple[Share, ...] = field(default=(), compare=False)
    borough: str = ""  # the name of the one where the reader stands in, because it has no MVP Manager

    def at(self, borough: int | None) -> "Need":
        """The line as one that waits in a borough; None where it lies in none."""
        return self if borough is None else replace(self, shares=(Share(borough, self.count, self.text),))

    def there(self, share: Share, name: str) -> "Need":
        """The part of it that waits in a borough, for whoever stands in there."""
        return replace(self, text=share.text, count=share.number, shares=(), borough=name)


Numbers = Mapping[int | None, int]  # how many there are in each borough, by its key


def numbers(found: QuerySet, borough: str) -> dict[int | None, int]:
    """How many rows there are in each borough, which is named by a path; in one question, as for their count."""
    return dict(found.order_by().values_list(borough).annotate(number=Count("pk", distinct=True)))


def in_all(found: Numbers, words: Callable[[int], str], url_name: str, **more: Any) -> list[Need]:
    """One line for all that waits, in however many boroughs; none where nothing does."""
    shares = tuple(Share(each, count, words(count)) for each, count in found.items() if each is not None and count)
    total = sum(found.values())
    return [Need(words(total), url_name, count=total, shares=shares, **more)] if total else []

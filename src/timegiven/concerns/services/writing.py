"""Letters about concerns: they say that there is something to read and where, and never what."""

from collections.abc import Iterable
from datetime import datetime

from timegiven.concerns import selectors
from timegiven.concerns.models import Concern
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.people import selectors as people
from timegiven.people.models import Person

ASK_TO_READ = ("told", "added", "unread")


def tell_hearers(template: str, concern: Concern, *, besides: Person, at: datetime) -> None:
    """Write to everybody who hears it, so that nobody's holiday holds it up."""
    day = london_day(at)
    for hearer in selectors.hearers(concern.borough, day, is_for_team=concern.is_for_team, besides=concern.person):
        if hearer != besides:
            letters.write(template, to=hearer, at=at, about=[concern], concern=concern)


def write_to(template: str, concern: Concern, *, by: Person, at: datetime) -> None:
    """Write to the one who told it.

    What the Central Team hears, its own office posts: by a letter to print, the MVP Manager would learn of it.
    """
    office = people.office_of_the_team(concern.borough) if concern.is_for_team else ""
    letters.write(template, to=concern.person, at=at, office=office, about=[concern], concern=concern, by=by)


def need_not_be_read(concern: Concern, *, why: str, at: datetime, also: Iterable[str] = ()) -> None:
    """Let no letter leave any more that asks somebody to read what has been read, or is theirs no longer."""
    for kind in (*ASK_TO_READ, *also):
        letters.overtake([concern], why=why, at=at, template=f"concerns/{kind}")

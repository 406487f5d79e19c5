"""Who is ready for which duty on its day, in the words of placements: asked once for many people and duties."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from timegiven.people.models import Person
from timegiven.placements import selectors as placements
from timegiven.placements.models import Placement
from timegiven.placements.selectors import FOR_A_DUTY, MAY_COME, ROOM, Question
from timegiven.rota.models import Duty

# The rota has its own word on the month's room: it counts what has been agreed to as well.
CHECKS = (*(check for check in FOR_A_DUTY if check is not ROOM), MAY_COME)


@dataclass(frozen=True)
class Ready:
    """The answers of readiness for some placements on some days, and the sentences for what is not in order."""

    failing: dict[int, dict[date, frozenset[str]]]
    said: dict[tuple[int, int, date, frozenset[str]], list[str]] = field(default_factory=dict)
    own: bool = False  # in the words for the volunteer

    def on(self, placement: Placement, day: date) -> list[str]:
        """What is not in order on one of the days, for somebody in the role and at the unit of their placement.

        Asked of the version that they have agreed to: who has not confirmed a changed role keeps to the tasks of both.
        """
        codes = self.failing[placement.pk][day]
        if not codes:
            return []
        key = placement.version_id, placement.unit_id, day, codes
        if key not in self.said:
            asked = Question(Person.objects.none(), placement.version, placement.unit, day)
            self.said[key] = placements.sentences(codes, asked, CHECKS, own=self.own)
        return self.said[key]

    def reasons(self, placement: Placement, duty: Duty) -> list[str]:
        """What is not in order on the day of a duty."""
        return self.on(placement, duty.on)


def readiness_of(placed: Iterable[Placement], duties: Collection[Duty], *, own: bool = False) -> Ready:
    """Ask about all of these placements on all the days of these duties."""
    return ready_on(placed, {duty.on for duty in duties}, own=own)


def ready_on(placed: Iterable[Placement], days: Iterable[date], *, own: bool = False) -> Ready:
    """Ask about all of these placements on some days."""
    return Ready(placements.readiness_of(placed, days, checks=CHECKS), own=own)

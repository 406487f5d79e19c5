"""What ended in the course of a day: whoever came before that was in order when they came.

Days are the smallest that is asked of readiness, and what ends on a day does not hold on it any more. But somebody
gives a morning and leaves at noon, or hands in the pass on the way home: that morning was given by a volunteer who was
cleared and wore a pass.
"""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from timegiven.joining.models import Clearance
from timegiven.kernel.time import at_london, london_day
from timegiven.library.models import ProfileVersion
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.placements.selectors.checks import AWARE, CLEARED, PASS, PLACED, VOLUNTEERING
from timegiven.placements.selectors.facts import Check, Question
from timegiven.placements.selectors.ready import readiness, require_ready
from timegiven.programme.models import Unit

ENDED_BY_SOMEBODY = (VOLUNTEERING, CLEARED, PASS, PLACED, AWARE)
_ENDINGS = ("LEFT", "RECALLED", "RETURNED", "LOST", "ENDED", "CLOSED")  # statuses with which something ends


def require_ready_when(
    person: Person,
    version: ProfileVersion,
    unit: Unit,
    came_at: datetime,
    *,
    checks: Iterable[Check],
    what: str,
    own: bool = False,
) -> None:
    """``require_ready`` for the day of ``came_at``, of somebody for whom all was in order when they came.

    What somebody ended later on that day counts as it was. What ends of itself ends with the day before.
    """
    day = london_day(came_at)
    failing = readiness([person.pk], version, unit, day, checks=checks)[person.pk]
    if failing:
        asked = Question([person.pk], version, unit, day)
        held = {each.code for each in ENDED_BY_SOMEBODY if each.code in failing and _held(each, asked, came_at)}
        others = [each for each in checks if each.code not in held]
        require_ready(person, version, unit, day, checks=others, what=what, own=own)


def ended_later(placement: Placement, came_at: datetime) -> bool:
    """Whether somebody ended this placement on the day on which its volunteer came, and after they came."""
    return placement.until_on == london_day(came_at) and _ended_after(placement, came_at)


def _held(check: Check, asked: Question, moment: datetime) -> bool:
    periods = check.periods(asked) if check.periods else None
    if periods is None:
        return False
    facts = {f"{periods.person}__in": asked.people, periods.ends: asked.day}
    if periods.begins:
        facts[f"{periods.begins}__lte"] = asked.day
    return any(_ended_after(each, moment) for each in periods.rows(**periods.given).filter(**facts))


def _ended_after(row: Any, moment: datetime) -> bool:
    if isinstance(row, Clearance):
        return row.ended != Clearance.Ended.EXPIRED and row.ended_at is not None and row.ended_at > moment
    that_day = at_london(london_day(moment), time())
    first = row.steps.filter(status__in=_ENDINGS, at__gte=that_day).order_by("at", "pk").first()
    return first is not None and first.by_id is not None and first.at > moment

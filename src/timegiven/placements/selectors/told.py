"""What is told of readiness: to the volunteer, to those who see the record, and to a unit."""

from datetime import date

from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Placement
from timegiven.placements.selectors.checks import FOR_A_DUTY, FOR_A_START
from timegiven.placements.selectors.placed import at_unit, whole
from timegiven.placements.selectors.ready import Answer, explain

# References, papers, age and the like are between the volunteer and the MVP Manager.
FOR_THE_UNIT = frozenset(
    ("volunteering", "paused", "cleared", "pass", "trained", "aware", "profile", "risk", "insured", "cover", "placed")
)
ASKED_WITH_HOURS = frozenset(("night", "overlap"))


def to_look_at(viewer: Person, volunteer: Volunteer, day: date, *, full: bool) -> list[Placement]:
    """The placements, and with the whole record the offers, that can be asked about."""
    if not full:
        return list(at_unit(viewer, day).filter(volunteer=volunteer))
    held = (Placement.Status.OFFERED, *Placement.LIVE)
    return list(whole().filter(volunteer=volunteer, status__in=held).order_by("version__profile__title", "pk"))


def told_about(
    placement: Placement, day: date, *, own: bool = False, for_unit: bool = False
) -> tuple[list[Answer], int]:
    """The answers, those that are not in order first; and how many more there are that a unit is not told."""
    checks = FOR_A_START if placement.status == Placement.Status.OFFERED else FOR_A_DUTY
    asked = [check for check in checks if check.code not in ASKED_WITH_HOURS]
    found = explain(placement.volunteer.person, placement.version, placement.unit, day, checks=asked, own=own)
    shown = [each for each in found if not for_unit or each.code in FOR_THE_UNIT]
    hidden = [each for each in found if each not in shown and not each.passed]
    return sorted(shown, key=lambda each: each.passed), len(hidden)

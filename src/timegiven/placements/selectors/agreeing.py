"""The days and times of a placement: what is agreed, what is suggested, and whose yes it waits for."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from timegiven.people import access as people_access
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.placements import rules
from timegiven.placements.models import Pattern, PatternTime, PatternYes, Placement
from timegiven.placements.selectors.placed import mvpm_and_managers

Status, Side = Pattern.Status, PatternYes.Side
Role = Appointment.Role


def patterns_of(placement: Placement) -> tuple[Pattern | None, Pattern | None]:
    """What is agreed and what is suggested."""
    found = Pattern.objects.filter(placement=placement, status__in=(Status.AGREED, Status.SUGGESTED))
    by_status = {each.status: each for each in found.select_related("placement__volunteer__person")}
    return by_status.get(Status.AGREED), by_status.get(Status.SUGGESTED)


def times_of(pattern: Pattern | None) -> list[rules.Time]:
    """Its times, in the order of the week."""
    rows = PatternTime.objects.filter(pattern=pattern).order_by("weekday", "starts") if pattern else []
    return [rules.Time(row.weekday, row.starts, row.ends, row.is_optional) for row in rows]


def pattern_in_words(pattern: Pattern) -> str:
    return rules.pattern_words(times_of(pattern))


def sides_of(person: Person, placement: Placement, day: date) -> list[str]:
    """For whom this person speaks when days and times are agreed: the volunteer, the unit, the MVP Manager."""
    volunteer, side = placement.volunteer, PatternYes.Side
    is_mvpm = people_access.holds(person, Role.MVPM, at=volunteer.borough, day=day)
    speaks = {
        side.VOLUNTEER: person == volunteer.person or (is_mvpm and not volunteer.person.email),
        side.UNIT: people_access.holds(person, Role.UNIT_MANAGER, at=placement.unit, day=day),
        side.MVPM: is_mvpm and person != volunteer.person,
    }
    return [each.value for each, does in speaks.items() if does]


def sides_to_say(person: Person, pattern: Pattern, day: date) -> list[str]:
    """The sides for which this person can still say yes."""
    said = set(PatternYes.objects.filter(pattern=pattern).values_list("side", flat=True))
    return [side for side in sides_of(person, pattern.placement, day) if side not in said]


def yeses_of(pattern: Pattern) -> list[tuple[str, PatternYes | None]]:
    """Each side with its yes, or nothing yet."""
    said = {each.side: each for each in PatternYes.objects.filter(pattern=pattern).select_related("by")}
    return [(str(Side(side).label), said.get(side)) for side in Side.values]


def who_agrees(placement: Placement, sides: Iterable[str], day: date) -> list[Person]:
    """The people who speak for these sides; nobody twice."""
    mvpm, managers = mvpm_and_managers(placement, day)
    of = {Side.VOLUNTEER: [placement.volunteer.person], Side.UNIT: managers, Side.MVPM: [mvpm] if mvpm else []}
    return list({person.pk: person for side in sides for person in of[Side(side)]}.values())


def patterns_waiting(person: Person, day: date) -> QuerySet[Pattern]:
    """What has been suggested and waits for this person's yes."""
    sides = {
        Side.VOLUNTEER: Q(placement__volunteer__person=person),
        Side.UNIT: people.scope(person, (Role.UNIT_MANAGER,), day, on="placement__unit"),
        Side.MVPM: people.scope(person, (Role.MVPM,), day, on="placement__volunteer__borough")
        & ~Q(placement__volunteer__person=person),
    }
    mine = Q(pk__in=[])
    for side, reach in sides.items():
        said = PatternYes.objects.filter(side=side).values("pattern")
        mine |= reach & ~Q(pk__in=said)
    waiting = Pattern.objects.filter(mine, status=Status.SUGGESTED, placement__status__in=Placement.LIVE)
    whole = Prefetch("placement", Placement.objects.select_related("volunteer__person", "version__profile", "unit"))
    return waiting.prefetch_related(whole).order_by("pk")

"""What somebody has given and agreed to beside a duty, and what the handbook has against one more."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from timegiven.hours import selectors as hours
from timegiven.kernel.interval import Interval
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import at_london, minutes_between, month_of
from timegiven.people.models import Person, Volunteer
from timegiven.placements.selectors import ADULT_AGE, YOUNG_NIGHT_FROM, YOUNG_NIGHT_UNTIL
from timegiven.programme.models import Strand
from timegiven.programme.policy import all_on
from timegiven.rota import rules
from timegiven.rota.models import Duty, Offer
from timegiven.rota.policies import LONGEST_DAY, REST, YOUNG_LONGEST_DAY, YOUNG_REST
from timegiven.rota.selectors.duties import month_bounds
from timegiven.training import selectors as training

_FAR = 10_000  # minutes of rest where there is nothing to rest from


class Agreed(NamedTuple):
    """A time that somebody has said yes to, in their own words: a duty (its key is kept), or a place on a course."""

    starts_at: datetime
    ends_at: datetime
    on: date
    minutes: int
    words: str
    duty: int = 0


class Plan(NamedTuple):
    """Beside one duty, in minutes: given and agreed to in its month, agreed to that day and week, rest; overlaps."""

    given: int
    planned: int
    that_day: int
    clash: str
    week: int = 0
    rest: int = _FAR
    rest_from: str = ""
    signed: int = 0  # how long the month may be, where somebody signed for a longer one


@dataclass(frozen=True)
class Limits:
    """The handbook's limits for one strand on one day."""

    cap: int
    longest: int
    young_longest: int
    rest: int
    young_rest: int
    adult: int
    night: tuple[time, time]


def limits(day: date, strand: Strand) -> Limits:
    numbers = (LONGEST_DAY, YOUNG_LONGEST_DAY, REST, YOUNG_REST, ADULT_AGE, YOUNG_NIGHT_FROM, YOUNG_NIGHT_UNTIL)
    longest, young_longest, rest, young_rest, adult, begins, ends = all_on(day, *numbers, strand=strand)
    return Limits(
        cap=hours.cap_on(day, strand),
        longest=longest,
        young_longest=young_longest,
        rest=rest,
        young_rest=young_rest,
        adult=adult,
        night=(time.fromisoformat(begins), time.fromisoformat(ends)),
    )


@lru_cache(maxsize=1_000)
def week_bounds(day: date) -> tuple[datetime, datetime]:
    """The first moment of the week of a day, from Monday, and of the next."""
    monday = day - timedelta(days=day.weekday())
    return at_london(monday, time()), at_london(monday + timedelta(days=7), time())


@dataclass(frozen=True)
class Beside:
    """What many people have given and agreed to around many duties, read once for each month."""

    given: dict[date, dict[int, int]]
    signed: dict[date, dict[int, int]]
    agreed: dict[int, list[Agreed]]

    @classmethod
    def of(cls, people: Iterable[int], duties: Collection[Duty]) -> "Beside":
        """Everything in two queries for each month, and one."""
        wanted, months = set(people), {month_of(duty.on) for duty in duties}
        if not months:
            return cls({}, {}, {})
        return cls(
            given={month: hours.given_by(wanted, month) for month in months},
            signed={month: hours.signed_for(wanted, month) for month in months},
            agreed=agreed_around(wanted, min(duty.starts_at for duty in duties), max(duty.ends_at for duty in duties)),
        )

    def plan(self, person: int, duty: Duty) -> Plan:
        """The plan of one of the people beside one of the duties."""
        month = month_of(duty.on)
        given, signed = self.given[month].get(person, 0), self.signed[month].get(person, 0)
        return plan_beside(given, self.agreed.get(person, []), duty, signed=signed)


class Within:
    """The handbook's limits, read once for each strand and day."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, date], Limits] = {}

    def of(self, day: date, strand: Strand) -> Limits:
        """The limits of a strand on a day."""
        if (strand.pk, day) not in self._known:
            self._known[strand.pk, day] = limits(day, strand)
        return self._known[strand.pk, day]


def agreed_around(people: Iterable[int], first: datetime, last: datetime) -> dict[int, list[Agreed]]:
    """By person, what is agreed to in the months and weeks that these moments touch, and the nights around."""
    day, end = first - timedelta(days=2), last + timedelta(days=2)
    begin = min(month_bounds(duty_day(first))[0], week_bounds(duty_day(first))[0], day)
    until = max(month_bounds(duty_day(last))[1], week_bounds(duty_day(last))[1], end)
    people = set(people)
    duties = (
        Offer.objects.filter(person__in=people, status=Offer.Status.ACCEPTED)
        .filter(duty__ends_at__gt=begin, duty__starts_at__lt=until)
        .select_related("duty")
        .order_by("duty__starts_at")
    )
    agreed: dict[int, list[Agreed]] = defaultdict(list)
    for offer in duties:
        words = f"another duty already agreed to ({offer.duty.when})"
        agreed[offer.person_id].append(_agreed(offer.duty, words, offer.duty_id))
    for place in training.places_between(people, begin, until):
        words = f"a place on the course “{place.session.course.title}” ({place.session.when})"
        agreed[place.volunteer.person_id].append(_agreed(place.session, words))
    return agreed


def _agreed(time: Interval, words: str, duty: int = 0) -> Agreed:
    return Agreed(time.starts_at, time.ends_at, time.on, time.minutes, words, duty)


def duty_day(moment: datetime) -> date:
    """The London day to which a duty that starts then belongs."""
    return Duty(starts_at=moment, ends_at=moment).on


def plan_beside(given: int, agreed: list[Agreed], duty: Duty, *, signed: int = 0) -> Plan:
    """What one person has given and agreed to, seen from a duty."""
    (month_begins, month_ends), (week_begins, week_ends) = month_bounds(duty.on), week_bounds(duty.on)
    others = [each for each in agreed if each.duty != duty.pk]
    clashes = [each for each in others if each.starts_at < duty.ends_at and each.ends_at > duty.starts_at]
    rests = [(_between(each, duty), each.words) for each in others if each.on != duty.on and each not in clashes]
    rest, rest_from = min(rests, default=(_FAR, ""))
    return Plan(
        given=given,
        planned=sum(each.minutes for each in others if month_begins <= each.starts_at < month_ends),
        that_day=sum(each.minutes for each in others if each.on == duty.on),
        clash=clashes[0].words if clashes else "",
        week=sum(each.minutes for each in others if week_begins <= each.starts_at < week_ends),
        rest=rest,
        rest_from=rest_from,
        signed=signed,
    )


def _between(one: Agreed, other: Duty) -> int:
    """The minutes from the end of the earlier to the beginning of the later."""
    earlier, later = sorted([(one.starts_at, one.ends_at), (other.starts_at, other.ends_at)])
    return minutes_between(earlier[1], later[0])


def plan_of(person: Person, duty: Duty) -> Plan:
    """The plan of one person beside one duty."""
    return Beside.of([person.pk], [duty]).plan(person.pk, duty)


def refusals(
    duty: Duty, volunteer: Volunteer, plan: Plan, within: Limits, *, own: bool = False, ask: str = ""
) -> list[NotAllowed]:
    """All that the rota has against this person on this duty: overlap, rest, a long day, young nights, the cap."""
    age = volunteer.person.age_on(duty.on)
    is_young = age is not None and age < within.adult
    longest = min(within.longest, within.young_longest) if is_young else within.longest
    rest = max(within.rest, within.young_rest) if is_young else within.rest
    start, end, cap = duty.starts_at, duty.ends_at, max(within.cap, plan.signed)
    return _collected(
        lambda: rules.check_overlap(plan.clash, own=own),
        lambda: rules.check_rest(other=plan.rest_from, gap=plan.rest, least=rest, own=own),
        lambda: rules.check_day(minutes=duty.minutes, others=plan.that_day, longest=longest, own=own),
        lambda: rules.check_young(
            age=age, adult=within.adult, starts_at=start, ends_at=end, night=within.night, own=own
        ),
        lambda: rules.check_booking(
            given=plan.given, planned=plan.planned, more=duty.minutes, cap=cap, on=duty.on, own=own, ask=ask
        ),
    )


def _collected(*checks: Callable[[], None]) -> list[NotAllowed]:
    found = []
    for check in checks:
        try:
            check()
        except NotAllowed as refusal:
            found.append(refusal)
    return found


def in_short(refusal: NotAllowed) -> str:
    """The why of a refusal alone, for a list of people of whom nothing has been refused yet."""
    why = refusal.reason.removeprefix(rules.NOT_DOWN).lstrip(":. ")
    return why[:1].upper() + why[1:]

"""Which sessions were given: as many as the size says, never more in a month than its cap allows."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from timegiven.demonstration.make.stage import Given, Helper, Stage
from timegiven.hours.models import Entry
from timegiven.kernel.time import month_of
from timegiven.people.models import Appointment

MOST = 38 * 60  # in a month: two hours are left to whoever tries the programme out
LENGTHS = (120, 180, 210, 240, 270, 300)
WEIGHTS = (6, 18, 8, 42, 10, 16)
SHORTEST, LONGEST = 90, 360
HALF_HOUR = 30
DAY = timedelta(days=1)


def make(stage: Stage) -> None:
    """Plan the sessions: the cast's own first, then the likeliest of all days on which somebody could have come."""
    sessions = [each for helper in stage.helpers if helper.code for each in _of_the_cast(stage, helper)]
    likely = sorted(_possible(stage), key=lambda each: each[0])
    left = []
    for _, helper, on in likely:
        minutes = stage.rng.choices(LENGTHS, WEIGHTS)[0]
        if len(sessions) < stage.size.reports and _fits(stage, helper, on, minutes):
            sessions.append(_session(stage, helper, on, minutes))
        else:
            left.append((helper, on))
    _to_the_hour(stage, sessions)
    stage.given += sorted(sessions, key=lambda each: (each.starts_at, each.source))
    stage.known["sessions"] = [each for each in stage.given if each.kind == Entry.Kind.SESSION]
    stage.known["not given"] = left


def _possible(stage: Stage) -> Iterator[tuple[float, Helper, date]]:
    """Each volunteer's own day of the week, and less often another one; some come more often than others."""
    for helper in stage.helpers:
        if helper.code or helper.placement is None:
            continue
        keen = stage.rng.uniform(0.5, 1.6)
        other = (helper.weekday + stage.rng.choice((2, 3))) % 7
        first, last = max(stage.from_on, helper.from_on), min(stage.today, helper.until_on)
        for number in range((last - first).days):
            on = first + number * DAY
            if on.weekday() in {helper.weekday, other}:
                often = 1.0 if on.weekday() == helper.weekday else 2.2
                yield stage.rng.random() * often / keen, helper, on


def _fits(stage: Stage, helper: Helper, on: date, minutes: int) -> bool:
    return stage.minutes[helper.person.pk, month_of(on)] + minutes <= MOST


def _session(stage: Stage, helper: Helper, on: date, minutes: int, *, hour: int = 0, fixed: bool = False) -> Given:
    stage.minutes[helper.person.pk, month_of(on)] += minutes
    starts_at = stage.moment(on, hour or helper.hour)
    at = min(_later(starts_at, minutes + stage.rng.choice((10, 30, 90, 180))), stage.moment(on, 23, 50))
    return Given(helper, on, minutes, Entry.Kind.SESSION, stage.reference(), at, starts_at, fixed)


def _later(moment: datetime, minutes: int) -> datetime:
    """So many minutes really later, a clock change between them or not."""
    return datetime.fromtimestamp(moment.timestamp() + minutes * 60, tz=moment.tzinfo)


def ends_at(given: Given) -> datetime:
    return _later(given.starts_at, given.minutes)


def _to_the_hour(stage: Stage, sessions: list[Given]) -> None:
    """Lengthen or shorten sessions by half an hour until all time given is four hours a report, exactly."""
    training = sum(each.minutes for each in stage.given)
    missing = stage.size.reports * 240 - training - sum(each.minutes for each in sessions)
    free = [each for each in sessions if not each.is_fixed]
    stage.rng.shuffle(free)
    while missing:
        before = missing
        for each in free:
            change = HALF_HOUR if missing > 0 else -HALF_HOUR
            if missing and SHORTEST <= each.minutes + change <= LONGEST and _can_change(stage, each, change):
                each.minutes += change
                stage.minutes[each.helper.person.pk, month_of(each.on)] += change
                missing -= change
        if missing == before:
            break  # nobody has room: the small sizes may stay a little short


def _can_change(stage: Stage, each: Given, change: int) -> bool:
    return change < 0 or _fits(stage, each.helper, each.on, change)


def _of_the_cast(stage: Stage, helper: Helper) -> list[Given]:
    """What the story needs of its own people."""
    if helper.code == "camden-near-cap":
        months = (month_of(stage.today), month_of(month_of(stage.today) - DAY))
        return [each for month in months for each in _nearly_full(stage, helper, month)]
    last = min(stage.today, helper.until_on)
    days = [last - number * DAY for number in range(2, min(stage.size.days, 120))]
    return [
        _session(stage, helper, on, 240, fixed=True)
        for on in days
        if on.weekday() == helper.weekday and on >= helper.from_on and _fits(stage, helper, on, 240)
    ]


def _nearly_full(stage: Stage, helper: Helper, month: date) -> list[Given]:
    """38 hours in the month, or as many as its days so far can hold."""
    days = [stage.today - number * DAY for number in range(1, 63)]
    days = [on for on in days if month_of(on) == month]
    days = days[::2] if len(days) >= 16 else days
    each = min(480, -(-MOST // max(1, min(len(days), 8)) // HALF_HOUR) * HALF_HOUR)
    made = []
    for on in days:
        minutes = min(each, MOST - stage.minutes[helper.person.pk, month])
        if minutes > 0:
            made.append(_session(stage, helper, on, minutes, fixed=True))
    return made


def manager(stage: Stage, helper: Helper) -> object:
    return stage.holder(Appointment.Role.UNIT_MANAGER, helper.place.unit)

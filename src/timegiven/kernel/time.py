"""The calendar of the programme: UTC inside, London at the edge, months by the London date of the start."""

from datetime import UTC, date, datetime, time, timedelta

from timegiven.kernel.words import LONDON

YEARS = range(1800, 2200)  # a day beyond is a slip, and near the ends of the calendar nothing can be reckoned


def london_day(moment: datetime) -> date:
    """The London date of an aware moment."""
    return moment.astimezone(LONDON).date()


def at_london(day: date, clock: time) -> datetime:
    """The moment at which London's clocks show this time on this day (the first of the two in October)."""
    return datetime.combine(day, clock, tzinfo=LONDON)


def london_span(day: date, starts: time, ends: time) -> tuple[datetime, datetime]:
    """The moments, in UTC, of a time from one reading of London's clocks to the next reading of the other.

    An end that the clock shows before the start is on the next day; in October's repeated hour the first end
    after the start is meant.
    """
    start = at_london(day, starts).astimezone(UTC)
    shown = at_london(day, ends)
    ends_at = (shown, shown.replace(fold=1), at_london(day + timedelta(days=1), ends))
    return start, next(end for each in ends_at if (end := each.astimezone(UTC)) > start)


def is_on_the_clock(day: date, clock: time) -> bool:
    """Whether London's clocks show this time on this day: in March one hour is left out."""
    return at_london(day, clock).astimezone(UTC).astimezone(LONDON).time() == clock


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes that really pass between two aware moments, clock changes included (UTC subtraction)."""
    return int((end.timestamp() - start.timestamp()) // 60)


def month_of(day: date) -> date:
    """The first day of the month."""
    return day.replace(day=1)


def named_day(typed: str) -> date | None:
    """The day that an address names, 2007-04-24, or None: addresses are typed by anybody."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def next_month(day: date) -> date:
    """The first day of the month after."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    return first + timedelta(days=min(day.day, (next_month(first) - first).days) - 1)


def age_on(born: date, day: date) -> int:
    """Whole years lived by ``day``; someone born on 29 February has the birthday on 1 March in a common year."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def touches_night(starts_at: datetime, ends_at: datetime, *, night: tuple[time, time]) -> bool:
    """Whether a time reaches into the hours from one reading of London's clocks to the next morning's other."""
    begins, ends = night
    first, last = london_day(starts_at) - timedelta(days=1), london_day(ends_at)
    evenings = [first + timedelta(days=count) for count in range((last - first).days + 1)]
    return any(
        starts_at < at_london(evening + timedelta(days=1), ends) and ends_at > at_london(evening, begins)
        for evening in evenings
    )

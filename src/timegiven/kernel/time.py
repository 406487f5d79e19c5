"""The calendar of the programme: UTC inside, London at the edge, months by the London date of the start."""

from datetime import date, datetime, time, timedelta

from timegiven.kernel.words import LONDON


def london_day(moment: datetime) -> date:
    """The London date of an aware moment."""
    return moment.astimezone(LONDON).date()


def at_london(day: date, clock: time) -> datetime:
    """The moment at which London's clocks show this time on this day (the first of the two in October)."""
    return datetime.combine(day, clock, tzinfo=LONDON)


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes that really pass between two aware moments, clock changes included (UTC subtraction)."""
    return int((end.timestamp() - start.timestamp()) // 60)


def month_of(day: date) -> date:
    """The first day of the month."""
    return day.replace(day=1)


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

"""People and duties for the tests, in the programme's words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from rostering.problem import Duty, Key, Person, Problem, Rules, Window

LONDON = ZoneInfo("Europe/London")
RULES = Rules()
MONDAY = datetime(2007, 4, 23, tzinfo=LONDON)


def london(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """So many days after Monday 23 April 2007, at this time of London's clocks, as a moment in UTC."""
    return (MONDAY + timedelta(days=day)).replace(hour=hour, minute=minute).astimezone(UTC)


def a_duty(key: Key, day: int = 0, hour: int = 10, hours: float = 4, least: int = 1, most: int = 1, **more) -> Duty:
    start = london(day, hour)
    return Duty(key, start, start + timedelta(minutes=round(hours * 60)), least, most, **more)


def a_person(key: Key, *duties: Key, **more) -> Person:
    return Person(key, frozenset(duties), **more)


def a_window(day: int, starts: int, ends: int) -> Window:
    return Window(london(day, starts), london(day, ends))


def a_problem(people, duties, promises=(), rules: Rules = RULES, **more) -> Problem:
    return Problem(tuple(people), tuple(duties), rules, promises=tuple(promises), **more)

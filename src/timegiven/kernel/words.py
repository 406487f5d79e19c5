"""Days, times, durations and money in the words that people use. Plain Python."""

from datetime import date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

LONDON: tzinfo = ZoneInfo("Europe/London")


def _local(moment: date | datetime) -> date:
    return moment.astimezone(LONDON).date() if isinstance(moment, datetime) else moment


def day(moment: date | datetime) -> str:
    """Tuesday 3 March 2027 (the London date of a moment)."""
    local = _local(moment)
    return f"{local:%A} {local.day} {local:%B %Y}"


def short_day(moment: date | datetime) -> str:
    """3 Mar 2027."""
    local = _local(moment)
    return f"{local.day} {local:%b %Y}"


def month(moment: date | datetime) -> str:
    """March 2027."""
    return f"{_local(moment):%B %Y}"


def clock(moment: datetime | time) -> str:
    """10am, 2:30pm, midday, midnight: the London time of a moment."""
    local = moment.astimezone(LONDON).time() if isinstance(moment, datetime) else moment
    if local.minute == 0 and local.hour in (0, 12):
        return "midnight" if local.hour == 0 else "midday"
    hour, half = local.hour % 12 or 12, "am" if local.hour < 12 else "pm"
    return f"{hour}:{local.minute:02}{half}" if local.minute else f"{hour}{half}"


def duration(minutes: int) -> str:
    """3 hours 30 minutes, 1,204 hours; a minus sign in words is the caller's business (errors: none)."""
    hours, rest = divmod(abs(int(minutes)), 60)
    parts = [so_many(n, word) for n, word in ((hours, "hour"), (rest, "minute")) if n]
    return " ".join(parts) or "0 minutes"


def pounds(pence: int) -> str:
    """£3, £2.85, £1,204.50."""
    whole, rest = divmod(abs(int(pence)), 100)
    sign = "-" if pence < 0 else ""
    return f"{sign}£{figure(whole)}.{rest:02}" if rest else f"{sign}£{figure(whole)}"


def amount(pence: int) -> str:
    """£3.00: in a column, where the points stand one below the other."""
    words = pounds(pence)
    return words if "." in words else f"{words}.00"


def contextual(moment: date | datetime, today: date) -> str:
    """today, tomorrow, yesterday, in 3 days, 2 weeks ago: how far a day is from ``today``."""
    days = (_local(moment) - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    count, unit = (abs(days), "days") if abs(days) < 14 else (abs(days) // 7, "weeks")
    if abs(days) >= 60:
        count, unit = abs(days) // 30, "months"
    return f"in {count} {unit}" if days > 0 else f"{count} {unit} ago"


def place(unit: str, borough: str | None) -> str:
    """Front counter, Camden; a borough is named alone."""
    return f"{unit}, {borough}" if borough and borough != unit else unit


def several(words: list[str], last: str = "and") -> str:
    """one; one and two; one, two and three."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def figure(number: float) -> str:
    """999; 6,267: how many there are of something, wherever people read it."""
    return f"{number:,}"


def so_many(count: int, thing: str, things: str = "") -> str:
    """1 volunteer; 1,200 volunteers; 3 people (``things``, where the plural takes more than an s)."""
    return f"{figure(count)} {thing if count == 1 else things or thing + 's'}"


def so_long(days: int) -> str:
    """How long something took: "19 days", "about 2 years 9 months" (days: 0 or more; errors: none)."""
    if days < 60:
        return "less than a day" if days < 1 else so_many(days, "day")
    years, months = divmod(round(days / 30.44), 12)
    parts = [so_many(many, thing) for many, thing in ((years, "year"), (months, "month")) if many]
    return "about " + " ".join(parts)

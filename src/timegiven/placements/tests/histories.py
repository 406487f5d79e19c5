"""Random histories of volunteers, and a referee who knows the clauses and nothing of the programme's own code.

A history is plain data. `history_rows.py` writes it to the tables; ``forbids`` reads it by itself.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

LEVELS = ["NPPV1", "NPPV2A", "NPPV2F", "NPPV3"]
ALWAYS = ["HS", "IN"]  # the courses that everybody needs
MARKS = {"is_public_facing": "EL", "is_lifting": "MH"}  # those that a mark of the role asks for
THREE = ["EMPLOYERS", "PUBLIC", "ACCIDENT"]
FIRST = date(2007, 4, 26)  # the days that are asked about run over the end of a month
DAYS = [FIRST + timedelta(days=count) for count in range(9)]
BEFORE, NEVER = date(2007, 1, 2), date(2008, 1, 2)
NEW_EDITION = DAYS[3]
Span = tuple[date, date | None]
Hours = tuple[datetime, datetime]  # as London's clocks show them


def near(dice: Random, *, likely: float = 0.8) -> date:
    """A day that comes long after the days asked about, as a rule; else one of them."""
    return NEVER if dice.random() < likely else dice.choice(DAYS)


def span(dice: Random, likely: float = 0.85) -> Span:
    begins = BEFORE if dice.random() < likely else dice.choice(DAYS)
    ends = dice.choice([None, NEVER]) if dice.random() < likely else dice.choice(DAYS)
    return begins, None if ends is None else max(begins, ends)


def ended(when: Span) -> Span:
    """The same with an end: an assessment is always to be reviewed."""
    return when[0], when[1] or NEVER


def hours_on(day: date, hour: int, length: int) -> Hours:
    begins = datetime.combine(day, time(hour))
    return begins, begins + timedelta(hours=length)


@dataclass
class Role:
    """What is the same for everybody. ``newer`` is the day on which another version took this one's place."""

    level: str = "NPPV2A"
    needs_aware: bool = False
    least_age: int = 16
    suits_under_18: bool = True
    marks: dict[str, bool] = field(default_factory=lambda: dict.fromkeys([*MARKS, "is_off_site"], False))
    in_force: Span = (BEFORE, None)
    assessed: Span = (BEFORE, NEVER)
    newer: date | None = None
    newer_assessed: Span | None = None
    covered: Span = (BEFORE, None)
    covered_off_site: Span = (BEFORE, None)

    @classmethod
    def drawn(cls, dice: Random) -> "Role":
        in_force, newer = span(dice), dice.choice(DAYS[1:]) if dice.random() < 0.3 else None
        if newer:
            in_force = (BEFORE, newer)
        return cls(
            level=dice.choice(LEVELS[:3]),
            needs_aware=dice.random() < 0.4,
            least_age=dice.choice([16, 16, 18, 21]),
            suits_under_18=dice.random() < 0.7,
            marks={mark: dice.random() < 0.3 for mark in [*MARKS, "is_off_site"]},
            in_force=in_force,
            assessed=ended(span(dice)),
            newer=newer,
            newer_assessed=ended(span(dice)) if newer and dice.random() < 0.6 else None,
            covered=span(dice, 0.95),
            covered_off_site=span(dice, 0.7),
        )


@dataclass
class History:
    """What has happened to one volunteer; unless said otherwise, everything is in order."""

    since: date = date(2006, 10, 2)
    born: date = date(1960, 5, 1)
    left: date | None = None
    breaks: list[Span] = field(default_factory=list)
    parent_agreed: bool = False
    adult_here: bool = False
    references: int = 2
    papers_end: date | None = None
    clearances: list[tuple[str, bool, Span]] = field(default_factory=lambda: [("NPPV2A", False, (BEFORE, NEVER))])
    editions: set[int] = field(default_factory=lambda: {1, 2})
    passes: list[tuple[str, Span]] = field(default_factory=lambda: [("ISSUED", (BEFORE, None))])
    courses: dict[str, list[Span]] = field(
        default_factory=lambda: {code: [(BEFORE, None)] for code in [*ALWAYS, *MARKS.values()]}
    )
    aware: Span | None = (BEFORE, None)
    aware_rests: list[Span] = field(default_factory=list)
    placed: tuple[str, Span] | None = ("STARTED", (BEFORE, None))
    minutes: tuple[int, int] = (0, 0)  # in April, in May
    signed: int = 0  # for how long a month in April somebody signed
    busy: list[Hours] = field(default_factory=list)

    @classmethod
    def drawn(cls, dice: Random) -> "History":
        since = dice.choice([date(2001, 5, 3), date(2006, 10, 2), date(2007, 1, 2)])
        age = dice.choice([16, 17, 17, 20, 20, 40]) if since.year > 2001 else dice.choice([30, 60])
        birthday = dice.choice([DAYS[2], DAYS[6], date(2007, 6, 1)])
        born = birthday.replace(year=2007 - age - 1)
        while (since - born).days < 16 * 365.25:  # nobody is taken on who is younger
            born = born.replace(year=born.year - 1)
        return cls(
            since=since,
            born=born,
            left=dice.choice(DAYS) if dice.random() < 0.1 else None,
            breaks=[span(dice, 0.3)] if dice.random() < 0.2 else [],
            parent_agreed=dice.random() < 0.7,
            adult_here=dice.random() < 0.7,
            references=dice.choice([2, 2, 2, 2, 1, 3]),
            papers_end=None if dice.random() < 0.6 else near(dice),
            clearances=[(dice.choice(LEVELS[1:]), dice.random() < 0.1, span(dice)) for _ in range(dice.choice([1, 2]))],
            editions={1, 2} if dice.random() < 0.8 else {dice.choice([1, 2])},
            passes=[(dice.choice(["ISSUED"] * 8 + ["LOST"]), span(dice))],
            courses={
                code: [(BEFORE, dice.choice([None, near(dice)]))]
                for code in [*ALWAYS, *MARKS.values()]
                if dice.random() < 0.9
            },
            aware=span(dice) if dice.random() < 0.8 else None,
            aware_rests=[span(dice, 0.3)] if dice.random() < 0.2 else [],
            placed=(dice.choice(["STARTED"] * 6 + ["AGREED", "OFFERED", "DECLINED"]), span(dice)),
            minutes=(dice.choice([0, 600, 2160, 2161, 2400]), dice.choice([0, 0, 2300])),
            signed=2700 if dice.random() < 0.15 else 0,
            busy=[hours_on(dice.choice(DAYS), dice.choice([8, 11, 13, 17]), dice.choice([2, 4])) for _ in range(2)],
        )


def inside(when: Span | None, day: date) -> bool:
    return when is not None and when[0] <= day and (when[1] is None or day < when[1])


def years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def forbids(one: History, role: Role, day: date, minutes: int, hours: Hours | None = None) -> set[str]:
    """What speaks against it, by the clause that says so, each read by itself."""
    is_young = years(one.born, day) < 18
    april = day.month == 4
    given, month = (one.minutes[0], max(2400, one.signed)) if april else (one.minutes[1], 2400)
    is_newer = role.newer is not None and day >= role.newer
    assessed = role.newer_assessed if is_newer and role.newer_assessed else role.assessed
    needed = ALWAYS + [course for mark, course in MARKS.items() if role.marks[mark]]
    covers = [role.covered] * 3 + [role.covered_off_site] * role.marks["is_off_site"]
    dawn, night = datetime.combine(day, time(6)), datetime.combine(day, time(22))
    against = {
        "102, 120: has left": one.left is not None and day >= one.left,
        "45, 120: on a break": any(inside(when, day) for when in one.breaks),
        "7: too young for the role": years(one.born, day) < max(role.least_age, 16 if role.suits_under_18 else 18),
        "153: under 18 without a parent or an adult": is_young and not (one.parent_agreed and one.adult_here),
        "33: under 18 in the night": is_young and hours is not None and (hours[0] < dawn or hours[1] > night),
        "33: somewhere else then": hours is not None
        and any(hours[0] < until and begins < hours[1] for begins, until in one.busy),
        "75: two references": one.references < 2,
        "76: papers": one.papers_end is not None and day >= one.papers_end,
        "74, 83: clearance": not any(
            LEVELS.index(level) >= LEVELS.index(role.level) and not held and inside(when, day)
            for level, held, when in one.clearances
        ),
        "134: the Statement": (2 if day >= NEW_EDITION else 1) not in one.editions,
        "79: pass": not any(
            (status == "ISSUED" or when[1] is not None) and inside(when, day) for status, when in one.passes
        ),
        "90 to 95: training": not all(any(inside(done, day) for done in one.courses.get(code, [])) for code in needed),
        "84: AWARE": role.needs_aware
        and (not inside(one.aware, day) or any(inside(rest, day) for rest in one.aware_rests)),
        "52, 61: profile": not inside(role.in_force, day) and not is_newer,
        "53, 59: risk": not inside(assessed, day),
        "56: insured": not inside(role.covered, day) and not inside(role.covered_off_site, day),
        "56, 111: cover": not all(inside(each, day) for each in covers),
        "44: placement": one.placed is None
        or one.placed[0] not in ("AGREED", "STARTED")
        or not inside(one.placed[1], day),
        "34, 35: hours": given + max(minutes, 1) > month,
    }
    return {clause for clause, wrong in against.items() if wrong}


# One thing wrong each, and nothing else: the check, and the clause that the referee names.
ONE_THING = {
    "volunteering": ("102, 120: has left", Role(), History(left=DAYS[0])),
    "paused": ("45, 120: on a break", Role(), History(breaks=[(DAYS[0], None)])),
    "age": ("7: too young for the role", Role(least_age=21), History(born=date(1988, 1, 2))),
    "adult": ("153: under 18 without a parent or an adult", Role(), History(born=date(1990, 1, 2))),
    "night": (
        "33: under 18 in the night",
        Role(),
        History(born=date(1990, 1, 2), parent_agreed=True, adult_here=True),
    ),
    "overlap": ("33: somewhere else then", Role(), History(busy=[hours_on(DAYS[0], 11, 2)])),
    "references": ("75: two references", Role(), History(references=1)),
    "right": ("76: papers", Role(), History(papers_end=DAYS[0])),
    "cleared": ("74, 83: clearance", Role(), History(clearances=[("NPPV1", False, (BEFORE, NEVER))])),
    "agreed": ("134: the Statement", Role(), History(editions={2})),
    "pass": ("79: pass", Role(), History(passes=[("LOST", (BEFORE, None))])),
    "trained": ("90 to 95: training", Role(), History(courses={"HS": [(BEFORE, None)]})),
    "aware": ("84: AWARE", Role(needs_aware=True), History(aware_rests=[(DAYS[0], None)])),
    "profile": ("52, 61: profile", Role(in_force=(BEFORE, DAYS[0])), History()),
    "risk": ("53, 59: risk", Role(assessed=(BEFORE, DAYS[0])), History()),
    "cover": ("56, 111: cover", Role(covered=(BEFORE, DAYS[0])), History()),
    "placed": ("44: placement", Role(), History(placed=("OFFERED", (BEFORE, None)))),
    "room": ("34, 35: hours", Role(), History(minutes=(2161, 0))),
}
WHEN = {"night": hours_on(DAYS[0], 20, 4)}  # and otherwise at noon
NOON = hours_on(DAYS[0], 12, 4)

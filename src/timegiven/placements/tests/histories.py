"""Random histories of volunteers, and a referee who knows the clauses and nothing of the programme's own code.

A history is plain data. It is written to the tables on one side; on the other ``forbids`` reads it by itself.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from tests import builders as b
from timegiven.joining.models import Agreement, Application, Clearance, Pass, RightToVolunteer
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import AwareAccount, AwareBreak, Break, Placement
from timegiven.programme.models import Cover, Document, Edition

LEVELS = ["NPPV1", "NPPV2A", "NPPV2F", "NPPV3"]
FIRST = date(2007, 4, 26)  # the days that are asked about run over the end of a month
DAYS = [FIRST + timedelta(days=count) for count in range(9)]
BEFORE, NEVER = date(2007, 1, 2), date(2008, 1, 2)
NEW_EDITION = DAYS[3]
AT = datetime(2007, 4, 2, 9, tzinfo=UTC)
Span = tuple[date, date | None]


def near(dice: Random, *, likely: float = 0.8) -> date:
    """A day that comes long after the days asked about, as a rule; else one of them."""
    return NEVER if dice.random() < likely else dice.choice(DAYS)


def span(dice: Random, likely: float = 0.85) -> Span:
    begins = BEFORE if dice.random() < likely else dice.choice(DAYS)
    ends = dice.choice([None, NEVER]) if dice.random() < likely else dice.choice(DAYS)
    return begins, None if ends is None else max(begins, ends)


@dataclass
class Role:
    """What is the same for everybody."""

    level: str
    needs_aware: bool
    least_age: int
    in_force: Span
    assessed: Span
    covered: Span

    @classmethod
    def fine(cls) -> "Role":
        return cls("NPPV2A", False, 16, (BEFORE, None), (BEFORE, NEVER), (BEFORE, None))

    @classmethod
    def drawn(cls, dice: Random) -> "Role":
        assessed = span(dice)
        return cls(
            level=dice.choice(LEVELS[:3]),
            needs_aware=dice.random() < 0.4,
            least_age=dice.choice([16, 16, 18, 21]),
            in_force=span(dice),
            assessed=(assessed[0], assessed[1] or NEVER),
            covered=span(dice, 0.95),
        )


@dataclass
class History:
    """What has happened to one volunteer."""

    since: date
    born: date
    left: date | None
    breaks: list[Span]
    parent_agreed: bool
    adult_here: bool
    references: int
    papers_end: date | None
    clearances: list[tuple[str, bool, Span]]  # level, on hold, when
    editions: set[int]
    passes: list[tuple[str, Span]]
    courses: dict[str, list[tuple[date, date | None]]]
    aware: Span | None
    aware_rests: list[Span]
    placed: tuple[str, Span] | None
    minutes: tuple[int, int]  # in April, in May

    @classmethod
    def cleared_until(cls, ends: date) -> "History":
        """Everything in order but the clearance, which ends."""
        return cls(
            since=date(2006, 10, 2),
            born=date(1960, 5, 1),
            left=None,
            breaks=[],
            parent_agreed=False,
            adult_here=False,
            references=2,
            papers_end=None,
            clearances=[("NPPV2A", False, (BEFORE, ends))],
            editions={1, 2},
            passes=[("ISSUED", (BEFORE, None))],
            courses={"HS": [(BEFORE, None)], "IN": [(BEFORE, None)]},
            aware=None,
            aware_rests=[],
            placed=("STARTED", (BEFORE, None)),
            minutes=(0, 0),
        )

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
            courses={code: [(BEFORE, dice.choice([None, near(dice)]))] for code in ("HS", "IN") if dice.random() < 0.9},
            aware=span(dice) if dice.random() < 0.8 else None,
            aware_rests=[span(dice, 0.3)] if dice.random() < 0.2 else [],
            placed=(dice.choice(["STARTED"] * 6 + ["AGREED", "OFFERED", "DECLINED"]), span(dice)),
            minutes=(dice.choice([0, 600, 2160, 2161, 2400]), dice.choice([0, 0, 2300])),
        )


def inside(when: Span, day: date) -> bool:
    return when[0] <= day and (when[1] is None or day < when[1])


def years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def forbids(one: History, role: Role, day: date, minutes: int) -> list[str]:
    """The clauses that speak against it, read one by one."""
    is_young = years(one.born, day) < 18
    edition = 2 if day >= NEW_EDITION else 1
    given = one.minutes[0] if day.month == 4 else one.minutes[1]
    against = {
        "120: has left": one.left is not None and day >= one.left,
        "120: on a break": any(inside(when, day) for when in one.breaks),
        "7: too young": years(one.born, day) < role.least_age,
        "153: under 18 without consent": is_young and not (one.parent_agreed and one.adult_here),
        "75: two references": one.references < 2,
        "76: papers": one.papers_end is not None and day >= one.papers_end,
        "74: clearance": not any(
            LEVELS.index(level) >= LEVELS.index(role.level) and not held and inside(when, day)
            for level, held, when in one.clearances
        ),
        "134: the Statement": edition not in one.editions,
        "79: pass": not any(status == "ISSUED" and inside(when, day) for status, when in one.passes),
        "90: training": not all(
            any(on <= day and (ends is None or day < ends) for on, ends in one.courses.get(code, []))
            for code in ("HS", "IN")
        ),
        "84: AWARE": role.needs_aware
        and (not (one.aware and inside(one.aware, day)) or any(inside(rest, day) for rest in one.aware_rests)),
        "52: profile": not inside(role.in_force, day),
        "53: risk": not inside(role.assessed, day),
        "56: insurance": not inside(role.covered, day),
        "44: placement": not (
            one.placed and one.placed[0] in ("AGREED", "STARTED") and inside(one.placed[1], day)
        ),
        "34: 40 hours": given + max(minutes, 1) > 2400,
    }  # fmt: skip
    return [clause for clause, wrong in against.items() if wrong]


def write_role(role: Role) -> ProfileVersion:
    """The role, its assessment, the insurance, the courses and two editions of the Statement."""
    unit = b.a_unit()
    version = b.a_version(unit=unit, vetting_level=role.level, needs_aware=role.needs_aware, least_age=role.least_age)
    begins, ends = role.in_force
    ProfileVersion.objects.filter(pk=version.pk).update(approved_on=begins, ended_on=ends)
    RiskAssessment.objects.create(
        version=version, unit=unit, assessed_on=role.assessed[0], review_on=role.assessed[1], assessed_by=b.a_person()
    )
    for kind in Cover.Kind.values:
        Cover.objects.create(strand=b.the_strand(), kind=kind, certificate="C-1", from_on=role.covered[0],
                             until_on=role.covered[1])  # fmt: skip
    for code in ("HS", "IN"):
        b.a_course(code)
    statement = Document.objects.create(code="statement-of-expectation", title="Statement", owner="Central Team")
    for number, issued_on in ((1, BEFORE), (2, NEW_EDITION)):
        Edition.objects.create(document=statement, number=number, issued_on=issued_on, review_on=NEVER, body="Thanks")
    return ProfileVersion.objects.select_related("profile__strand", "profile__unit__borough").get(pk=version.pk)


def write(one: History, version: ProfileVersion) -> Person:
    """The same history in the tables."""
    volunteer = b.a_volunteer(borough=version.profile.unit.borough, born_on=one.born)
    Volunteer.objects.filter(pk=volunteer.pk).update(
        since_on=one.since, left_on=one.left, status="LEFT" if one.left else "ACTIVE"
    )
    by = b.a_person()
    _write_joining(one, volunteer)
    _write_offices(one, volunteer.person, by)
    _write_place(one, volunteer, version, by)
    return volunteer.person


def _write_joining(one: History, volunteer: Volunteer) -> None:
    person = volunteer.person
    application = b.an_application(person, borough=volunteer.borough, references=one.references)
    if one.parent_agreed:
        b.an_adult_for(volunteer)
    adult = "Ruth Okafor" if one.adult_here else ""
    Application.objects.filter(pk=application.pk).update(status="APPROVED", adult_here=adult)
    for number in one.editions:
        edition = Edition.objects.get(number=number)
        Agreement.objects.create(person=person, edition=edition, accepted_at=AT, recorded_by=person, typed_name="X")
    for code, done in one.courses.items():
        for on, expires_on in done:
            b.a_completion(person, b.a_course(code), on=on, expires_on=expires_on)


def _write_offices(one: History, person: Person, by: Person) -> None:
    if one.papers_end:
        papers = {"evidence": "VISA", "expires_on": one.papers_end, "checked_on": BEFORE}
        RightToVolunteer.objects.create(person=person, checked_by=by, **papers)
    for level, held, (begins, ends) in one.clearances:
        clearance = b.a_clearance(person, level=level, from_on=begins, until_on=ends or NEVER)
        Clearance.objects.filter(pk=clearance.pk).update(is_on_hold=held)
    for status, (begins, ends) in one.passes:
        Pass.objects.filter(pk=b.a_pass(person, status=status, from_on=begins).pk).update(until_on=ends)
    if one.aware:
        begins, ends = one.aware
        used = {"login": "v", "asked_by": by, "status": "CLOSED" if ends else "OPEN"}
        account = AwareAccount.objects.create(person=person, from_on=begins, until_on=ends, **used)
        for rests, wakes in one.aware_rests:
            AwareBreak.objects.create(account=account, from_on=rests, until_on=wakes)


def _write_place(one: History, volunteer: Volunteer, version: ProfileVersion, by: Person) -> None:
    for begins, ends in one.breaks:
        Break.objects.create(volunteer=volunteer, from_on=begins, until_on=ends, noted_by=by, noted_at=AT)
    if one.placed:
        status, (begins, ends) = one.placed
        placement = b.a_placement(volunteer, version, status=status)
        Placement.objects.filter(pk=placement.pk).update(from_on=begins, until_on=ends)
    for on, minutes in ((DAYS[0], one.minutes[0]), (DAYS[-1], one.minutes[1])):
        if minutes:
            b.time_given(volunteer, minutes=minutes, on=on)

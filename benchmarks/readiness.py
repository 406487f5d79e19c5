# ruff: noqa: S608 - every word of the statement is this file's own
"""Who may do what today: 70,000 people for one duty, and 700 people on every day of a month.

    python -m benchmarks.readiness              fill a database of its own anew, and measure
    python -m benchmarks.readiness --filled     measure with the database as it is

Each answer is compared with one hand-written SQL statement that says the same of the same rows, and is at most 3 times
as slow; one person's explanation, with every reason, comes in 15 ms. Dates of birth are sealed, so no SQL can compare
them: the statement leaves age out, for a role that is open to everybody; the programme opens those it has to.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("TIMEGIVEN_VAR", str(Path(__file__).resolve().parents[1] / "var" / "benchmarks" / "readiness"))

from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from benchmarks import setting  # sets Django up
from timegiven.hours.models import Month
from timegiven.joining.models import Agreement, Application, Clearance, Pass, Reference
from timegiven.library.models import ProfileVersion, RiskAssessment, RoleProfile, Task
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Break, Placement
from timegiven.placements.selectors import FOR_A_DUTY, explain, readiness, readiness_by_day
from timegiven.programme.models import Cover, Document, Edition, Strand, Unit
from timegiven.training.models import Completion, Course

MANY, FEW, MOST, ROUNDS, ONE = 70_000, 700, 3.0, 5, 15.0
TODAY, BEFORE, AFTER = date(2007, 4, 24), date(2005, 1, 4), date(2009, 4, 1)
AT = datetime(2007, 1, 2, 9, tzinfo=UTC)
DAYS = [date(2007, 5, 1) + timedelta(days=count) for count in range(31)]
CHECKS = [check for check in FOR_A_DUTY if check.code not in ("age", "adult", "night", "overlap")]


def fill() -> None:
    """One role at one unit, and everybody placed there; one in ten of each paper has run out or is missing."""
    call_command("migrate", verbosity=0)
    if Volunteer.objects.exists():
        raise SystemExit(
            f"There are volunteers here already: --filled measures them. They are in {setting.settings.VAR}."
        )
    call_command("load_programme", verbosity=0)
    with transaction.atomic():
        by = Person.objects.create(name="Benchmark Person", email="benchmark@example.org", is_synthetic=True)
        strand = Strand.objects.get(code="MVP")
        unit = Unit.objects.filter(kind=Unit.Kind.UNIT).select_related("borough").first()
        version = _role(unit, strand, by)
        _volunteers(version, unit, strand, by)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _role(unit: Unit, strand: Strand, by: Person) -> ProfileVersion:
    profile = RoleProfile.objects.create(
        title="Steward", category="EVENTS", contribution="TRAINED", strand=strand, unit=unit, proposed_by=by
    )
    version = ProfileVersion.objects.create(
        profile=profile, status="APPROVED", purpose="Welcome visitors.", approved_on=BEFORE, is_public_facing=True,
        why_not_obligation="No law asks it.", why_not_overtime="Never paid.", why_not_paid_job="In none.",
    )  # fmt: skip
    Task.objects.create(version=version, position=1, text="Welcome visitors")
    RiskAssessment.objects.create(version=version, unit=unit, assessed_on=BEFORE, review_on=AFTER, assessed_by=by)
    Cover.objects.all().delete()
    for kind in Cover.Kind.values:
        Cover.objects.create(strand=strand, kind=kind, certificate="B-1", from_on=BEFORE)
    if not Course.objects.filter(needed_for="ALL").exists():
        Course.objects.create(code="B1", title="Health and safety", minutes=60, needed_for="ALL")
    document, _ = Document.objects.get_or_create(code="statement-of-expectation", defaults={"title": "S", "owner": "C"})
    document.editions.all().delete()
    Edition.objects.create(document=document, number=1, issued_on=BEFORE, review_on=AFTER, body="Thanks")
    return version


def _volunteers(version: ProfileVersion, unit: Unit, strand: Strand, by: Person) -> None:
    dice = random.Random(2007)  # noqa: S311  the same people each time
    people = Person.objects.bulk_create(
        (Person(name=f"Volunteer {n:05}", email=f"v{n}@example.org", born_on=date(1960, 1, 1)) for n in range(MANY)),
        batch_size=5_000,
    )
    since = [date(2001 + dice.randrange(6), 3, 1) for _ in people]
    volunteers = Volunteer.objects.bulk_create(
        (
            Volunteer(person=p, borough=unit.borough, strand=strand, since_on=on)
            for p, on in zip(people, since, strict=True)
        ),
        batch_size=5_000,
    )
    keep = _keeper(dice)
    applications = Application.objects.bulk_create(
        (
            Application(
                person=p, strand=strand, borough=unit.borough, status="APPROVED", registered_at=AT, references_asked=2
            )
            for p in people
        ),
        batch_size=5_000,
    )
    keep(Reference, (Reference(application=each, status="GIVEN", name="R", is_satisfactory=True, judged_by=by)
                     for each in applications for _ in range(2)), 0.97)  # fmt: skip
    ends = [AFTER, AFTER, AFTER, AFTER, AFTER, AFTER, AFTER, AFTER, date(2007, 3, 1), date(2007, 5, 15)]
    keep(Clearance, (Clearance(person=p, level="NPPV2A", outcome="CLEARED", office_reference="V", decided_by=by,
                               decided_at=AT, from_on=BEFORE, until_on=dice.choice(ends)) for p in people))  # fmt: skip
    edition = Edition.objects.get(document__code="statement-of-expectation")
    keep(
        Agreement, (Agreement(person=p, edition=edition, accepted_at=AT, recorded_by=p, typed_name="X") for p in people)
    )
    keep(Pass, (Pass(person=p, borough=unit.borough, status="ISSUED", number=f"B{n:06}", from_on=BEFORE)
                for n, p in enumerate(people)))  # fmt: skip
    courses = list(Course.objects.filter(needed_for__in=["ALL", "PUBLIC"]))
    keep(Completion, (Completion(person=p, course=course, on=date(2006, 6, 1), expires_on=dice.choice([None, *ends]),
                                 minutes=60, recorded_by=by, recorded_at=AT)
                      for p in people for course in courses), 0.97)  # fmt: skip
    keep(Placement, (Placement(volunteer=v, version=version, unit=unit, status="STARTED", weekly_minutes=240,
                               offered_by=by, from_on=BEFORE) for v in volunteers))  # fmt: skip
    keep(Break, (Break(volunteer=v, from_on=date(2007, 4, 20), until_on=dice.choice([None, date(2007, 5, 9)]),
                       noted_by=by, noted_at=AT) for v in volunteers), 0.05)  # fmt: skip
    keep(Month, (Month(person=p, starts_on=on, minutes=dice.choice([0, 240, 960, 2400]), cap_minutes=2400)
                 for p in people for on in (date(2007, 4, 1), date(2007, 5, 1))), 0.6)  # fmt: skip


def _keeper(dice: random.Random) -> Callable[..., None]:
    def keep(kind: type, rows: object, likely: float = 0.95) -> None:
        kind.objects.bulk_create((row for row in rows if dice.random() < likely), batch_size=5_000)

    return keep


def statement(version: ProfileVersion, unit: Unit, courses: list[int], *, days: list[date], few: int) -> str:
    """What is asked, by hand: a row for each person and day on which something is not in order, with what it is."""
    calendar = " UNION ALL ".join(f"SELECT {_day(day)} AS d" for day in days)
    who = f"WHERE p.id IN (SELECT person_id FROM people_volunteer ORDER BY id LIMIT {few})"
    own = "x.person_id = p.id AND x.from_on <= d AND (x.until_on IS NULL OR x.until_on > d)"
    here = f"v.version_id = {version.pk} AND v.unit_id = {unit.pk}"
    tests = {
        "volunteering": "EXISTS (SELECT 1 FROM people_volunteer x WHERE x.person_id = p.id "
                        "AND (x.status <> 'LEFT' OR x.left_on > d))",
        "paused": "NOT EXISTS (SELECT 1 FROM placements_break x JOIN people_volunteer o ON o.id = x.volunteer_id "
                  "WHERE o.person_id = p.id AND x.from_on <= d AND (x.until_on IS NULL OR x.until_on > d))",
        "references": "(SELECT COUNT(*) FROM joining_reference x JOIN joining_application o ON o.id = x.application_id "
                      "WHERE o.person_id = p.id AND x.is_satisfactory) >= 2",
        "right": "NOT EXISTS (SELECT 1 FROM joining_righttovolunteer x WHERE x.person_id = p.id AND x.expires_on <= d)",
        "cleared": f"EXISTS (SELECT 1 FROM joining_clearance x WHERE {own} AND x.outcome = 'CLEARED' "
                   "AND NOT x.is_on_hold AND x.level IN ('NPPV2A', 'NPPV2F', 'NPPV3'))",
        "agreed": "EXISTS (SELECT 1 FROM joining_agreement x JOIN programme_edition e ON e.id = x.edition_id "
                  "WHERE x.person_id = p.id AND e.issued_on <= d)",
        "profile": f"EXISTS (SELECT 1 FROM library_profileversion v WHERE v.id = {version.pk} AND v.approved_on <= d "
                   "AND (v.ended_on IS NULL OR v.ended_on > d))",
        "risk": f"EXISTS (SELECT 1 FROM library_riskassessment v WHERE {here} AND v.assessed_on <= d "
                "AND v.review_on > d)",
        "insured": "EXISTS (SELECT 1 FROM people_volunteer x JOIN programme_cover c ON c.strand_id = x.strand_id "
                   "WHERE x.person_id = p.id AND c.from_on <= d AND (c.until_on IS NULL OR c.until_on > d))",
        "cover": "(SELECT COUNT(DISTINCT c.kind) FROM programme_cover c WHERE c.kind IN ('EMPLOYERS', 'PUBLIC', "
                 "'ACCIDENT') AND c.from_on <= d AND (c.until_on IS NULL OR c.until_on > d)) = 3",
        "pass": f"EXISTS (SELECT 1 FROM joining_pass x WHERE {own} AND x.status = 'ISSUED')",
        "trained": f"(SELECT COUNT(DISTINCT x.course_id) FROM training_completion x WHERE x.person_id = p.id "
                   f"AND x.course_id IN ({', '.join(map(str, courses))}) AND x.{_on()} <= d "
                   f"AND (x.expires_on IS NULL OR x.expires_on > d)) = {len(courses)}",
        "placed": f"EXISTS (SELECT 1 FROM placements_placement v JOIN people_volunteer o ON o.id = v.volunteer_id "
                  f"WHERE o.person_id = p.id AND {here} AND v.status NOT IN ('OFFERED', 'DECLINED', 'LAPSED') "
                  "AND v.from_on <= d AND (v.until_on IS NULL OR v.until_on > d))",
        "room": f"NOT EXISTS (SELECT 1 FROM hours_month x WHERE x.person_id = p.id AND x.starts_on = {_month()} "
                "AND x.minutes > 2400 - 240)",
    }  # fmt: skip
    columns = ", ".join(f"CASE WHEN {test} THEN '' ELSE '{code} ' END" for code, test in tests.items())
    return f"SELECT p.id, d, {columns} FROM people_person p CROSS JOIN ({calendar}) AS calendar {who}"


def _on() -> str:
    return '"on"'


def _day(day: date) -> str:
    return f"'{day}'" if connection.vendor == "sqlite" else f"DATE '{day}'"


def _month() -> str:
    return "substr(d, 1, 8) || '01'" if connection.vendor == "sqlite" else "date_trunc('month', d)::date"


def by_hand(sql: str) -> dict[int, dict[str, frozenset[str]]]:
    """The answer in the same shape, by person and day."""
    answer: dict[int, dict[str, frozenset[str]]] = {}
    known: dict[tuple[str, ...], frozenset[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql)
        for person, day, *codes in cursor.fetchall():
            said = tuple(codes)
            if said not in known:
                known[said] = frozenset("".join(said).split())
            answer.setdefault(person, {})[str(day)] = known[said]
    return answer


def in_turns(rounds: int, *deeds: Callable[[], object]) -> list[list[float]]:
    """The milliseconds of each deed, a list a deed: done one after the other, so that all have the same weather."""
    taken: list[list[float]] = [[] for _ in deeds]
    for _ in range(rounds):
        for deed, times in zip(deeds, taken, strict=True):
            start = time.perf_counter()
            deed()
            times.append((time.perf_counter() - start) * 1000)
    return taken


def queries(deed: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        deed()
    return len(seen)


def line(name: str, deed: Callable[[], object], sql: str) -> str:
    """The middle of each, and the ratio of the middles."""
    ours, theirs = map(statistics.median, in_turns(ROUNDS, deed, lambda: by_hand(sql)))
    over = "" if ours <= MOST * theirs else "  over"
    return (
        f"{name:44} {ours:9.0f} ms  by hand {theirs:9.0f} ms  ratio {ours / theirs:5.2f}{over}  {queries(deed)} queries"
    )


def one_person(deed: Callable[[], object]) -> str:
    """Of many times the middle and the quickest, with the processor's own time: others use this machine too."""
    deed()  # words its questions for the first time
    taken: list[float] = []
    used: list[float] = []
    for _ in range(200):
        start, cpu = time.perf_counter(), time.process_time()
        deed()
        taken.append((time.perf_counter() - start) * 1000)
        used.append((time.process_time() - cpu) * 1000)
    return (
        f"one person, every reason: {statistics.median(taken):.1f} ms in the middle, {min(taken):.1f} ms at best, "
        f"{statistics.median(used):.1f} ms of processor (at most {ONE:.0f})  {queries(deed)} queries"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--filled", action="store_true", help="use the database as it is")
    if not parser.parse_args().filled:
        fill()
    print(setting.facts())
    version = ProfileVersion.objects.select_related("profile__strand", "profile__unit__borough").get(
        profile__title="Steward"
    )
    unit = version.profile.unit
    courses = list(Course.objects.filter(needed_for__in=["ALL", "PUBLIC"]).values_list("pk", flat=True))
    everybody = Person.objects.filter(volunteer__isnull=False)
    some = list(Volunteer.objects.order_by("pk").values_list("person", flat=True)[:FEW])
    one_day = statement(version, unit, courses, days=[TODAY], few=MANY)
    month = statement(version, unit, courses, days=DAYS, few=FEW)

    def of_all() -> dict:
        return readiness(everybody, version, unit, TODAY, 240, checks=CHECKS)

    def of_a_month() -> dict:
        return readiness_by_day(some, version, unit, DAYS, 240, checks=CHECKS)

    hand, many = by_hand(one_day), of_all()
    assert {person: days[str(TODAY)] for person, days in hand.items()} == many, "the two answers differ"
    hand, many = by_hand(month), of_a_month()
    assert hand == {p: {str(day): codes for day, codes in days.items()} for p, days in many.items()}, "they differ"
    ready = sum(not codes for codes in of_all().values())
    print(f"# both answers are the same; ready today: {ready:,} of {MANY:,}")
    print(line(f"{MANY:,} people, one duty", of_all, one_day))
    print(line(f"the same with age, nights and overlaps ({len(FOR_A_DUTY)})",
               lambda: readiness(everybody, version, unit, TODAY, 240), one_day))  # fmt: skip
    print(line(f"{FEW} people, {len(DAYS)} days", of_a_month, month))
    person = Person.objects.get(pk=some[0])
    print(one_person(lambda: explain(person, version, unit, TODAY, 240)))


if __name__ == "__main__":
    main()

"""The library at ten times the size of any force's: 2,000 profiles, each with 10 versions, of which one is in force.

    python -m benchmarks.library              fill a database of its own anew, and measure
    python -m benchmarks.library --filled     measure with the database as it is

Similar roles are promised in 150 ms. Each time is printed beside `SELECT 1` and beside a bare scan, in the same
session, of the rows that the answer is drawn from: the ratios say more than the milliseconds of a busy machine.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("TIMEGIVEN_VAR", str(Path(__file__).resolve().parents[1] / "var" / "benchmarks" / "library"))

from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from benchmarks import setting  # sets Django up
from timegiven.insight import selectors as insight
from timegiven.library import selectors as library
from timegiven.library.models import ProfileVersion, RiskAssessment, RoleProfile, SearchWord, Task
from timegiven.library.services.indexing import search_words
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Placement
from timegiven.programme.content.profiles import PROFILES
from timegiven.programme.models import Strand, Unit

PROFILES_WANTED, VERSIONS, VOLUNTEERS = 2_000, 10, 4_000
FIRST, LAST, PAST = 1998, 2007, date(2003, 6, 3)
TODAY = date(2007, 4, 24)
ROUNDS = 15
MOST_MS = 150
ASKED = (
    "filing",
    "archiving old papers",
    "someone to greet people at the front desk and hand out leaflets",
    "watch the cameras in the evening",
    "translate letters for victims and witnesses",
    "help",
)


def fill() -> None:
    """Everything in bulk: what was once approved stays, as it does in a force."""
    call_command("migrate", verbosity=0)
    if RoleProfile.objects.exists():
        raise SystemExit(f"There is a library here already: --filled measures it. It is in {setting.settings.VAR}.")
    call_command("load_programme", verbosity=0)
    dice = random.Random(2007)  # noqa: S311  the same library each time
    person = Person.objects.create(name="Benchmark Person", email="benchmark@example.org", is_synthetic=True)
    units = list(Unit.objects.filter(kind=Unit.Kind.UNIT))
    strand = Strand.objects.get(code="MVP")
    with transaction.atomic():
        profiles = RoleProfile.objects.bulk_create(
            RoleProfile(
                title=f"{dice.choice(PROFILES).title} {number}",
                category=dice.choice(RoleProfile.Category.values),
                contribution=dice.choice(RoleProfile.Contribution.values),
                strand=strand,
                unit=dice.choice(units),
                proposed_by=person,
            )
            for number in range(PROFILES_WANTED)
        )
        for profile in profiles:
            _versions(profile, person, dice)
        _placed(person, strand, dice)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _versions(profile: RoleProfile, person: Person, dice: random.Random) -> None:
    spec = dice.choice(PROFILES)
    versions = ProfileVersion.objects.bulk_create(
        ProfileVersion(
            profile=profile,
            number=number + 1,
            status="APPROVED" if FIRST + number == LAST else "SUPERSEDED",
            purpose=f"{spec.purpose} {dice.choice(PROFILES).purpose}",
            why_not_obligation="No law asks it of an officer or of a member of staff.",
            why_not_overtime="Nobody has ever been paid to do it, on overtime or otherwise.",
            why_not_paid_job="It is in no job description, and the union has agreed.",
            approved_on=date(FIRST + number, 3, 1),
            ended_on=None if FIRST + number == LAST else date(FIRST + number + 1, 3, 1),
        )
        for number in range(VERSIONS)
    )
    tasks = [
        Task(version=version, position=position, text=dice.choice(dice.choice(PROFILES).tasks)[:200])
        for version in versions
        for position in range(1, 7)
    ]
    Task.objects.bulk_create(tasks)
    RiskAssessment.objects.bulk_create(
        RiskAssessment(
            version=version,
            unit=profile.unit,
            assessed_on=version.approved_on,
            review_on=date(version.approved_on.year + 1, 3, 1),
            assessed_by=person,
        )
        for version in versions
    )
    # The words of superseded versions are taken away when the next is indexed: two versions have some.
    last = ProfileVersion.objects.filter(profile=profile, number__gte=VERSIONS - 1)
    with_tasks = last.select_related("profile").prefetch_related("tasks")
    SearchWord.objects.bulk_create(word for each in with_tasks for word in search_words(each))


def _placed(person: Person, strand: Strand, dice: random.Random) -> None:
    people = Person.objects.bulk_create(
        Person(name=f"Volunteer {number}", email=f"volunteer{number}@example.org", is_synthetic=True)
        for number in range(VOLUNTEERS)
    )
    boroughs = list(Unit.objects.filter(kind=Unit.Kind.BOROUGH))
    volunteers = Volunteer.objects.bulk_create(
        Volunteer(person=each, borough=dice.choice(boroughs), strand=strand, since_on=date(1999, 1, 4))
        for each in people
    )
    versions = list(ProfileVersion.objects.filter(status="APPROVED").select_related("profile"))
    Placement.objects.bulk_create(
        Placement(
            volunteer=volunteer,
            version=(version := dice.choice(versions)),
            unit_id=version.profile.unit_id,
            status="STARTED",
            weekly_minutes=240,
            offered_by=person,
            from_on=date(2000 + dice.randrange(7), 1, 3),
        )
        for volunteer in volunteers
    )


def milliseconds(deed: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of a deed."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        deed()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def scan(sql: str, *values: object) -> list[tuple]:
    """The bare rows."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def queries(deed: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        deed()
    return len(seen)


def line(name: str, deed: Callable[[], object], least: float, bare: float, most: int = 0) -> str:
    taken = milliseconds(deed)
    promise = f"{most:6} ms{'' if taken <= most else '  over'}" if most else ""
    return f"{name[:52]:52} {taken:8.1f} {taken / least:9.0f} {taken / bare:8.2f} {queries(deed):8} {promise}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--filled", action="store_true", help="use the database as it is")
    if not parser.parse_args().filled:
        fill()
    print(setting.facts())
    print(
        f"# {RoleProfile.objects.count():,} profiles, {ProfileVersion.objects.count():,} versions, "
        f"{SearchWord.objects.count():,} words of theirs, {Placement.objects.count():,} placements"
    )
    least = milliseconds(lambda: scan("SELECT 1"), 200)
    words = milliseconds(
        lambda: scan(
            "SELECT w.root, w.version_id, w.weight FROM library_searchword w JOIN library_profileversion v "
            "ON v.id = w.version_id WHERE v.ended_on IS NULL"
        ),
        5,
    )
    rows = milliseconds(
        lambda: scan(
            "SELECT * FROM library_profileversion WHERE approved_on <= %s AND (ended_on IS NULL OR ended_on > %s)",
            PAST,
            PAST,
        )
    )
    print(f"SELECT 1: {least:.3f} ms; the words in force, bare: {words:.1f} ms; a day's versions, bare: {rows:.1f} ms")
    print(f"{'':52} {'ms':>8} {'SELECT 1':>9} {'bare':>8} {'queries':>8} {'promise':>9}")
    for asked in ASKED:
        print(line(f"similar: {asked}", lambda asked=asked: library.similar(asked, day=TODAY), least, words, MOST_MS))
    for name, day in (("past", PAST), ("today", TODAY)):
        found = library.register(day)
        print(line(f"register, {name}, a page of 25", lambda: insight.entries(found[:25], day), least, rows))  # noqa: B023
        print(line(f"register, {name}, all", lambda: insight.entries(found.all(), day), least, rows))  # noqa: B023


if __name__ == "__main__":
    main()

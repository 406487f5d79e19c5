"""A database of its own with demonstration data, and the settings of production but for the demonstration.

Import this before anything else of the site: it sets Django up. DATABASE_URL chooses PostgreSQL, as everywhere.

    python -m benchmarks.setting --scale 10     fill it anew, at ten times the size of the real programme
"""

import argparse
import contextlib
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]
os.environ.setdefault("TIMEGIVEN_VAR", str(ROOT / "var" / "benchmarks"))
os.environ["TIMEGIVEN_DEMONSTRATION"] = "1"
os.environ["DJANGO_SETTINGS_MODULE"] = "timegiven.site.settings"

import django
from django.conf import settings

django.setup()
settings.ROOT_URLCONF = "benchmarks.urls"

from django.core.management import call_command
from django.db import connection

from timegiven.attendance.models import SessionReport
from timegiven.demonstration import cast as demonstration_cast
from timegiven.people import selectors as people
from timegiven.people.models import Person, Volunteer
from timegiven.rota.models import Duty


def demonstration(scale: int) -> None:
    """Fill the database anew, at so many times the size of the real programme."""
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("demonstrate", fresh=True, scale=scale, quiet=True, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the servers of a site do by themselves, sooner or later


def cast(code: str) -> Person:
    """The person of the demonstration's cast with this code."""
    return people.person(demonstration_cast.PLAYERS[code].reference)


_STAY_AWAKE = """
import os
os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
while os.getppid() == {}: pass
"""


@contextlib.contextmanager
def awake() -> Iterator[None]:
    """The processor's cores are kept awake, by what gives way to everything else (on Linux; elsewhere nothing is done).

    A virtual core without work is put to sleep, and takes milliseconds to come back: `SELECT 1` takes 0.09 ms (p95) to
    cores that are awake and 2.3 ms to others. A page that asks ten questions would measure little else.
    """
    command = [sys.executable, "-c", _STAY_AWAKE.format(os.getpid())]
    cores = (os.cpu_count() or 1) if hasattr(os, "SCHED_IDLE") else 0
    spinning = [subprocess.Popen(command) for _ in range(cores)]
    try:
        yield
    finally:
        for each in spinning:
            each.kill()
            each.wait()


def facts() -> str:
    """What was measured, where and when: a number means nothing without it."""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        version = cursor.fetchone()[0].split(" ")[0]
    return (
        f"# {datetime.now(UTC):%Y-%m-%d %H:%M} UTC; {os.cpu_count()} cores; load average {load} (1, 5, 15 minutes)\n"
        f"# Python {platform.python_version()}, Django {django.get_version()}, {connection.vendor} {version}\n"
        f"# {Volunteer.objects.count():,} volunteers, {SessionReport.objects.count():,} session reports, "
        f"{Duty.objects.count():,} duties"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=int, default=1)
    demonstration(parser.parse_args().scale)

"""How much the ten busiest pages cost beyond their bare template, at 700 and at 7,000 volunteers.

    ./test --benchmarks            everything, on SQLite and PostgreSQL
    python -m benchmarks.pages --scale 10

For each page: CPU and p95 of the page, of a bare view that renders the same template with ready-made data, and
their ratio, measured in turns in one process; and the number of queries. Promise: at most 1.5 times, and the same
number of queries however many volunteers there are.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment
from django.urls import reverse

from benchmarks import setting, urls
from timegiven.attendance.models import SessionReport
from timegiven.people.models import Person, Volunteer
from timegiven.placements.models import Placement

ROUNDS = 40


@dataclass(frozen=True)
class Page:
    """One busy page: who opens it, and where."""

    name: str
    person: Person
    address: str


def pages() -> list[Page]:
    """The ten busiest pages, each opened by someone of the demonstration's cast."""
    mvpm, manager = setting.cast("camden-mvpm"), setting.cast("camden-counter")
    steering, central = setting.cast("steering-chair"), setting.cast("central-team")
    vetting, volunteer = setting.cast("vetting-office"), setting.cast("camden-volunteer")
    placement = Placement.objects.get(volunteer__person=volunteer, status="STARTED")
    record = reverse("placements:volunteer", args=[placement.volunteer.reference])
    return [
        Page("home of a volunteer", volunteer, reverse("home:desk")),
        Page("home of a unit manager", manager, reverse("home:desk")),
        Page("home of an MVP Manager", mvpm, reverse("home:desk")),
        Page("home of the Central Team", central, reverse("home:desk")),
        Page("home of a Steering Group member", steering, reverse("home:desk")),
        Page("home of the vetting office", vetting, reverse("home:desk")),
        Page("volunteers, all, filtered", central, reverse("placements:volunteers") + "?status=ACTIVE"),
        Page("a volunteer's record", mvpm, record),
        Page("rota month", mvpm, reverse("rota:month")),
        Page("library", volunteer, reverse("library:library")),
        Page("session report", volunteer, reverse("attendance:report")),
        Page("claims queue", mvpm, reverse("expenses:claims")),
    ]


def cost(visit: Callable[[], object]) -> tuple[float, float]:
    """(CPU, wall) milliseconds of one visit."""
    cpu, wall = time.process_time(), time.perf_counter()
    visit()
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


def asked(visit: Callable[[], object]) -> int:
    """How many queries a visit makes."""
    with CaptureQueriesContext(connection) as seen:
        visit()
        return len(seen)


def measure(page: Page) -> str:
    """One line: the page, the bare view, their ratio."""
    client = Client()
    client.force_login(page.person)
    answer = client.get(page.address, follow=True)
    assert answer.status_code == 200, (page, answer.status_code)
    urls.keep(
        page.name,
        answer.templates[0].name,
        answer.context.flatten() if hasattr(answer.context, "flatten") else answer.context[0].flatten(),
    )
    real = lambda: client.get(page.address, follow=True)
    bare = lambda: client.get(f"/bare/{page.name}/")
    assert bare().status_code == 200
    queries, queries_bare = asked(real), asked(bare)
    for visit in (real, bare) * 3:
        visit()
    costs = [(cost(real), cost(bare)) for _ in range(ROUNDS)]
    cpu = statistics.median(each[0][0] for each in costs)
    cpu_bare = statistics.median(each[1][0] for each in costs)
    p95 = statistics.quantiles([each[0][1] for each in costs], n=20)[-1]
    p95_bare = statistics.quantiles([each[1][1] for each in costs], n=20)[-1]
    return (
        f"{page.name:34} {cpu:7.1f} {cpu_bare:7.1f} {cpu / cpu_bare:6.2f} "
        f"{p95:8.1f} {p95_bare:8.1f} {p95 / p95_bare:6.2f} {queries:8} {queries_bare:6}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=int, default=1)
    scale = parser.parse_args().scale
    setting.demonstration(scale)
    setup_test_environment(debug=False)
    print(f"{connection.vendor}, {Volunteer.objects.count()} volunteers, {SessionReport.objects.count()} reports")
    print(
        f"{'page':34} {'CPU ms':>7} {'bare':>7} {'ratio':>6} {'p95 ms':>8} {'bare':>8} {'ratio':>6} {'queries':>8} {'bare':>6}"
    )
    for page in pages():
        print(measure(page), flush=True)


if __name__ == "__main__":
    main()

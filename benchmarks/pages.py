"""How much the ten busiest pages cost beyond their bare template: at most 1.5 times.

    python -m benchmarks.pages      with the database as benchmarks.setting has filled it

For each page: CPU and p95 of the page, of a bare view that renders the same template with ready-made data (see
benchmarks/urls.py), and their ratio, measured in turns in one process through the whole middleware; and how many
queries each makes. CPU is the median of the web process alone; what PostgreSQL spends is in the p95. The cores are kept
awake meanwhile, see benchmarks/setting.py.

Python keeps its stack in pieces of 16 KB. Where a page's inmost call, made thousands of times, is the first in a new
piece, the piece is fetched from the system and given back each time, and the page takes up to a third longer. Whether
that happens hangs on who called whom before, so each round begins a little deeper than the one before.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment, teardown_test_environment
from django.urls import reverse

from benchmarks import setting, urls
from timegiven.people.models import Person
from timegiven.placements.models import Placement

ROUNDS = 160  # as many calls of `deeper` fill one piece of Python's stack
MOST = 1.5
HEAD = (
    f"{'page':36} {'CPU ms':>7} {'bare':>6} {'ratio':>6} "
    f"{'p95 ms':>8} {'bare':>7} {'ratio':>6} {'queries':>8} {'bare':>5}"
)


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
    report = reverse("attendance:report_other", args=[placement.reference])
    return [
        Page("home of a volunteer", volunteer, reverse("home:desk")),
        Page("home of a unit manager", manager, reverse("home:desk")),
        Page("home of an MVP Manager", mvpm, reverse("home:desk")),
        Page("home of the Central Team", central, reverse("home:desk")),
        Page("home of a Steering Group member", steering, reverse("home:desk")),
        Page("home of the vetting office", vetting, reverse("home:desk")),
        Page("volunteers, all, filtered", central, reverse("placements:volunteers") + "?status=ACTIVE"),
        Page("a volunteer's record, own", volunteer, record),
        Page("a volunteer's record, looked up", mvpm, record),  # a look at somebody's address is written down
        Page("rota month", mvpm, reverse("rota:month")),
        Page("library", volunteer, reverse("library:library")),
        Page("session report, which session", volunteer, reverse("attendance:report")),
        Page("session report", volunteer, report),
        Page("claims queue", mvpm, reverse("expenses:claims")),
    ]


def cost(visit: Callable[[], object]) -> tuple[float, float]:
    """(CPU, wall) milliseconds of one visit."""
    cpu, wall = time.process_time(), time.perf_counter()
    visit()
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


def deeper(calls: int, visit: Callable[[], tuple[float, float]]) -> tuple[float, float]:
    """The cost of a visit, with so many calls more on the stack."""
    return deeper(calls - 1, visit) if calls else visit()


def asked(visit: Callable[[], object]) -> int:
    """How many queries a visit makes."""
    with CaptureQueriesContext(connection) as seen:
        visit()
    return len(seen)


def keep(client: Client, page: Page) -> None:
    """Keep what the page is shown with. Looked at in the way of tests, which costs time: so not while measuring."""
    setup_test_environment(debug=False)
    answer = client.get(page.address)
    teardown_test_environment()
    assert answer.status_code == 200, (page, answer.status_code)
    urls.keep(page.name, answer.templates[0].name, answer.context[0].flatten())


def measure(page: Page) -> str:
    """One line: the page, the bare view, their ratios."""
    client = Client(headers={"host": "localhost"})
    client.force_login(page.person)
    keep(client, page)

    def real() -> object:
        return client.get(page.address)

    def bare() -> object:
        return client.get(f"/bare/{page.name}/?{urlsplit(page.address).query}")

    assert len(real().content) - len(bare().content) in range(-200, 200), page
    queries, queries_bare = asked(real), asked(bare)
    for visit in (real, bare) * 5:
        visit()
    costs = [tuple(deeper(calls, partial(cost, visit)) for visit in (real, bare)) for calls in range(ROUNDS)]
    cpu, cpu_bare = (statistics.median(each[which][0] for each in costs) for which in (0, 1))
    p95, p95_bare = (statistics.quantiles([each[which][1] for each in costs], n=20)[-1] for which in (0, 1))
    kept = "" if cpu / cpu_bare <= MOST else "  over"
    return (
        f"{page.name:36} {cpu:7.1f} {cpu_bare:6.1f} {cpu / cpu_bare:6.2f} "
        f"{p95:8.1f} {p95_bare:7.1f} {p95 / p95_bare:6.2f} {queries:8} {queries_bare:5}{kept}"
    )


def main() -> None:
    print(setting.facts())
    print(HEAD)
    with setting.awake():
        for page in pages():
            print(measure(page), flush=True)


if __name__ == "__main__":
    main()

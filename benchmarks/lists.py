"""How fast long lists answer over HTTP, with 7,000 volunteers: volunteers in 30 ms and duties in 40 ms at most (p50).

    python -m benchmarks.lists

Two gunicorn workers; visitors in the same machine, first one alone and then two at once, each waiting for the whole
page before asking again. An empty view is asked in the same run: it shows what the machine itself takes today. The
cores are kept awake, see benchmarks/setting.py.
"""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

from django.urls import reverse

from benchmarks import server, setting

ROUNDS, WARM = 100, 10


def times(port: int, address: str, headers: dict[str, str]) -> list[float]:
    """The milliseconds of each answer to one visitor."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    taken = []
    for _ in range(WARM + ROUNDS):
        start = time.perf_counter()
        server.ask(connection, address, headers)
        taken.append((time.perf_counter() - start) * 1000)
    return taken[WARM:]


def line(port: int, name: str, address: str, headers: dict[str, str], visitors: int, most: int) -> str:
    """One line: a list, its p50 and p95."""
    with ThreadPoolExecutor(visitors) as crowd:
        taken = [each for own in crowd.map(lambda _: times(port, address, headers), range(visitors)) for each in own]
    p50, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    promise = f"{most:6} ms{'' if p50 <= most else '  over'}" if most else ""
    return f"{name:36} {visitors:8} {p50:8.1f} {p95:8.1f} {promise}"


def main() -> None:
    print(setting.facts())
    print(f"{'list':36} {'visitors':>8} {'p50 ms':>8} {'p95 ms':>8} {'promise':>9}")
    central, mvpm = server.signed_in(setting.cast("central-team")), server.signed_in(setting.cast("camden-mvpm"))
    lists = [
        ("an empty view", "/empty/", central, 0),
        ("volunteers, all", reverse("placements:volunteers"), central, 30),
        ("volunteers, filtered", reverse("placements:volunteers") + "?status=ACTIVE", central, 30),
        ("volunteers of a borough", reverse("placements:volunteers"), mvpm, 30),
        ("duties that still have places", reverse("rota:gaps"), mvpm, 40),
        ("duties of a borough's month", reverse("rota:month"), mvpm, 0),  # a picture of a month, not a list
    ]
    with setting.awake(), server.served() as (port, _):
        for visitors in (1, 2):
            for name, address, headers, most in lists:
                print(line(port, name, address, headers, visitors, most), flush=True)


if __name__ == "__main__":
    main()

"""How much memory a worker takes under load: at most 128 MB.

    python -m benchmarks.memory

Two workers answer the ten busiest pages, asked by four visitors at once. PSS counts what a worker has to itself and its
share of what it has in common with the other.
"""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

from benchmarks import pages, server, setting

VISITORS, ROUNDS, MOST = 4, 12, 128


def pss(process: int) -> float:
    """The proportional set size of a process, in MB."""
    told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    return int(re.search(r"^Pss:\s+(\d+) kB", told, re.MULTILINE).group(1)) / 1024


def visit(port: int, visits: list[tuple[str, dict[str, str]]]) -> int:
    """Open every page, over and over; return how many were opened."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(ROUNDS):
        for address, headers in visits:
            server.ask(connection, address, headers)
    return ROUNDS * len(visits)


def measured() -> Iterator[str]:
    visits = [(page.address, server.signed_in(page.person)) for page in pages.pages()]
    with server.served() as (port, workers):
        yield f"at rest, {len(workers)} workers: {', '.join(f'{pss(each):.0f} MB' for each in workers)}"
        with ThreadPoolExecutor(VISITORS) as visitors:
            opened = sum(visitors.map(lambda _: visit(port, visits), range(VISITORS)))
        loaded = [pss(each) for each in workers]
    yield f"after {opened} pages: {', '.join(f'{each:.0f} MB' for each in loaded)}"
    yield f"most: {max(loaded):.0f} MB of {MOST} MB{'' if max(loaded) <= MOST else '  over'}"


def main() -> None:
    print(setting.facts())
    for line in measured():
        print(line, flush=True)


if __name__ == "__main__":
    main()

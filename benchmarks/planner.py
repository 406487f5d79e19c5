"""How long it takes to put together what the planner is told: a borough's month in a second or two, and the force's.

    python -m benchmarks.planner      with the database as benchmarks.setting has filled it

Beside it stands the same question asked duty by duty, which is what a page about one duty asks. CPU is of this
process, the least of the rounds.
"""

import time
from collections.abc import Callable
from datetime import timedelta

from django.db import connection
from django.db.models import Count
from django.utils import timezone

from benchmarks import setting
from timegiven.programme.models import Unit
from timegiven.rota import selectors
from timegiven.rota.models import Duty, Proposal

ROUNDS = 3
DAYS = 31


def cost(deed: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least CPU seconds of some rounds."""
    found = []
    for _ in range(rounds):
        began = time.process_time()
        deed()
        found.append(time.process_time() - began)
    return min(found)


def asked(deed: Callable[[], object]) -> int:
    """How many queries it makes."""
    seen: list[str] = []

    def count(execute: Callable[..., object], sql: str, *more: object) -> object:
        seen.append(sql)
        return execute(sql, *more)

    with connection.execute_wrapper(count):
        deed()
    return len(seen)


def line(unit: Unit) -> str:
    """What one month of a unit takes."""
    day, at = timezone.localdate(), timezone.now()
    proposal = Proposal(unit=unit, from_on=day, until_on=day + timedelta(days=DAYS))
    told = selectors.problem_of(proposal, at)
    seconds = cost(lambda: selectors.problem_of(proposal, at))
    duties = selectors.open_duties(unit, proposal.from_on, proposal.until_on, at)[:100]
    free = [duty for duty in duties if duty.pk in selectors.open_places(duties)]
    together = cost(lambda: selectors.candidates_for(free, day))
    alone = cost(lambda: [selectors.candidates(duty, day) for duty in free], 1)
    return (
        f"{unit.name[:30]:30} {len(told.problem.duties):7,} {len(told.problem.people):7,} {len(told.placements):7,} "
        f"{seconds:8.2f} {asked(lambda: selectors.problem_of(proposal, at)):8,} {alone / together:24.1f}"
    )


def main() -> None:
    print(setting.facts())
    print(
        f"{'':30} {'duties':>7} {'people':>7} {'pairs':>7} {'CPU s':>8} {'queries':>8} {'duty by duty, times more':>24}"
    )
    busiest = Duty.objects.filter(starts_at__gte=timezone.now(), unit__borough__kind="BOROUGH").values("unit__borough")
    first = busiest.annotate(number=Count("pk")).order_by("-number").first()
    for unit in (*Unit.objects.filter(pk=first["unit__borough"] if first else 0), Unit.objects.get(kind="FORCE")):
        print(line(unit), flush=True)


if __name__ == "__main__":
    main()

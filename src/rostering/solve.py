"""Plans: first something, soon; then better, with a proof of how good it is, until it is good enough or time is up."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

from rostering import check, check_columns, exact
from rostering.better import better
from rostering.bound import Pricer, Prices, find_prices
from rostering.columns import Columns, Floats, Longs, Names, arrange, no_longs
from rostering.problem import Duty, Person, Place, Plan, Problem, Progress, validate
from rostering.search import POLISH, Heat, Search, Sifted, sift

MOMENT = datetime(2007, 4, 24, 9, tzinfo=UTC)  # of the duty that warms up
SMALL = 4_000  # pairs: the whole model is solved to its proof
MIDDLE = 60_000  # pairs: HiGHS betters what the search found, block by block
# Pairs a person that are worth a look. The better the prices, the more alike are everybody's best, and the more duties
# are left with fewer people than places: with 60 of some 140 a crowded city had 90.9 % filled, with all of them 98.5 %.
KEEP = 200
GOOD_ENOUGH = 0.001  # of the cost: with this gap proved, bettering ends
SWEEPS = 3  # how often each person is planned anew in some block
SWEEP = 4.5e-7  # seconds for a pair, in one round of prices on one thread: a guess that only sets how much is tried
MOVE = 6e-7  # seconds for a move of the search on one thread: the same
FRESH = Heat(0.5, 0.03, 0.01, 3.0)
REPAIR = Heat(0.2, 0.03, 0.5, 20.0)


@dataclass(frozen=True, slots=True)
class ColumnsPlan:
    """A plan over columns. ``pairs`` ascend; the referee has found no broken rule and counted the cost."""

    pairs: Longs
    cost: float  # points
    bound: float  # points; no plan can cost less
    value: float  # points of all places
    price: Floats  # [S]
    method: str
    progress: tuple[Progress, ...]

    @property
    def gap(self) -> float:
        return max(0.0, self.cost - self.bound) / self.cost if self.cost > 0 else 0.0

    @property
    def welfare_gap(self) -> float:
        best = self.value - self.bound
        return max(0.0, self.cost - self.bound) / best if best > 0 else 0.0


@dataclass(slots=True)
class _Watch:
    """The clock, whoever waits, and what has been reached."""

    work: float  # seconds for which the work is measured out
    seconds: float  # after which the clock cuts it short
    hear: Callable[[Progress], object] | None
    stop: Callable[[], bool] | None
    began: float = field(default_factory=time.monotonic)
    stage: str = "prices"
    cost: float | None = None
    bound: float | None = None
    told: list[Progress] = field(default_factory=list)

    @property
    def spent(self) -> float:
        return time.monotonic() - self.began

    def is_over(self, share: float = 1.0) -> bool:
        return self.spent > share * self.seconds or (self.stop is not None and self.stop())

    def tell(self, done: float) -> None:
        note = Progress(self.spent, self.stage, done, self.cost, self.bound)
        self.told.append(note)
        if self.hear is not None:
            self.hear(note)


def solve(
    problem: Problem,
    *,
    seconds: float = 15.0,
    seed: int = 1,
    threads: int = 2,
    progress: Callable[[Progress], object] | None = None,
    stop: Callable[[], bool] | None = None,
    start: Plan | None = None,
    patience: float = 1.0,
) -> Plan:
    """A plan for the problem within about ``seconds``, with the gap that is proved of it.

    ``progress`` hears how far it is, about once a second; when ``stop`` answers True the best plan so far is returned.
    ``start`` is the rota as it stands: with it the planner repairs rather than plans anew, and what is promised (the
    problem's promises) is moved only where that is worth its weight.

    The same problem, seed and number of threads give the same plan unless the clock or ``stop`` cut the work short:
    the work is measured out beforehand, for ``seconds`` of two ordinary cores. ``patience`` times ``seconds`` is when
    the clock cuts: on a busy machine more than 1 gives the same work the time it needs.

    Raises ValueError where the problem is nonsense, saying what and where.
    """
    validate(problem)
    columns, names = arrange(problem)
    begin = _pairs_of(columns, names, start.places) if start else None
    price = np.array([start.prices.get(key, 0.0) for key in names.duties]) if start else None
    found = solve_columns(
        columns,
        seconds=seconds,
        seed=seed,
        threads=threads,
        progress=progress,
        stop=stop,
        start=begin,
        price=price,
        patience=patience,
    )
    return _named(problem, columns, names, found)


def _pairs_of(columns: Columns, names: Names, places: tuple[Place, ...]) -> Longs:
    """Those of the places that are still possible, one at a time as long as they keep the rules."""
    who = {key: at for at, key in enumerate(names.people)}
    what = {key: at for at, key in enumerate(names.duties)}
    pairs: list[int] = []
    for place in sorted(places, key=lambda place: (who.get(place.person, -1), what.get(place.duty, -1))):
        if place.person in who and place.duty in what:
            v, s = who[place.person], what[place.duty]
            own = columns.duty[columns.row[v] : columns.row[v + 1]]
            at = int(np.searchsorted(own, s))
            if at < len(own) and own[at] == s:
                pairs.append(int(columns.row[v]) + at)
    return np.array(sorted(pairs), np.int64)


def _named(problem: Problem, columns: Columns, names: Names, found: ColumnsPlan) -> Plan:
    owner, duty = columns.person_of(found.pairs), columns.duty[found.pairs]
    places = tuple(sorted(
        (Place(names.people[v], names.duties[s]) for v, s in zip(owner, duty, strict=True)),
        key=lambda place: (str(place.duty), str(place.person)),
    ))  # fmt: skip
    if broken := check.faults(problem, places):
        raise RuntimeError(f"The planner broke a rule, and the plan is thrown away: {broken[0]}")
    account = check.account(problem, places)
    taken = np.bincount(duty, minlength=len(names.duties))
    kept = set(places)
    return Plan(
        places=places,
        open_places={key: int(columns.most[at] - taken[at]) for at, key in enumerate(names.duties)},
        cost=account.cost,
        bound=min(found.bound, account.cost),
        value=account.value,
        prices={key: float(found.price[at]) for at, key in enumerate(names.duties)},
        broken_promises=tuple(each for each in problem.promises if Place(each.person, each.duty) not in kept),
        method=found.method,
        progress=found.progress,
    )


def solve_columns(
    columns: Columns,
    *,
    seconds: float = 120.0,
    seed: int = 1,
    threads: int = 2,
    progress: Callable[[Progress], object] | None = None,
    stop: Callable[[], bool] | None = None,
    start: Longs | None = None,
    price: Floats | None = None,
    patience: float = 1.0,
) -> ColumnsPlan:
    """``solve`` for a problem arranged already. ``start`` are pairs, ``price`` the prices of an earlier plan."""
    watch = _Watch(seconds, seconds * patience, progress, stop)
    if not len(columns.duty):
        return _refereed(
            columns, no_longs(), cost_of_nothing(columns), columns.cost_least.copy(), "nothing to plan", watch
        )
    if len(columns.duty) <= SMALL and start is None:
        return _small(columns, seed, watch)
    prices = _prices(columns, threads, watch, price)
    sifted = sift(columns, prices.price, KEEP)
    pairs = _searched(columns, prices.price, sifted, seed, threads, watch, start)
    method, bound = "search; bound by prices", prices.bound
    if len(columns.duty) <= MIDDLE and not watch.is_over(0.8):
        pairs = _bettered(columns, prices, pairs, seed, threads, watch)
        method = "search, bettered block by block; bound by prices"
    return _refereed(columns, pairs, bound, prices.price, method, watch)


def warm_up() -> None:
    """Load the compiled code, or compile it where there is none yet (some 20 seconds): a worker begins with it."""
    people, duties = (Person("person", frozenset({"duty"})),), (Duty("duty", MOMENT, MOMENT + timedelta(hours=1)),)
    columns, _ = arrange(Problem(people, duties))
    price = find_prices(Pricer(columns, 1), part=lambda number, bound: float(number)).price
    Search(columns, price, sift(columns, price, KEEP), seed=1, threads=1).round(POLISH, visits=1, moves=1)


def cost_of_nothing(columns: Columns) -> float:
    return check_columns.cost_in(columns, no_longs())


def _refereed(columns: Columns, pairs: Longs, bound: float, price: Floats, method: str, watch: _Watch) -> ColumnsPlan:
    if broken := check_columns.faults_in(columns, pairs):
        raise RuntimeError(f"The planner broke a rule, and the plan is thrown away: {broken}")
    cost = check_columns.cost_in(columns, pairs)
    watch.cost, watch.bound = cost, min(bound, cost)
    watch.tell(1.0)
    return ColumnsPlan(pairs, cost, min(bound, cost), columns.value, price, method, tuple(watch.told))


def _small(columns: Columns, seed: int, watch: _Watch) -> ColumnsPlan:
    """The whole model, to its proof."""
    watch.stage = "proof"
    every = np.arange(len(columns.duty), dtype=np.int64)
    answer = exact.best(columns, every, seconds=watch.seconds, seed=seed, threads=1, tell=_hear(watch))
    pairs = no_longs() if answer.pairs is None else answer.pairs
    bound = max(answer.bound, 0.0) if np.isfinite(answer.bound) else 0.0
    return _refereed(columns, pairs, bound, _simple_prices(columns, pairs), "HiGHS", watch)


def _simple_prices(columns: Columns, pairs: Longs) -> Floats:
    """What one more person would save at each duty: nothing where it is full."""
    taken = np.bincount(columns.duty[pairs], minlength=len(columns.start))
    above = np.where(taken < columns.most, columns.cost_most, 0.0)
    return np.where(taken < columns.least, columns.cost_least, above)


def _hear(watch: _Watch) -> Callable[[float, float], bool]:
    """What HiGHS reports, passed on once a second; False when there is enough or time is up."""
    last = [watch.spent]

    def tell(cost: float, bound: float) -> bool:
        if np.isfinite(cost):
            watch.cost, watch.bound = cost, max(bound, 0.0)
        if watch.spent - last[0] >= 1.0:
            last[0] = watch.spent
            watch.tell(min(1.0, watch.spent / watch.seconds))
        return not watch.is_over()

    return tell


def _prices(columns: Columns, threads: int, watch: _Watch, price: Floats | None) -> Prices:
    watch.stage = "prices"
    share = 0.3 if price is None else 0.2
    fewest = 20 if price is None else 10
    rounds = int(np.clip(share * watch.work * threads / (SWEEP * len(columns.duty)), fewest, 300))
    last = [0.0]

    def part(number: int, bound: float) -> float:
        watch.bound = bound if number else None
        done = max(number / rounds, watch.spent / (share * watch.seconds))
        if watch.spent - last[0] >= 1.0:
            last[0] = watch.spent
            watch.tell(share * min(done, 1.0))
        return 1.0 if number and watch.is_over(share) else min(done, 1.0 if number else 0.0)

    return find_prices(Pricer(columns, threads), part=part, start=price, first=0.25 if price is None else 0.05)


def _searched(
    columns: Columns, price: Floats, sifted: Sifted, seed: int, threads: int, watch: _Watch, start: Longs | None
) -> Longs:
    """The search from an empty plan, or from the rota as it stands."""
    watch.stage = "search"
    search = Search(columns, price, sifted, seed=seed, threads=threads)
    heat = FRESH if start is None else REPAIR
    if start is not None:
        search.begin(start)
    begins, ends = watch.spent / watch.seconds, 0.45 if len(columns.duty) <= MIDDLE else 0.92
    moves = 16
    share = 0.15 if len(columns.duty) <= MIDDLE else 0.6 if start is None else 0.3
    work = share * watch.work * threads / MOVE
    rounds = int(np.clip(work / (2 * moves * columns.people), 30, 400))
    done = 0.0
    for number in range(rounds):
        # Where the clock runs ahead of the work, so do temperature and hardness.
        clock = (watch.spent / watch.seconds - begins) / max(ends - begins, 1e-9)
        then = min(1.0, max((number + 1) / rounds, clock))
        search.round(_between(heat, done, then), visits=2, moves=moves)
        done = then
        watch.tell(begins + (ends - begins) * done)
        if done >= 1.0 or watch.is_over():
            break
    search.settle()
    for _ in range(4):
        search.round(POLISH, visits=2, moves=moves)
    search.settle()
    return search.pairs()


def _between(heat: Heat, since: float, until: float) -> Heat:
    def at(first: float, last: float, part: float) -> float:
        return float(first * (last / first) ** part)

    return Heat(
        at(heat.warm, heat.cold, since),
        at(heat.warm, heat.cold, until),
        at(heat.soft, heat.firm, since),
        at(heat.soft, heat.firm, until),
    )


def _bettered(columns: Columns, prices: Prices, pairs: Longs, seed: int, threads: int, watch: _Watch) -> Longs:
    """What the search found, planned anew block by block."""
    watch.stage = "proof"
    begins = watch.spent / watch.seconds

    def going(done: float, cost: float) -> bool:
        watch.cost = cost
        watch.tell(begins + (1 - begins) * done)
        return not watch.is_over(0.96) and cost - prices.bound > GOOD_ENOUGH * cost

    return better(columns, prices.price, pairs, seed=seed, threads=threads, sweeps=SWEEPS, going=going)

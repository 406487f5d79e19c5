"""People counted for the public: small counts go together, so that nobody can be picked out, by subtraction either.

Source: Ofqual's rounding policy of 30 October 2025 (small counts hidden, others to the nearest five), with the
threshold of ten that research outputs of the Office for National Statistics have.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TOGETHER = "Others together"


@dataclass(frozen=True)
class Row:
    """So many people of one kind, or of several kinds that are told together; ``keys`` says which."""

    label: str
    count: int
    keys: tuple[str, ...] = ()


def said(count: int, *, fewest: int, nearest: int = 1) -> str:
    """A count of people as a report says it: none, fewer than 10, or a figure, rounded where it is a part of more."""
    if 0 < count < fewest:
        return f"fewer than {fewest}"
    return f"{rounded(count, nearest):,}" if count else "none"


def rounded(count: int, nearest: int) -> int:
    """To the nearest so many, half of it upwards."""
    return (count + nearest // 2) // nearest * nearest


def rows_told(counts: Iterable[tuple[str, int]], *, fewest: int) -> list[Row]:
    """The kinds that are large enough, in their order, and all others in one last row; empty where only that is left.

    One small kind alone could be found by taking the others from the total, so the next smallest goes with it.
    """
    found = [Row(label, count, (label,)) for label, count in counts if count]
    hidden = [row for row in found if row.count < fewest]
    told = [row for row in found if row.count >= fewest]
    while hidden and told and sum(row.count for row in hidden) < fewest:
        smallest = min(told, key=lambda row: row.count)
        told.remove(smallest)
        hidden.append(smallest)
    if not hidden:
        return told
    together = Row(TOGETHER, sum(row.count for row in hidden), tuple(row.label for row in hidden))
    return [*told, together] if told else []


def age_bands(ages: Sequence[int], *, edges: Sequence[int], fewest: int) -> list[Row]:
    """How many of each age, from the youngest on: a band that is too small goes with its neighbour."""
    bands: list[tuple[int, int]] = []  # (from which age, how many)
    for first, after in zip(edges, [*edges[1:], 1000], strict=True):
        count = sum(1 for age in ages if first <= age < after)
        if bands and bands[-1][1] < fewest:
            bands[-1] = (bands[-1][0], bands[-1][1] + count)
        else:
            bands.append((first, count))
    if len(bands) > 1 and bands[-1][1] < fewest:
        _, small = bands.pop()
        bands[-1] = (bands[-1][0], bands[-1][1] + small)
    if not bands or bands[0][1] < fewest:
        return []
    starts = [first for first, _ in bands]
    ends = [*starts[1:], 0]
    return [Row(_ages(first, after), count) for (first, count), after in zip(bands, ends, strict=True)]


def _ages(first: int, after: int) -> str:
    if not after:
        return f"{first} or older" if first else "All ages"
    return f"{first} to {after - 1}" if first else f"Under {after}"

"""People counted for the public: nobody can be picked out, and nobody by subtraction either."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from timegiven.insight import rules

COUNTS = some.lists(some.integers(0, 60), min_size=1, max_size=8).map(
    lambda counts: [(f"kind {number}", count) for number, count in enumerate(counts)]
)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "none"), (1, "fewer than 10"), (9, "fewer than 10"), (10, "10"), (1_204, "1,205")]
)
@pytest.mark.clause(146, 156)
def test_a_small_count_is_never_said(count: int, words: str) -> None:
    assert rules.said(count, fewest=10, nearest=5) == words


def test_all_there_are_is_not_rounded() -> None:
    assert rules.said(703, fewest=10) == "703"


def test_one_small_kind_takes_the_next_smallest_with_it() -> None:
    told = rules.rows_told([("White", 300), ("Mixed", 12), ("Asian", 9)], fewest=10)

    assert [(row.label, row.count) for row in told] == [("White", 300), ("Others together", 21)]


def test_several_small_kinds_are_told_together() -> None:
    told = rules.rows_told([("White", 300), ("Mixed", 7), ("Asian", 9), ("Black", 40)], fewest=10)

    assert [(row.label, row.count) for row in told] == [("White", 300), ("Black", 40), ("Others together", 16)]


def test_where_only_small_kinds_are_left_nothing_is_told() -> None:
    assert rules.rows_told([("Yes", 3), ("No", 90)], fewest=10) == []


@given(COUNTS)
def test_no_kind_that_is_small_can_be_worked_out(counts: list[tuple[str, int]]) -> None:
    told = rules.rows_told(counts, fewest=10)

    assert all(row.count >= 10 for row in told)
    hidden = [row for row in told if row.label == rules.counting.TOGETHER]
    assert all(len(row.keys) > 1 for row in hidden)
    assert not told or sum(row.count for row in told) == sum(count for _, count in counts)


@given(some.lists(some.integers(16, 89), max_size=200))
def test_every_age_band_holds_enough_people_and_all_of_them_are_in_one(ages: list[int]) -> None:
    bands = rules.age_bands(ages, edges=(0, 18, 25, 35, 45, 55, 65, 75), fewest=10)

    assert all(band.count >= 10 for band in bands)
    assert sum(band.count for band in bands) == (len(ages) if len(ages) >= 10 else 0)


@pytest.mark.clause(146)
def test_the_youngest_and_the_oldest_are_told_in_bands_alone() -> None:
    bands = rules.age_bands([16, *[22] * 12, *[40] * 11, *[80] * 10, 89], edges=(0, 18, 25, 35, 75), fewest=10)

    assert [(band.label, band.count) for band in bands] == [("Under 25", 13), ("25 to 74", 11), ("75 or older", 11)]

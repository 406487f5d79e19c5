"""Hours that overlap: plain times in, yes or no out."""

from datetime import datetime


def overlap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    """Whether two times share a moment; one that begins when the other ends does not."""
    return one[0] < other[1] and other[0] < one[1]

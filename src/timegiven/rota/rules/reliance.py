"""When a unit has come to rely on somebody (clause 43). Plain values in, an answer out."""

from collections.abc import Sequence


def leans(carried: Sequence[int], *, least: int, share: int) -> bool:
    """Whether so much of a task hangs on one person that the unit would stop without them.

    ``carried`` is how many of the duties each person gave; ``least`` the fewest duties that say anything at all;
    ``share`` the percentage carried by one person from which on the unit relies on them.
    """
    total = sum(carried)
    return total >= least and max(carried, default=0) * 100 >= share * total

"""Miles in one's own vehicle: the rate of the day of the journey, and the threshold of the tax year."""

from dataclasses import dataclass
from datetime import date

from timegiven.expenses.rules.agreed import agree_on
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import several

TENTHS = 10


@dataclass(frozen=True)
class Rate:
    """Pence a mile; above ``threshold`` miles in a tax year, if there is one, ``later`` pence a mile."""

    pence: int
    later: int = 0
    threshold: int | None = None


def tax_year(on: date) -> int:
    """The year in which the tax year of a day begins, on 6 April."""
    return on.year if (on.month, on.day) >= (4, 6) else on.year - 1


def reckon(*, tenths: int, before: int, rate: Rate) -> tuple[int, str]:
    """(pence, in words) for ``tenths`` of a mile after ``before`` tenths in the same tax year.

    Part of a penny is left out, so that the rate is never passed: at these distances that is less than a penny.
    """
    first = tenths
    if rate.threshold is not None:
        first = min(tenths, max(rate.threshold * TENTHS - before, 0))
    later = tenths - first
    parts = [(first, rate.pence), (later, rate.later)]
    said = [f"{in_miles(part)} at {pence}p" for part, pence in parts if part]
    return sum(part * pence for part, pence in parts) // TENTHS, several(said)


def in_miles(tenths: int) -> str:
    """1 mile; 3.4 miles."""
    whole, rest = divmod(tenths, TENTHS)
    return f"{whole:,}{f'.{rest}' if rest else ''} mile{'' if tenths == TENTHS else 's'}"


def check_distance(*, tenths: int, most: int | None, taken: int = 0, of: str = "") -> None:
    """The distance is what was agreed, or less, with what is on a claim already.

    ``of``: whose it is, where somebody else reads.
    """
    longer = agree_on("the longer way", of=of)
    if tenths <= 0:
        raise NotAllowed("These miles have not been added: the distance is nothing.", next_step="Enter the miles.")
    if most is not None and taken >= most:
        raise NotAllowed(
            f"These miles have not been added: the {in_miles(most)} that were agreed are on a claim already.",
            next_step=f"Look at {'the' if of else 'your'} claim, or {longer}.",
        )
    if most is not None and tenths > most - taken:
        raise NotAllowed(
            f"These miles have not been added: {in_miles(tenths)} is more than the {in_miles(most - taken)} that were "
            f"agreed{' and are left' if taken else ''}.",
            next_step=f"Enter up to {in_miles(most - taken)}, or {longer}.",
        )


def check_vehicle(reasons: list[str], *, is_own: bool) -> None:
    """One's own vehicle on duty: the profile, the risk assessment and the insurer must all agree (clause 105)."""
    if reasons:
        whose = "your" if is_own else "the volunteer’s"
        raise NotAllowed(
            f"{'Your' if is_own else 'One’s'} own vehicle may not be used for the role. {' '.join(reasons)}",
            next_step="It may be used only where the role profile, the risk assessment and the insurer agree. What is "
            f"known stands under “Own vehicle”, on {whose} record.",
        )

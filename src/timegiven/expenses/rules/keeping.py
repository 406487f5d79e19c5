"""How long what proves a claim is kept."""

from datetime import date

from timegiven.kernel.time import add_months

YEAR_BEGINS = 4  # the financial year of a public body runs from 1 April to 31 March


def kept_from(day: date, *, years: int) -> date:
    """The first day of the oldest financial year that is still kept on ``day``, ``years`` after such a year ended."""
    ended = add_months(day, -12 * years)
    return date(ended.year - (ended.month < YEAR_BEGINS), YEAR_BEGINS, 1)

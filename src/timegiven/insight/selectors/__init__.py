"""What can be asked about the programme as a whole: nobody can be picked out."""

from timegiven.insight.selectors.register import Entry, entries
from timegiven.insight.selectors.totals import hours_by_borough, volunteers_by_status, year_of_hours
from timegiven.insight.selectors.value import Compared, compared_by_year, rates_on

__all__ = [
    "Compared",
    "Entry",
    "compared_by_year",
    "entries",
    "hours_by_borough",
    "rates_on",
    "volunteers_by_status",
    "year_of_hours",
]

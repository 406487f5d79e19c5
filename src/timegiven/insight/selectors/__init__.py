"""What can be asked about the programme as a whole: nobody can be picked out."""

from timegiven.insight.selectors.register import Entry, entries
from timegiven.insight.selectors.totals import hours_by_borough, volunteers_by_status, year_of_hours

__all__ = ["Entry", "entries", "hours_by_borough", "volunteers_by_status", "year_of_hours"]

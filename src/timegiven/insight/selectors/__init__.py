"""What can be asked about the programme as a whole: nobody can be picked out."""

from timegiven.insight.selectors.assessments import assessments, reviews_soon, standings
from timegiven.insight.selectors.figures import figures
from timegiven.insight.selectors.needs import needs
from timegiven.insight.selectors.register import Entry, entries
from timegiven.insight.selectors.reports import (
    facts_of,
    in_hand,
    is_being_corrected,
    is_there,
    missing,
    money_by_year,
    money_of,
    published_now,
    replaced_by,
    reports_seen_by,
    told,
)
from timegiven.insight.selectors.totals import hours_by_borough, volunteers_by_status, year_of_hours
from timegiven.insight.selectors.value import Compared, compared_by_year, rates_on

__all__ = [
    "Compared",
    "Entry",
    "assessments",
    "compared_by_year",
    "entries",
    "facts_of",
    "figures",
    "hours_by_borough",
    "in_hand",
    "is_being_corrected",
    "is_there",
    "missing",
    "money_by_year",
    "money_of",
    "needs",
    "published_now",
    "rates_on",
    "replaced_by",
    "reports_seen_by",
    "reviews_soon",
    "standings",
    "told",
    "volunteers_by_status",
    "year_of_hours",
]

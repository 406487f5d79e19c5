"""The hours ledger: minutes given, the month that holds them under its cap, totals and closings."""

from timegiven.hours.models.entries import Entry
from timegiven.hours.models.months import Extension, Month
from timegiven.hours.models.totals import Closing, Total

__all__ = ["Closing", "Entry", "Extension", "Month", "Total"]

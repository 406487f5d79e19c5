"""What is typed in about sessions."""

from timegiven.attendance.forms.mondays import Answer, Choice, LeaveOut, Upload, Void
from timegiven.attendance.forms.reports import FEELINGS, KEPT, Correct, Filters, Find, Report
from timegiven.attendance.forms.stack import Sheet

__all__ = [
    "FEELINGS",
    "KEPT",
    "Answer",
    "Choice",
    "Correct",
    "Filters",
    "Find",
    "LeaveOut",
    "Report",
    "Sheet",
    "Upload",
    "Void",
]

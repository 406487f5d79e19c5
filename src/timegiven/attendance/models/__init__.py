"""Attendance: who came, the report after each session, and what is asked about it."""

from timegiven.attendance.models.imports import Import, ImportRow
from timegiven.attendance.models.presences import Presence, Tablet
from timegiven.attendance.models.reports import Draft, LateEntry, Query, Reminder, SessionReport

__all__ = ["Draft", "Import", "ImportRow", "LateEntry", "Presence", "Query", "Reminder", "SessionReport", "Tablet"]

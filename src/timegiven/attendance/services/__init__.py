"""What people do with session reports: write one, correct one, keep a draft."""

from timegiven.attendance.services.drafts import forget_draft, save_draft
from timegiven.attendance.services.reports import correct, report

__all__ = ["correct", "forget_draft", "report", "save_draft"]

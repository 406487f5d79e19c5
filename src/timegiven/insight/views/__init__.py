"""Pages about the programme as a whole."""

from timegiven.insight.views.overview import overview
from timegiven.insight.views.register import register, register_pdf, register_sheet
from timegiven.insight.views.value import value

__all__ = ["overview", "register", "register_pdf", "register_sheet", "value"]

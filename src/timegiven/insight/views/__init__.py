"""Pages about the programme as a whole, and its reports to committees."""

from timegiven.insight.views.assessments import assessments, record_assessment
from timegiven.insight.views.overview import overview
from timegiven.insight.views.reading import report, report_pdf, reports
from timegiven.insight.views.register import register, register_pdf, register_sheet
from timegiven.insight.views.value import value
from timegiven.insight.views.writing import (
    add_money,
    begin_report,
    correct_report,
    drop_report,
    finish_report,
    part,
    publish_report,
    remove_money,
    take_off_report,
)

__all__ = [
    "add_money",
    "assessments",
    "begin_report",
    "correct_report",
    "drop_report",
    "finish_report",
    "overview",
    "part",
    "publish_report",
    "record_assessment",
    "register",
    "register_pdf",
    "register_sheet",
    "remove_money",
    "report",
    "report_pdf",
    "reports",
    "take_off_report",
    "value",
]

"""What the Central Team does with reports to committees and with equality impact assessments."""

from timegiven.insight.services.assessing import record_assessment
from timegiven.insight.services.reporting import (
    add_money,
    begin_report,
    correct_report,
    drop_report,
    finish_report,
    publish_report,
    remove_money,
    take_off_report,
    write_part,
)

__all__ = [
    "add_money",
    "begin_report",
    "correct_report",
    "drop_report",
    "finish_report",
    "publish_report",
    "record_assessment",
    "remove_money",
    "take_off_report",
    "write_part",
]

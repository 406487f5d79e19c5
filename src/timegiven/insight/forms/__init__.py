"""What is asked of the register, of reports to committees and of assessments."""

from timegiven.insight.forms.assessments import Assess
from timegiven.insight.forms.register import Register
from timegiven.insight.forms.reports import PART_FORMS, Correct, Money, Publish, Sure, TakeOff

__all__ = ["PART_FORMS", "Assess", "Correct", "Money", "Publish", "Register", "Sure", "TakeOff"]

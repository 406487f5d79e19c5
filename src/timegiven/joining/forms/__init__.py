"""What is typed in while somebody joins."""

from timegiven.joining.forms.deciding import Decide, Filters, Interview, KeyIn, SendToVetting
from timegiven.joining.forms.offices import CancelPass, Clear, IssuePass, PassFilters, RecordAgreement, Renew, Sign
from timegiven.joining.forms.references import Answers, Judge, Referee
from timegiven.joining.forms.registering import ChoosePassword, Register
from timegiven.joining.forms.sections import About, Emergency, Help, Referees, Skills, Time, Why

__all__ = [
    "About",
    "Answers",
    "CancelPass",
    "ChoosePassword",
    "Clear",
    "Decide",
    "Emergency",
    "Filters",
    "Help",
    "Interview",
    "IssuePass",
    "Judge",
    "KeyIn",
    "PassFilters",
    "RecordAgreement",
    "Referee",
    "Referees",
    "Register",
    "Renew",
    "SendToVetting",
    "Sign",
    "Skills",
    "Time",
    "Why",
]

"""What is typed in while somebody joins."""

from timegiven.joining.forms.deciding import Decide, Filters, Interview, KeyIn, SendToVetting
from timegiven.joining.forms.duplicates import Compare
from timegiven.joining.forms.equality import Equality
from timegiven.joining.forms.guardians import Agree, NameAdult, NameGuardian
from timegiven.joining.forms.meetings import Book, PublishSlot, UnitMeeting
from timegiven.joining.forms.offices import CancelPass, Clear, IssuePass, PassFilters, RecordAgreement, Renew, Sign
from timegiven.joining.forms.references import Answers, Discuss, Judge, Referee
from timegiven.joining.forms.registering import ChoosePassword, Register, Suits
from timegiven.joining.forms.sections import (
    Address,
    Born,
    Emergency,
    Guardian,
    Help,
    Languages,
    Name,
    Question,
    Reach,
    RefereeQuestion,
    Skills,
    Time,
    Travel,
    Vehicle,
    Why,
)

__all__ = [
    "Address",
    "Agree",
    "Answers",
    "Book",
    "Born",
    "CancelPass",
    "ChoosePassword",
    "Clear",
    "Compare",
    "Decide",
    "Discuss",
    "Emergency",
    "Equality",
    "Filters",
    "Guardian",
    "Help",
    "Interview",
    "IssuePass",
    "Judge",
    "KeyIn",
    "Languages",
    "Name",
    "NameAdult",
    "NameGuardian",
    "PassFilters",
    "PublishSlot",
    "Question",
    "Reach",
    "RecordAgreement",
    "Referee",
    "RefereeQuestion",
    "Register",
    "Renew",
    "SendToVetting",
    "Sign",
    "Skills",
    "Suits",
    "Time",
    "Travel",
    "UnitMeeting",
    "Vehicle",
    "Why",
]

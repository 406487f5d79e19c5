"""What is typed in about concerns, days on which not to come, and leaving."""

from timegiven.concerns.forms.days import NotThatDay
from timegiven.concerns.forms.leaving import Cease, Leave
from timegiven.concerns.forms.telling import Add, Answer, Settle, Tell, TellFor
from timegiven.ui.forms import Form

__all__ = ["Add", "Answer", "Cease", "Form", "Leave", "NotThatDay", "Settle", "Tell", "TellFor"]

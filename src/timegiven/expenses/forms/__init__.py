"""What is typed in about expenses."""

from timegiven.expenses.forms.agreeing import Agree, AskForADay, AskToAgree, Decline
from timegiven.expenses.forms.costs import Cost, Meal, Miles, MilesElsewhere, SendAgain, Sure, in_figures
from timegiven.expenses.forms.deciding import Approve, Ask, Filter, PutRight, Refuse
from timegiven.expenses.forms.paying import BankDetails, CameBack, ReadResults, Settle

__all__ = [
    "Agree",
    "Approve",
    "Ask",
    "AskForADay",
    "AskToAgree",
    "BankDetails",
    "CameBack",
    "Cost",
    "Decline",
    "Filter",
    "Meal",
    "Miles",
    "MilesElsewhere",
    "PutRight",
    "ReadResults",
    "Refuse",
    "SendAgain",
    "Settle",
    "Sure",
    "in_figures",
]

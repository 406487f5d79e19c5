"""What is typed in about expenses."""

from timegiven.expenses.forms.agreeing import Agree, AskForADay, AskToAgree, Decline
from timegiven.expenses.forms.costs import Cost, Meal, Miles, MilesElsewhere, Paper, SendAgain, Sure, in_figures
from timegiven.expenses.forms.deciding import Approve, Ask, Filter, PutRight, Refuse, TypedIn
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
    "Paper",
    "PutRight",
    "ReadResults",
    "Refuse",
    "SendAgain",
    "Settle",
    "Sure",
    "TypedIn",
    "in_figures",
]

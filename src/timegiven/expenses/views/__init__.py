"""Claims: the volunteer's own, the MVP Manager's queue, and what Finance pays."""

from timegiven.expenses.views.agreeing import (
    agree,
    agree_a_day_with,
    agree_with,
    agreement,
    agreements,
    ask_for_a_day,
    ask_to_agree,
    decline_to_agree,
    end_agreement,
)
from timegiven.expenses.views.claiming import add, add_for_day, claim, remove, send, send_again, withdraw
from timegiven.expenses.views.deciding import approve, ask, claims, put_right, refuse, top_ups
from timegiven.expenses.views.own import bank, forget_bank, miles_elsewhere, my_claims
from timegiven.expenses.views.paying import (
    batch,
    batch_schedule,
    batch_sheet,
    batches,
    came_back,
    make_batch,
    read_results,
    settle,
    take_back,
)
from timegiven.expenses.views.shown import receipt, record, see

__all__ = [
    "add",
    "add_for_day",
    "agree",
    "agree_a_day_with",
    "agree_with",
    "agreement",
    "agreements",
    "approve",
    "ask",
    "ask_for_a_day",
    "ask_to_agree",
    "bank",
    "batch",
    "batch_schedule",
    "batch_sheet",
    "batches",
    "came_back",
    "claim",
    "claims",
    "decline_to_agree",
    "end_agreement",
    "forget_bank",
    "make_batch",
    "miles_elsewhere",
    "my_claims",
    "put_right",
    "read_results",
    "receipt",
    "record",
    "refuse",
    "remove",
    "see",
    "send",
    "send_again",
    "settle",
    "take_back",
    "top_ups",
    "withdraw",
]

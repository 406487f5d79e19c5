"""Agree on costs, claim them, decide on claims, and pay them."""

from timegiven.expenses.services.agreeing import agree, ask_for_a_day, ask_to_agree, decline_to_agree, end_agreement
from timegiven.expenses.services.banking import (
    enter_bank_details,
    forget_bank_details,
    forget_old_bank_details,
    read_bank_details,
)
from timegiven.expenses.services.claiming import add_cost, add_miles, add_paper, remove, send, send_again, withdraw
from timegiven.expenses.services.deciding import approve, ask, look_again, put_right, refuse
from timegiven.expenses.services.driving import say_miles_elsewhere, top_up
from timegiven.expenses.services.forgetting import forget_old_receipts
from timegiven.expenses.services.keeping import keep_receipt
from timegiven.expenses.services.paying import came_back, make_batch, read_results, settle, take_back

__all__ = [
    "add_cost",
    "add_miles",
    "add_paper",
    "agree",
    "approve",
    "ask",
    "ask_for_a_day",
    "ask_to_agree",
    "came_back",
    "decline_to_agree",
    "end_agreement",
    "enter_bank_details",
    "forget_bank_details",
    "forget_old_bank_details",
    "forget_old_receipts",
    "keep_receipt",
    "look_again",
    "make_batch",
    "put_right",
    "read_bank_details",
    "read_results",
    "refuse",
    "remove",
    "say_miles_elsewhere",
    "send",
    "send_again",
    "settle",
    "take_back",
    "top_up",
    "withdraw",
]

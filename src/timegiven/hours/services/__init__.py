"""What happens to the ledger: time is given, added and taken back, months are closed and, rarely, lengthened."""

from timegiven.hours.services.adding import add_time, take_time_back
from timegiven.hours.services.closing import close, close_due, sign_for
from timegiven.hours.services.ledger import give, hold, recount, take_back
from timegiven.hours.services.many import Gift, Held, Refusals, give_many, hold_months

__all__ = [
    "Gift",
    "Held",
    "Refusals",
    "add_time",
    "close",
    "close_due",
    "give",
    "give_many",
    "hold",
    "hold_months",
    "recount",
    "sign_for",
    "take_back",
    "take_time_back",
]

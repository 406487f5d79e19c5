"""What happens to the ledger: time is given and taken back, months are closed and, rarely, lengthened."""

from timegiven.hours.services.closing import close, close_due, sign_for
from timegiven.hours.services.ledger import give, hold, recount, take_back

__all__ = ["close", "close_due", "give", "hold", "recount", "sign_for", "take_back"]

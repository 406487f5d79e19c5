"""Bank details as they are typed, and as they are shown."""

import re

from timegiven.kernel.refusals import NotAllowed


def sort_code(typed: str) -> str:
    """The six digits of 20-00-00, 20 00 00 or 200000."""
    digits = re.sub(r"[\s-]", "", typed)
    if not re.fullmatch(r"[0-9]{6}", digits):
        raise NotAllowed(
            "We have not kept your bank details: the sort code must have 6 digits.",
            next_step="You find it on your bank card, like 20-00-00.",
        )
    return digits


def bank_number(typed: str) -> str:
    """The eight digits of an account; shorter ones of older banks begin with noughts."""
    digits = re.sub(r"[\s-]", "", typed)
    if not re.fullmatch(r"[0-9]{6,8}", digits):
        raise NotAllowed(
            "We have not kept your bank details: the account number must have 6 to 8 digits.",
            next_step="You find it on your bank card or a statement.",
        )
    return digits.zfill(8)


def masked(digits: str) -> str:
    """••••••78: enough to know one's own account by."""
    return "•" * (len(digits) - 2) + digits[-2:]

"""Paying in batches, and reading what became of each payment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timegiven.kernel.refusals import NotAllowed

PAID = {"paid", "settled", "ok", "yes", "p"}
BOUNCED = {"bounced", "returned", "failed", "rejected", "no", "b"}


@dataclass(frozen=True)
class Result:
    """What a line of Finance's file says of one payment."""

    row: int
    reference: str
    is_paid: bool
    pence: int | None
    why: str = ""


def check_something_to_pay(*, claims: int) -> None:
    """An empty batch would only confuse."""
    if not claims:
        raise NotAllowed(
            "No batch has been made: no approved claim is waiting to be paid.",
            next_step="Claims that were just put into another batch are there.",
        )


def check_waiting(*, is_open: bool, outcome: str) -> None:
    """A payment is settled once."""
    if not is_open:
        raise NotAllowed(
            f"Nothing has changed: this payment is “{outcome.lower()}” already.",
            next_step="Open the batch again to see how it stands.",
        )


def results(rows: Sequence[Sequence[str]]) -> tuple[list[Result], list[str]]:
    """(results, what is wrong row by row) of a sheet with the columns Payment, Outcome and, if they like, Amount, Why.

    Our own sheet says “Amount in pounds”; the bank's may say “Amount”.
    """
    if not rows:
        return [], ["The file has no rows."]
    columns = {name.strip().lower(): place for place, name in enumerate(rows[0])}
    if not {"payment", "outcome"} <= set(columns):
        return [], ["The first row must name the columns: “Payment” and “Outcome” are needed."]
    found, wrong = [], []
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cells):
            continue
        told = {name: cells[place].strip() if place < len(cells) else "" for name, place in columns.items()}
        read = _result(number, told)
        if isinstance(read, Result):
            found.append(read)
        elif read:
            wrong.append(read)
    return found, wrong


def _result(number: int, told: dict[str, str]) -> Result | str:
    outcome = told["outcome"].lower()
    if not outcome:
        return ""  # not known yet
    if outcome not in PAID | BOUNCED:
        return f"Row {number}: “{told['outcome'][:40]}” is neither “paid” nor “bounced”."
    amount = told.get("amount in pounds") or told.get("amount", "")
    pence = _pence(amount) if amount else None
    if amount and pence is None:
        return f"Row {number}: “{amount[:40]}” is not an amount."
    reference = told["payment"].lstrip("'").upper()
    return Result(number, reference, outcome in PAID, pence, told.get("why", "").lstrip("'")[:200])


def _pence(amount: str) -> int | None:
    plain = amount.lstrip("'").replace("£", "").replace(",", "").strip()
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{0,2})?", plain):
        return None
    whole, _, rest = plain.partition(".")
    return int(whole) * 100 + int(rest.ljust(2, "0"))

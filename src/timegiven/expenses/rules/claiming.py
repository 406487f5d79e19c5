"""When a cost may be claimed, and with what; ``of``: whose it is, where somebody else reads."""

from datetime import date, timedelta

from timegiven.expenses.rules.agreed import whom_to_ask
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words


def check_has_come(*, on: date, today: date) -> None:
    """What is still to come has cost nothing yet that is certain."""
    if on > today:
        raise NotAllowed(
            f"Nothing can be claimed yet: it is on {in_words(on)}.", next_step="Come back on that day or after it."
        )


def check_in_time(
    *, given_on: date, today: date, within: int, left_on: date | None, after_leaving: int, of: str = ""
) -> None:
    """Refuse a claim more than ``within`` days after the session, or ``after_leaving`` days after somebody left."""
    if today > given_on + timedelta(days=within):
        raise NotAllowed(
            f"These costs cannot be claimed any more: it was on {in_words(given_on)}, "
            f"and claims are taken for {within} days.",
            next_step=whom_to_ask(of=of),
        )
    if left_on is not None and today > left_on + timedelta(days=after_leaving):
        raise NotAllowed(
            f"These costs cannot be claimed any more: {of or 'you'} left on {in_words(left_on)}, "
            f"and claims are taken for {after_leaving} days after that.",
            next_step=whom_to_ask(of=of),
        )


def check_spent(*, spent: int, has_receipt: bool, of: str = "") -> None:
    """A cost is more than nothing, and has its receipt (clauses 100, 101)."""
    if spent <= 0:
        raise NotAllowed(
            "This cost has not been added: the receipt is for nothing.",
            next_step=f"Enter what {'they' if of else 'you'} paid, in pounds.",
        )
    if not has_receipt:
        raise NotAllowed(
            "This cost has not been added: it has no receipt.", next_step="Add a photo or PDF of the receipt."
        )


def check_open(*, is_open: bool, status: str) -> None:
    """What has been sent stays as it is, until it comes back."""
    if not is_open:
        raise NotAllowed(
            f"Nothing has changed: this claim is “{status.lower()}”, so its costs stay as they are.",
            next_step="If something is missing, begin another claim for the same day.",
        )


def check_not_topped_up(*, is_topped_up: bool) -> None:
    """What more was paid for since hangs on it."""
    if is_topped_up:
        raise NotAllowed(
            "This cost has not been removed: more was approved for its miles since, when the rate rose.",
            next_step="Leave it on the claim, and say in your answer what is wrong with it.",
        )


def check_has_lines(*, lines: int) -> None:
    """An empty claim asks for nothing."""
    if not lines:
        raise NotAllowed("The claim has not been sent: there is no cost on it.", next_step="Add a cost first.")


def check_receipt_is_new(*, used_on: date | None, used_for: str, of: str = "") -> None:
    """One receipt is paid back once. Only the volunteer's own claims are ever named here."""
    if used_on is not None:
        used = f"{of}’s claim" if of else "your claim"
        whom = "ask the Central Team" if of else "write to your MVP Manager"
        raise NotAllowed(
            f"This cost has not been added: this receipt was used for {used} of {in_words(used_on)} ({used_for}).",
            next_step=f"Choose the receipt of this cost. If one receipt covers both, {whom}.",
        )

"""What the handbook says about training: for the role, no more, and good until a day."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words

PAYMENT = (
    "Training that a role does not need can be seen as a payment for time given, and a payment can turn "
    "volunteering into employment."
)


def needs(
    needed_for: str, *, is_lifting: bool, is_public_facing: bool, needs_aware: bool, is_named: bool = False
) -> bool:
    """Whether a role with these marks needs a course marked ``needed_for`` (clauses 91 to 95)."""
    marks = {"ALL": True, "LIFTING": is_lifting, "PUBLIC": is_public_facing, "AWARE": needs_aware}
    return is_named or marks.get(needed_for, False)


def expires_on(done_on: date, valid_months: int | None) -> date | None:
    """The first day on which a course is good no more, or None when it is good for ever."""
    if valid_months is None:
        return None
    years, month = divmod(done_on.month - 1 + valid_months, 12)
    year, month = done_on.year + years, month + 1
    return date(year, month, min(done_on.day, monthrange(year, month)[1]))


def check_still_written(*, is_draft: bool) -> None:
    """What the Steering Group has before it, or has approved, is not changed behind its back (clauses 57, 95)."""
    if not is_draft:
        raise NotAllowed(
            "We have not changed the courses of this role: its profile is no longer a draft.",
            next_step="Begin a new version of the role profile and name the courses there.",
        )


def check_done(*, on: date, today: date) -> None:
    """Training is recorded once it has been done."""
    if on > today:
        raise NotAllowed(
            f"We have not recorded this training: {in_words(on)} has not come yet.",
            next_step="Record it on the day, when you know who was there.",
        )


def check_new(already: Collection[str], *, course: str, on: date) -> None:
    """The same course on the same day counts once for each person."""
    if already:
        raise NotAllowed(
            f"We have not recorded this training: “{course}” on {in_words(on)} is on the record of "
            f"{', '.join(sorted(already))} already.",
            next_step="Take the tick away beside that name and send the rest again.",
        )


def check_needed(*, is_needed: bool, agreed_because: str, course: str, role: str) -> None:
    """Training beyond the role is given only with the MVPM's agreement beforehand (clauses 87 to 89)."""
    if is_needed or agreed_because.strip():
        return
    whom = f"the role “{role}” does not ask for it" if role else "no role was named that asks for it"
    raise NotAllowed(
        f"We have not recorded “{course}”: {whom}. {PAYMENT}",
        next_step="Choose the role that needs it. If the Borough MVP Manager agrees to it all the same, they record "
        "it and write down why.",
        ask="Questions: the Borough MVP Manager.",
    )

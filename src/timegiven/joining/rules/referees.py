"""Who may be a referee, and how many references are needed (clause 75)."""

from collections.abc import Sequence
from dataclasses import dataclass

from timegiven.kernel.refusals import NotAllowed


@dataclass(frozen=True)
class Someone:
    """A name and the ways to reach it."""

    name: str
    email: str = ""
    phone: str = ""

    def shares_contact_with(self, other: "Someone") -> bool:
        same_email = bool(self.email) and self.email.strip().lower() == other.email.strip().lower()
        digits = _digits(self.phone)
        return same_email or (bool(digits) and digits == _digits(other.phone))


def _digits(phone: str) -> str:
    """A British number without its spaces and prefixes."""
    digits = "".join(letter for letter in phone if letter.isdigit())
    return digits.removeprefix("0044").removeprefix("44").removeprefix("0")


def check_referees(applicant: Someone, referees: Sequence[Someone]) -> None:
    """Referees are people other than the applicant and than each other, whom we can reach (clause 75)."""
    for position, referee in enumerate(referees):
        if not (referee.email or referee.phone):
            raise _not_saved(f"we need an email address or a telephone number for {referee.name}")
        if _same_name(referee.name, applicant.name) or referee.shares_contact_with(applicant):
            raise _not_saved(f"{referee.name} has your own name, email address or telephone number")
        for other in referees[:position]:
            if referee.shares_contact_with(other) or _same_name(referee.name, other.name):
                raise _not_saved(f"{other.name} and {referee.name} look like the same person")


def _same_name(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _not_saved(why: str) -> NotAllowed:
    return NotAllowed(
        f"We have not saved this: {why}.",
        next_step="Name someone who knows you from a job, studies or a club, with an email address or telephone of "
        "their own.",
    )


def check_references(*, good: int, needed: int) -> None:
    """Two satisfactory professional references stand before any time is given (clause 75)."""
    if good < needed:
        there = "there is none yet" if not good else f"there {'is' if good == 1 else 'are'} {good}"
        raise NotAllowed(
            f"This person has not been taken on: {needed} satisfactory references are needed, and {there}.",
            next_step="Read the answers that have come in, or ask the applicant to name somebody else.",
        )


def check_room_for_referee(*, standing: int, needed: int) -> None:
    """Another referee is named only in place of one who could not help."""
    if standing >= needed:
        raise NotAllowed(
            "We have not added this person: everybody that we need has been named already.",
            next_step="There is nothing more to do. We will write if we need another name.",
        )

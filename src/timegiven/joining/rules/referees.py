"""Who may be a referee, and how many references are needed (clause 75)."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import so_many


@dataclass(frozen=True)
class Someone:
    """A name and the ways to reach it."""

    name: str
    email: str = ""
    phone: str = ""
    known_as: str = ""

    def shares_contact_with(self, other: "Someone") -> bool:
        same_email = bool(self.email) and mailbox(self.email) == mailbox(other.email)
        digits = plain_number(self.phone)
        return same_email or (bool(digits) and digits == plain_number(other.phone))

    def has_the_name_of(self, other: "Someone") -> bool:
        """The same words in any order, accents and capitals apart; or the name that they are called by."""
        return bool(self.names() & other.names())

    def names(self) -> set[tuple[str, ...]]:
        """What they may be called, each as its words in order of the alphabet."""
        words = _plain(self.name)
        called = {tuple(sorted([*_plain(self.known_as), words[-1]]))} if self.known_as and words else set()
        return ({tuple(sorted(words))} if words else set()) | called


def _plain(name: str) -> list[str]:
    """The words of a name without accents, capitals and punctuation."""
    spelt = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(each if each.isalpha() else " " for each in spelt if not unicodedata.combining(each))
    return letters.split()


def plain_number(phone: str) -> str:
    """A British number without its spaces and prefixes."""
    digits = "".join(letter for letter in phone if letter.isdigit())
    return digits.removeprefix("0044").removeprefix("44").removeprefix("0")


def mailbox(email: str) -> str:
    """The mailbox behind an address: what is added after a plus sign reaches the same one."""
    name, _, host = email.strip().lower().partition("@")
    return f"{name.partition('+')[0]}@{host}"


def check_referees(applicant: Someone, referees: Sequence[Someone]) -> None:
    """Referees are people other than the applicant and than each other, whom we can reach (clause 75)."""
    for position, referee in enumerate(referees):
        if not (referee.email or referee.phone):
            raise _not_saved(f"we need an email address or a telephone number for {referee.name}")
        if own := _own(applicant, referee):
            raise _not_saved(f"this is {own}, and it takes somebody else to say something about you")
        for other in referees[:position]:
            if referee.shares_contact_with(other) or referee.has_the_name_of(other):
                raise _not_saved(f"{other.name} and {referee.name} look like the same person")


def _own(applicant: Someone, referee: Someone) -> str:
    """What of the applicant's own was given for a referee, if anything."""
    if referee.has_the_name_of(applicant):
        return "your own name"
    if referee.email and mailbox(referee.email) == mailbox(applicant.email):
        return "your own email address"
    return "your own telephone number" if referee.shares_contact_with(applicant) else ""


def check_not_about_oneself(*, is_applicant: bool) -> None:
    """Nobody answers for themselves, also when the letter reached them (clause 75)."""
    if is_applicant:
        raise NotAllowed(
            "We have not sent these answers: you are signed in as the person whom they are about.",
            next_step="If you share a computer with your referee, sign out, and let them open their letter again.",
        )


def check_guardian(applicant: Someone, guardian: Someone) -> None:
    """A parent or guardian is somebody else, whom we can reach by a way of their own."""
    if not (guardian.email or guardian.phone):
        raise _not_saved(f"we need an email address or a telephone number for {guardian.name}", _GUARDIAN)
    if own := _own(applicant, guardian):
        raise _not_saved(f"this is {own}, and we have to ask a grown-up ourselves", _GUARDIAN)


def check_not_for_oneself(*, is_applicant: bool) -> None:
    """Nobody agrees for themselves as their own parent."""
    if is_applicant:
        raise NotAllowed(
            "We have not recorded this: the young person themselves is signed in on this device.",
            next_step="If you share it, sign out, and let their parent or guardian open the letter again.",
        )


_REFEREE = "Name someone who knows you from a job, studies or a club, with an email address or telephone of their own."
_GUARDIAN = "Give their own email address or telephone number. If they have no email, we ring them."


def _not_saved(why: str, next_step: str = _REFEREE) -> NotAllowed:
    return NotAllowed(f"We have not saved this: {why}.", next_step=next_step)


def check_references(*, good: int, needed: int) -> None:
    """So many satisfactory professional references stand before any time is given (clause 75)."""
    if good < needed:
        there = "there is none yet" if not good else f"there {'is' if good == 1 else 'are'} {good}"
        are_needed = f"{so_many(needed, 'satisfactory reference')} {'is' if needed == 1 else 'are'} needed"
        raise NotAllowed(
            f"This person has not been taken on: {are_needed}, and {there}.",
            next_step="Read the answers that have come in, or ask the applicant to name somebody else.",
        )


def check_room_for_referee(*, standing: int, needed: int) -> None:
    """Another referee is named only in place of one who could not help."""
    if standing >= needed:
        raise NotAllowed(
            "We have not added this person: everybody that we need has been named already.",
            next_step="There is nothing more to do. We will write if we need another name.",
        )

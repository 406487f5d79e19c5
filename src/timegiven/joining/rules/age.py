"""How old somebody must be, and which dates of birth cannot be."""

from datetime import date

from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import age_on

OLDEST = 120  # nobody is older: a year was mistyped


def check_age(born_on: date, *, day: date, least: int) -> None:
    """Nobody younger than the least age volunteers (clause 6)."""
    age = age_on(born_on, day)
    if born_on > day or age > OLDEST:
        raise NotAllowed(
            f"We have not saved this: {words.day(born_on)} cannot be a date of birth.",
            next_step="Check the year, and type it again.",
        )
    if age < least:
        raise NotAllowed(
            f"We cannot take this further yet: volunteers are {least} or older.",
            next_step=f"You are welcome from your {least}th birthday on. Until then the "
            "Volunteer Police Cadets may be for you.",
        )


def check_consent(*, is_given: bool, adult_here: str) -> None:
    """Volunteers of 16 and 17 have a parent's or guardian's consent, and a responsible adult where they are."""
    if not is_given:
        raise NotAllowed(
            "This person has not been taken on: they are not 18 yet, and a parent or guardian has not agreed.",
            next_step="Ask them to name a parent or guardian, or record a consent that was signed on paper.",
        )
    if not adult_here:
        raise NotAllowed(
            "This person has not been taken on: they are not 18 yet, and nobody here has been named as responsible.",
            next_step="Name the adult at the unit who is responsible for them.",
        )

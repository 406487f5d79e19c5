"""What the handbook forbids the offices while somebody joins: an interview, a clearance, a signature."""

from datetime import date

from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed


def check_clearance(*, from_on: date, until_on: date, day: date) -> None:
    """A clearance ends after it begins, and is not recorded when it is already over (clause 74)."""
    if until_on <= from_on:
        raise NotAllowed(
            "The outcome has not been recorded: the clearance would end before it begins.",
            next_step="Check both days.",
        )
    if until_on <= day:
        raise NotAllowed(
            f"The outcome has not been recorded: {words.day(until_on)} has passed, so the clearance would be over.",
            next_step="Check the last day.",
        )


def check_cleared(*, is_in_force: bool, from_on: date | None, until_on: date | None, day: date, name: str) -> None:
    """Nobody is taken on whose clearance is not in force that day: it may have ended since the outcome (clause 74)."""
    if is_in_force:
        return
    if until_on is None or until_on <= day:
        ended = f"their security clearance ended on {words.day(until_on)}" if until_on else "they have no clearance yet"
        raise NotAllowed(
            f"{name} has not been taken on: {ended}.",
            next_step="Send them to the vetting office again, on the page of their application.",
        )
    if from_on and from_on > day:
        raise NotAllowed(
            f"{name} has not been taken on: their security clearance begins on {words.day(from_on)}.",
            next_step="Take them on from that day on.",
        )
    raise NotAllowed(
        f"{name} has not been taken on: their security clearance is not in force today.",
        next_step="Ask the vetting office when it will be.",
        ask="the vetting office",
    )


def check_signature(typed: str, *, name: str, known_as: str = "") -> None:
    """The Statement is accepted by typing one's own name (clause 134)."""
    given = typed.casefold().split()
    accepted = [name.casefold().split()]
    if known_as:
        accepted.append([*known_as.casefold().split(), *name.casefold().split()[-1:]])
    if given not in accepted:
        raise NotAllowed(
            "We have not recorded this: the name is not the one that we know you by.",
            next_step=f"Type {name}.",
        )


def check_interview_day(interview_on: date, *, day: date) -> None:
    """An interview is recorded after it has taken place."""
    if interview_on > day:
        raise NotAllowed(
            f"The interview has not been recorded: {words.day(interview_on)} has not come yet.",
            next_step="Record it when you have met.",
        )


def check_was_sent(*, is_registered_only: bool, name: str) -> None:
    """Nobody is decided on before they have sent an application (clause 76)."""
    if is_registered_only:
        raise NotAllowed(
            f"Nothing has changed: {name} has registered an interest, and has not sent an application yet.",
            next_step="There is nothing to decide before it has come. If they have changed their mind, they or you "
            "can withdraw it.",
        )

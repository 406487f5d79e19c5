"""What the handbook forbids the offices while somebody joins: an interview, a clearance, a signature, a pass."""

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


def check_pass(*, is_cleared: bool, has_agreed: bool, name: str) -> None:
    """A pass says that its bearer has been vetted, so it waits for the clearance and the agreement (clauses 74, 83)."""
    if not is_cleared:
        raise NotAllowed(
            f"The pass has not been issued: {name} has no security clearance in force today.",
            next_step="The vetting office records the clearance first.",
        )
    if not has_agreed:
        raise NotAllowed(
            f"The pass has not been issued: {name} has not accepted the Statement of Expectation yet.",
            next_step="It can be read and accepted online, or on paper with the Borough MVP Manager.",
        )


def check_interview_day(interview_on: date, *, day: date) -> None:
    """An interview is recorded after it has taken place."""
    if interview_on > day:
        raise NotAllowed(
            f"The interview has not been recorded: {words.day(interview_on)} has not come yet.",
            next_step="Record it when you have met.",
        )

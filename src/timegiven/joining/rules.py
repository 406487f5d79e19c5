"""What the handbook forbids while somebody joins: plain Python, no database, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import age_on

OLDEST = 120  # nobody is older: a year was mistyped


@dataclass(frozen=True)
class Section:
    """One page of the application form, and who will see its answers."""

    code: str
    title: str
    seen_by: str


_MVPM = "Your Borough MVP Manager."

SECTIONS = (
    Section("about", "About you", _MVPM + " The vetting office sees your name and date of birth, nothing else."),
    Section("why", "Why you would like to volunteer", _MVPM),
    Section("skills", "Skills and languages", _MVPM),
    Section("time", "When you could give time", _MVPM),
    Section("help", "What would help you here", _MVPM + " It is stored encrypted, and each look at it is recorded."),
    Section(
        "emergency",
        "Whom to ring in an emergency",
        "Your Borough MVP Manager, Human Resources and the control room, when you are hurt or unwell.",
    ),
    Section(
        "referees",
        "Two people who know you",
        "Your Borough MVP Manager. Your referees are told your name, and nothing that you write here.",
    ),
)


def missing_sections(saved: Sequence[str]) -> list[Section]:
    """The sections not filled in yet, in the order of the form."""
    return [section for section in SECTIONS if section.code not in saved]


def check_complete(saved: Sequence[str]) -> None:
    """An application is sent when every section has been filled in (clause 76)."""
    missing = missing_sections(saved)
    if missing:
        titles = words.several([f"“{section.title}”" for section in missing])
        raise NotAllowed(
            f"We have not sent your application: {titles} {'is' if len(missing) == 1 else 'are'} not filled in yet.",
            next_step="Open each of them from the list, save it, and send your application then.",
        )


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

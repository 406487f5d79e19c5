"""Whether volunteering with the police is for somebody now, said before they give their name; nothing is kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from timegiven.joining.rules.age import OLDEST
from timegiven.kernel.time import age_on

YES, TALK, LATER = "yes", "talk", "later"


@dataclass(frozen=True)
class Finding:
    """One honest sentence, and what can be done."""

    kind: str  # yes, talk, later
    words: str
    instead: str = ""


# What somebody does besides, and whether it stands in the way: published guidance to applicants of several forces.
BARRED = "barred"
TALKED_OVER = "talked over"
OCCUPATIONS = {
    "POLICE": ("Police officer, police staff or special constable", BARRED),
    "DETECTIVE": ("Private detective or enquiry agent", BARRED),
    "SECURITY": ("Security guard or door supervisor", BARRED),
    "BAILIFF": ("Bailiff or enforcement agent", TALKED_OVER),
    "COURT": ("Magistrate, court clerk or criminal lawyer", TALKED_OVER),
    "PROBATION": ("Probation or prison officer, or custody staff", TALKED_OVER),
    "LICENSEE": ("Holder of a licence to sell alcohol", TALKED_OVER),
    "TRAFFIC": ("Traffic warden", TALKED_OVER),
    "PRESS": ("Journalist", TALKED_OVER),
}


def suits(
    *,
    born_on: date,
    lived_here: bool | None,
    occupations: Collection[str],
    is_investigated: bool | None,
    day: date,
    least: int,
    grown_up: int,
    years: int,
) -> list[Finding]:
    """Everything that there is to say, what stands in the way first."""
    found = [
        *_age(born_on, day=day, least=least, grown_up=grown_up),
        *_occupations(occupations),
        *_residency(lived_here, years=years),
        *_investigation(is_investigated),
    ]
    return sorted(found, key=lambda each: (LATER, TALK, YES).index(each.kind))


def outcome(findings: Collection[Finding]) -> str:
    """The answer in a word: the gravest finding decides."""
    kinds = {each.kind for each in findings}
    return next((kind for kind in (LATER, TALK) if kind in kinds), YES)


def _age(born_on: date, *, day: date, least: int, grown_up: int) -> list[Finding]:
    age = age_on(born_on, day)
    if age < least:
        return [
            Finding(
                LATER,
                f"Volunteers are {least} or older. You are welcome from your {least}th birthday on.",
                "Until then the Volunteer Police Cadets may be for you: they meet weekly and take people from 13 on.",
            )
        ]
    if age < grown_up:
        return [
            Finding(
                YES,
                f"Until you are {grown_up}, a parent or guardian is asked to agree, and you do not volunteer at night.",
            )
        ]
    return [Finding(YES, "You are never too old.")] if age >= 75 else []


def _occupations(chosen: Collection[str]) -> list[Finding]:
    barred = [OCCUPATIONS[code][0] for code in OCCUPATIONS if code in chosen and OCCUPATIONS[code][1] == BARRED]
    talked = [OCCUPATIONS[code][0] for code in OCCUPATIONS if code in chosen and OCCUPATIONS[code][1] == TALKED_OVER]
    later = [
        Finding(
            LATER,
            f"{each}: while you do this, we cannot offer you a place, because the two could be confused.",
            "Neighbourhood Watch and Victim Support do much the same good, and are independent of the police.",
        )
        for each in barred
    ]
    return later + [
        Finding(TALK, f"{each}: this is often possible. It depends on the role, so please talk to us first.")
        for each in talked
    ]


def _residency(lived_here: bool | None, *, years: int) -> list[Finding]:
    if lived_here is False:
        return [
            Finding(
                TALK,
                f"The security check looks back over {years} years in the United Kingdom. With less it usually cannot "
                "be finished. Time in the armed forces or on a posting abroad counts, so please talk to us first.",
                "Charities that need no such check are glad of help now: your local volunteer centre knows them.",
            )
        ]
    return []


def _investigation(is_investigated: bool | None) -> list[Finding]:
    if is_investigated:
        return [
            Finding(
                LATER,
                "While a matter is open, the security check has to stop. This says nothing about how it will end.",
                "You are welcome to come back when it is over. An old conviction does not always mean no either.",
            )
        ]
    if is_investigated is None:
        return [
            Finding(
                TALK,
                "You did not say whether you are under investigation or on bail. That is your right. The security "
                "check will ask, and has to stop while a matter is open.",
            )
        ]
    return []


def is_possible(born_on: date, day: date) -> bool:
    """Whether somebody can have been born then."""
    return born_on <= day and age_on(born_on, day) <= OLDEST

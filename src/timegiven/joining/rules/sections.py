"""The questions of the application form: who sees each answer, for whom it is asked, and whether all are answered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed


@dataclass(frozen=True)
class Section:
    """One page of the application form, and who will see its answers."""

    code: str
    title: str
    group: str
    seen_by: str
    only_for: str = ""  # "young" or "drivers": asked of nobody else
    seal: str = ""  # what more is done to keep it private


_MVPM = "Your Borough MVP Manager."
_SEALED = "It is stored encrypted, and each look at it is recorded."
_YOU, _WISH, _SAFE, _OTHERS = "About you", "What you would like to do", "Being well looked after", "People who know you"

SECTIONS = (
    Section("name", "Your name", _YOU, _MVPM + " The vetting office and your referees see your name too."),
    Section("born", "Your date of birth", _YOU, _MVPM + " The vetting office sees it too.", seal=_SEALED),
    Section("reach", "Your telephone number", _YOU, _MVPM),
    Section("address", "Your address", _YOU, _MVPM, seal="It is stored encrypted."),
    Section("why", "Why you would like to volunteer", _WISH, _MVPM),
    Section("skills", "What you are good at", _WISH, _MVPM),
    Section("languages", "Languages you speak", _WISH, _MVPM),
    Section("time", "When you could give time", _WISH, _MVPM),
    Section("travel", "How you would come to us", _WISH, _MVPM),
    Section("vehicle", "If you drive", _WISH, _MVPM, only_for="drivers"),
    Section(
        "help",
        "What would help you here",
        _SAFE,
        _MVPM + " Whoever welcomes you on your first day sees it too, so that it is ready.",
        seal=_SEALED,
    ),
    Section(
        "emergency",
        "Whom to ring in an emergency",
        _SAFE,
        "Your Borough MVP Manager, Human Resources and the control room, when you are hurt or unwell.",
        seal=_SEALED,
    ),
    Section(
        "guardian",
        "Your parent or guardian",
        _SAFE,
        _MVPM + " Your parent or guardian is told your name, and nothing else that you write here.",
        only_for="young",
    ),
)

_REFEREE = "referee_"
_ORDINALS = ("A", "Another", "A third", "A fourth", "A fifth", "A sixth")


def _referee(position: int) -> Section:
    called = _ORDINALS[position - 1] if position <= len(_ORDINALS) else "One more"
    return Section(
        f"{_REFEREE}{position}",
        f"{called} person who knows you",
        _OTHERS,
        _MVPM + " Your referees are told your name, and nothing else that you write here.",
    )


def every_section(*, referees: int) -> list[Section]:
    """All questions of the form, with one for each person who is asked about the applicant (clause 75)."""
    return [*SECTIONS, *(_referee(position) for position in range(1, referees + 1))]


def referee_position(code: str) -> int:
    """Which of the people who know the applicant a question is about, from 1 on; 0 where it is about none."""
    number = code.removeprefix(_REFEREE)
    return int(number) if number != code and number.isdecimal() else 0


def sections_for(*, is_young: bool, drives: bool, referees: int) -> list[Section]:
    """The questions that this applicant is asked."""
    asked = {"", *(["young"] if is_young else []), *(["drivers"] if drives else [])}
    return [section for section in every_section(referees=referees) if section.only_for in asked]


def missing_sections(saved: Collection[str], asked: Sequence[Section]) -> list[Section]:
    """The questions not answered yet, in the order of the form."""
    return [section for section in asked if section.code not in saved]


def check_complete(saved: Collection[str], asked: Sequence[Section]) -> None:
    """An application is sent when every question has been answered (clause 76)."""
    missing = missing_sections(saved, asked)
    if missing:
        titles = words.several([f"“{section.title}”" for section in missing])
        raise NotAllowed(
            f"We have not sent your application: {titles} {'is' if len(missing) == 1 else 'are'} not filled in yet.",
            next_step="Open each of them from the list, save it, and send your application then.",
        )


def check_unchanged(*, seen: str, now: str) -> None:
    """An answer saved in another window is not written over unseen."""
    if seen != now:
        raise NotAllowed(
            "We have not saved this yet: this answer was changed in another window while this page was open.",
            next_step="What you typed here is still below. Save it again to use it in place of the other answer.",
        )

"""The pages of the application form: who sees each answer, and whether all have been given."""

from collections.abc import Sequence
from dataclasses import dataclass

from timegiven.kernel import words
from timegiven.kernel.refusals import NotAllowed


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

"""What a controlled document holds: its owner, marking, version and dates, and its text as light Markdown."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Section:
    """One numbered section of a document, and the clauses of the mission that it answers."""

    number: str
    title: str
    clauses: tuple[int, ...]
    text: str


@dataclass(frozen=True)
class DocumentSpec:
    """A document as it is put into the handbook; `body` is headings, paragraphs and lists only."""

    code: str
    title: str
    owner: str
    marking: str
    version: str
    issued_on: date
    review_on: date
    body: str
    clauses: tuple[int, ...] = ()


NOT_MARKED = "Not Protectively Marked"
ISSUED = date(2007, 1, 15)
REVIEW = date(2008, 1, 15)


def joined(sections: tuple[Section, ...]) -> str:
    """The sections as one text, each under its numbered heading."""
    return "\n\n".join(f"## {part.number}. {part.title}\n\n{part.text.strip()}" for part in sections) + "\n"


def clauses_of(sections: tuple[Section, ...]) -> tuple[int, ...]:
    """Every clause that the sections answer, once and in order."""
    return tuple(sorted({clause for part in sections for clause in part.clauses}))

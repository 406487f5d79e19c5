"""The parts of a report to a public committee, and what must be there before it is finished (clause 156)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import day as in_words


@dataclass(frozen=True)
class Part:
    """One page of the form: its address, its heading, the columns it asks for and those that must not be empty."""

    key: str
    title: str
    columns: tuple[str, ...]
    needed: tuple[tuple[str, str], ...]  # (column, what is missing, as a sentence)


@dataclass(frozen=True)
class Missing:
    """What is missing, and in which part."""

    part: str
    words: str


PARTS = (
    Part(
        "meeting",
        "The meeting",
        ("committee", "meets_on", "number", "title", "by_whom"),
        (
            ("committee", "Enter which committee it is for"),
            ("meets_on", "Enter the day of the meeting"),
            ("number", "Enter the number that the report has on the agenda"),
            ("title", "Enter what the report is called"),
            ("by_whom", "Enter by whom the report is made"),
        ),
    ),
    Part(
        "summary",
        "Summary and recommendations",
        ("summary", "recommendations"),
        (("summary", "Write the summary"), ("recommendations", "Write what the committee is asked to do")),
    ),
    Part(
        "figures",
        "Supporting information and figures",
        ("as_on", "background", "with_comparator"),
        (("as_on", "Choose the day on which the figures stand"), ("background", "Write the supporting information")),
    ),
    Part("boroughs", "What the boroughs keep", ("about_boroughs",), ()),
    Part(
        "confidence",
        "Public confidence",
        ("confidence", "confidence_percent", "confidence_source", "confidence_on"),
        (),
    ),
    Part(
        "equality",
        "Race and equality impact",
        ("equality",),
        (("equality", "Write what the report means for race and equality"),),
    ),
    Part(
        "money",
        "Financial implications",
        ("finance",),
        (("finance", "Write the financial implications, or that there are none"),),
    ),
    Part(
        "end",
        "Authors, papers and contact",
        ("authors", "papers", "contact"),
        (
            ("authors", "Enter who wrote the report"),
            ("papers", "Enter the background papers, or that there are none"),
            ("contact", "Enter whom the public can ask"),
        ),
    ),
)
CONFIDENCE = ("confidence", "confidence_percent", "confidence_source", "confidence_on")


def missing(facts: Mapping[str, object], *, boroughs_fell: bool) -> list[Missing]:
    """What is missing before the report can be finished, in the order of its parts.

    ``boroughs_fell`` is whether less time was given in the boroughs than in the year before: then the report says
    what is made of it (clause 147).
    """
    found = []
    for part in PARTS:
        found += [Missing(part.key, words) for column, words in part.needed if facts[column] in {None, ""}]
        if part.key == "boroughs" and boroughs_fell and not facts["about_boroughs"]:
            found.append(Missing(part.key, "Less time was given in the boroughs: write what you make of it"))
        if part.key == "confidence" and len({facts[column] in {None, ""} for column in CONFIDENCE}) > 1:
            found.append(Missing(part.key, "A figure of public confidence needs its words, source and day"))
    return found


def check_complete(left: Iterable[Missing]) -> None:
    """A report is finished when nothing is missing."""
    if listed := list(left):
        raise NotAllowed(
            f"The report is not finished: {len(listed)} of its parts are missing."
            if len(listed) > 1
            else "The report is not finished: something is missing.",
            next_step=" ".join(f"{each.words}." for each in listed),
        )


def check_as_on(as_on: date | None, *, today: date) -> None:
    """Figures stand on a day that has come."""
    if as_on and as_on > today:
        raise NotAllowed(
            f"The part is not saved: {in_words(as_on)} is still to come, and nobody knows its figures.",
            next_step="Choose today or a day before.",
        )


def check_once(*, is_there: bool, called: str) -> None:
    """Of one meeting each number is one report, in whichever version."""
    if is_there:
        raise NotAllowed(
            f"The report is not finished: {called} is another one of this committee.",
            next_step="Look at the number on the agenda. To change that report, correct it instead.",
        )


def check_may_correct(*, is_being_corrected: bool) -> None:
    """One correction at a time."""
    if is_being_corrected:
        raise NotAllowed(
            "No new version has been begun: there is one already.",
            next_step="Open it from the list of reports, or put it aside first.",
        )


def check_assessed_on(made_on: date, *, review_on: date, today: date) -> None:
    """An assessment is written down when it has been made, and looked at again later."""
    if made_on > today:
        raise NotAllowed(
            f"The assessment is not written down: {in_words(made_on)} is still to come.",
            next_step="Write it down when it has been made.",
        )
    if review_on <= made_on:
        raise NotAllowed(
            "The assessment is not written down: its review comes before the assessment itself.",
            next_step="Choose a later day for the review.",
        )

"""The 5 by 5 matrix: likelihood times severity, as things are and when the further controls are in place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import several

NOT_SAVED = "We have not saved the risk assessment"
NUMBERS = ("likelihood", "severity", "residual_likelihood", "residual_severity")
BANDS = ((4, "low"), (9, "medium"), (16, "high"), (25, "very high"))
# What each mark of a task is called when somebody asks for its hazard (clauses 53, 73, 105, 111).
RISK_MARKS = {
    "is_public_facing": "meeting the public",
    "is_lifting": "lifting or carrying",
    "is_lone": "being alone",
    "is_off_site": "being away from the station",
    "handles_evidence": "handling evidence",
    "allows_own_vehicle": "using one's own vehicle",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def band(likelihood: int, severity: int) -> str:
    """low, medium, high or very high: the band of a risk."""
    return next(name for most, name in BANDS if likelihood * severity <= most)


def tidy(text: str) -> str:
    """What was typed or pasted, without control characters and the space around it."""
    return _CONTROL.sub(" ", text).strip()


def check_hazard(hazard: Mapping[str, Any], *, limit: int, assessed_on: date) -> None:
    """A hazard is told in full, more controls never make it worse, and what is left is at most ``limit``.

    What makes a risk smaller is a further control, and every further control is somebody's by a day (clauses 53, 73).
    """
    what = hazard["what"]
    _check_told(hazard)
    four = [hazard[name] for name in NUMBERS]
    if not all(1 <= number <= 5 for number in four):
        raise NotAllowed(
            f"{NOT_SAVED}: for “{what}” each of the four numbers must be from 1 to 5.",
            next_step="Choose the numbers again.",
        )
    _check_actions(hazard, assessed_on=assessed_on)
    _check_what_is_left(hazard, now=four[0] * four[1], left=four[2] * four[3], limit=limit)


def _check_told(hazard: Mapping[str, Any]) -> None:
    for name, asked in (("what", "what could cause harm"), ("who", "who could be harmed"), ("control", "what is done")):
        if not hazard[name].strip():
            called = f"“{hazard['what']}”" if hazard["what"].strip() else "one hazard"
            raise NotAllowed(f"{NOT_SAVED}: for {called} it does not say {asked}.", next_step="Write it down first.")


def _check_actions(hazard: Mapping[str, Any], *, assessed_on: date) -> None:
    what, actions = hazard["what"], hazard.get("actions", ())
    if hazard.get("further", "").strip() and not actions:
        raise NotAllowed(
            f"{NOT_SAVED}: for “{what}” more is to be done, and it does not say by whom and by when.",
            next_step="Give each further control the post that sees to it, and a day.",
        )
    for action in actions:
        if not (action["what"].strip() and action["owner"].strip()):
            raise NotAllowed(
                f"{NOT_SAVED}: for “{what}” one of the actions does not say what is to be done, or by whom.",
                next_step="Write down both, or take the action out.",
            )
        if action["due_on"] < assessed_on:
            raise NotAllowed(
                f"{NOT_SAVED}: the action “{action['what']}” is due on {in_words(action['due_on'])}, "
                "before the place was looked at.",
                next_step="Give it a day to come. What has been done already is an existing control.",
            )


def _check_what_is_left(hazard: Mapping[str, Any], *, now: int, left: int, limit: int) -> None:
    what = hazard["what"]
    if left > now:
        raise NotAllowed(
            f"{NOT_SAVED}: for “{what}” the risk after more is done ({left}) is higher than as things are ({now}).",
            next_step="Look at the four numbers again: a control makes harm less likely or less severe.",
        )
    if left < now and not hazard.get("actions"):
        raise NotAllowed(
            f"{NOT_SAVED}: for “{what}” the risk falls from {now} to {left}, and nothing more is to be done that "
            "would make it fall.",
            next_step="Write down what more will be done, or leave the risk as it is.",
        )
    if left > limit:
        raise NotAllowed(
            f"{NOT_SAVED}: for “{what}” a risk of {left} is left, and the most that a volunteer may face is {limit}.",
            next_step="Add a stronger control, or take the task out of the profile.",
        )


def check_assessment(
    hazards: Sequence[Mapping[str, Any]], *, assessed_on: date, day: date, limit: int, most: int
) -> None:
    """From one to ``most`` hazards, each acceptable, looked at no later than today (clause 53)."""
    if not hazards:
        raise NotAllowed(
            f"{NOT_SAVED}: it has no hazard.",
            next_step="Write down at least one: in every office people trip and sit badly.",
        )
    if len(hazards) > most:
        raise NotAllowed(
            f"{NOT_SAVED}: it has {len(hazards)} hazards, and {most} is the most that people can keep in mind.",
            next_step="Join hazards that belong together, or make two roles of it.",
        )
    if assessed_on > day:
        raise NotAllowed(
            f"{NOT_SAVED}: its day is in the future.", next_step="Enter the day on which you looked at the place."
        )
    for hazard in hazards:
        check_hazard(hazard, limit=limit, assessed_on=assessed_on)


def unanswered(marks: Iterable[str], hazards: Sequence[Mapping[str, Any]], why_not: Mapping[str, str]) -> list[str]:
    """The marks that no hazard answers and no sentence explains."""
    answered = {mark for hazard in hazards for mark in hazard.get("marks", ())}
    return [mark for mark in marks if mark not in answered and not why_not.get(mark, "").strip()]


def check_marks_answered(
    marks: Iterable[str], hazards: Sequence[Mapping[str, Any]], why_not: Mapping[str, str]
) -> None:
    """Each mark of the tasks has a hazard, or a sentence why there is none here (clauses 53, 73, 105, 111)."""
    check_marks_all_answered([RISK_MARKS[mark] for mark in unanswered(marks, hazards, why_not)])


def check_marks_all_answered(missing: Sequence[str], *, instead: str = NOT_SAVED) -> None:
    """Refuse while a mark, given in words, has no hazard and no reason."""
    if missing:
        raise NotAllowed(
            f"{instead}: the role is marked for {several(list(missing))}, and no hazard of the risk assessment "
            "answers that.",
            next_step="In the risk assessment, tick the hazard that is about it, or write in a sentence why there is "
            "none here.",
        )


def check_after_changes(assessed_on: date, *, changed_on: date | None) -> None:
    """What the unit has reported since is not answered by a look at the place before (clause 60)."""
    if changed_on and assessed_on < changed_on:
        raise NotAllowed(
            f"{NOT_SAVED}: the unit reported a change on {in_words(changed_on)}, after the day you give.",
            next_step="Look at the place as it is now, and give the day on which you did.",
        )


def check_nobody_else_assessed(*, is_newer: bool, who: str) -> None:
    """Of two people who assess the same place at once, the second is shown that there was a first."""
    if is_newer:
        raise SomeoneElseActed(
            f"{NOT_SAVED} yet: {who} has recorded one of this role at the same place since you opened the page.",
            next_step="Look at theirs first. What you typed is still here: save it again if yours should stand.",
        )


def check_change(what: str) -> None:
    """A change is told in words (clause 60)."""
    if not what.strip():
        raise NotAllowed(
            "We have not told anyone: it does not say what has changed.",
            next_step="A sentence is enough: what is different, and since when.",
        )


def check_done(*, done_on: date, assessed_on: date, day: date, is_done: bool) -> None:
    """An action is done once, on a day between the assessment and today."""
    if is_done:
        raise NotAllowed(
            "Nothing has changed: this action has been marked as done already.", next_step="Look at the list again."
        )
    if not assessed_on <= done_on <= day:
        raise NotAllowed(
            f"We have not marked it as done: {in_words(done_on)} is "
            + ("in the future." if done_on > day else "before the place was looked at."),
            next_step=f"Enter a day from {in_words(assessed_on)} to {in_words(day)}.",
        )

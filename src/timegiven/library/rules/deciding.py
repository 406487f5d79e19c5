"""How the Steering Group comes to a decision: one vote a seat, a quorum with the staff side, a majority."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from timegiven.kernel.refusals import NotAllowed, SomeoneElseActed
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import several

T = TypeVar("T")
APPROVED, RETURNED, REJECTED = "APPROVED", "RETURNED", "REJECTED"
_VOTE_FOR = {APPROVED: "APPROVE", REJECTED: "REJECT"}
NOT_RECORDED, NOT_DECLARED = "We have not recorded your vote", "Nothing has been decided"


@dataclass(frozen=True)
class Ballot:
    """What one seat answered: APPROVE, RETURN, REJECT or ABSTAIN."""

    answer: str
    is_staff_side: bool = False


def check_vote(*, is_decided: bool, closed_on: date | None, answer: str, reason: str) -> None:
    """A vote is given before the closing day is over; one against the profile says why."""
    if is_decided:
        raise SomeoneElseActed(
            f"{NOT_RECORDED}: this paper has been decided, or put to the group again, since you opened the page.",
            next_step="Open the page again to see where it stands.",
        )
    if closed_on:
        raise NotAllowed(
            f"{NOT_RECORDED}: votes were open until {in_words(closed_on)}.",
            next_step="The chair now decides, or gives it more time.",
        )
    if answer in ("RETURN", "REJECT") and not reason.strip():
        raise NotAllowed(
            f"{NOT_RECORDED}: it does not say what is wrong with the profile.",
            next_step="Write it in a sentence, so that the unit and the MVP Manager can answer it.",
        )


def check_seated(place: T | None, *, has_holder_voted: bool) -> T:
    """A vote comes from a seat: from a deputy only while the holder has not voted. Returns the place."""
    if place is not None:
        return place
    if has_holder_voted:
        raise NotAllowed(
            f"{NOT_RECORDED}: somebody has voted from your seat, and each seat has one vote.",
            next_step="You can still comment, ask or object.",
        )
    raise NotAllowed(
        f"{NOT_RECORDED}: you have no seat on the group from which to vote.",
        next_step="You can still comment, ask or object.",
        ask="the Central Team",
    )


def missing_for_quorum(ballots: Sequence[Ballot], *, needed: int) -> list[str]:
    """What these votes lack for a quorum: how many more, and whether the staff side has voted (clauses 52, 62)."""
    more = max(needed - len(ballots), 0)
    missing = [f"{more} more vote{'s' if more > 1 else ''}"] if more else []
    return missing + ([] if any(each.is_staff_side for each in ballots) else ["the vote of the staff side"])


def carries(ballots: Sequence[Ballot], outcome: str) -> bool:
    """Whether more than half of the votes cast are for this outcome; who abstains casts none."""
    cast = [each.answer for each in ballots if each.answer != "ABSTAIN"]
    return 2 * cast.count(_VOTE_FOR[outcome]) > len(cast)


def check_outcome(
    outcome: str,
    *,
    ballots: Sequence[Ballot],
    needed: int,
    objects: bool,
    is_ripe: bool,
    reason: str,
) -> None:
    """The chair declares what the votes say. To return a profile needs no quorum: it decides against nobody.

    ``is_ripe``: every seat has voted, the closing day is over, or the meeting has begun. ``objects``: the staff side
    objects that it takes the place of a paid job (clauses 52, 62, 63).
    """
    if outcome in (RETURNED, REJECTED) and not reason.strip():
        raise NotAllowed(
            f"{NOT_DECLARED}: it does not say why.",
            next_step="Write the points to be answered, or the reasons, for the unit and the MVP Manager.",
        )
    if outcome == RETURNED:
        return
    if missing := missing_for_quorum(ballots, needed=needed):
        raise NotAllowed(
            f"{NOT_DECLARED}: for a quorum the paper still needs {several(missing)}.",
            next_step="Give the members more time, or put it on the agenda of a meeting.",
        )
    if not is_ripe:
        raise NotAllowed(
            f"{NOT_DECLARED}: not every seat has voted, and the others have until the closing day.",
            next_step="Wait until they have voted, or until that day is over.",
        )
    if outcome == APPROVED and objects:
        raise NotAllowed(
            f"{NOT_DECLARED}: the staff side objects that the role takes the place of a paid job.",
            next_step="Let the objection be answered and withdrawn, or return the profile to be amended.",
        )
    if not carries(ballots, outcome):
        raise NotAllowed(
            f"{NOT_DECLARED}: fewer than half of the votes, or just half, are for this.",
            next_step="Declare what most members voted for, or return the profile with the points that were raised.",
        )


def check_unchanged(*, read: str, now: str) -> None:
    """What is approved is what the members have read."""
    if read != now:
        raise SomeoneElseActed(
            f"{NOT_DECLARED}: the profile, its risk assessment or its insurance is not what the members read when "
            "they voted.",
            next_step="Return it, so that it is put to the group as it stands now.",
        )


def check_conditions(conditions: Sequence[tuple[str, date]], *, outcome: str, day: date) -> None:
    """Conditions come with an approval, and each with a day that is still to come."""
    if conditions and outcome != APPROVED:
        raise NotAllowed(
            f"{NOT_DECLARED}: only an approval has conditions.",
            next_step="Write them among the points to be answered.",
        )
    for text, due_on in conditions:
        if due_on <= day:
            raise NotAllowed(
                f"{NOT_DECLARED}: the day of the condition “{text}” is not in the future.",
                next_step="Choose a later day.",
            )

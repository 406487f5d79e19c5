"""A paper before the Steering Group, in the words of its page."""

from datetime import datetime
from typing import Any

from timegiven.kernel import words
from timegiven.kernel.time import london_day
from timegiven.library import access, forms, selectors
from timegiven.library.views import shown


def everything(paper: Any, *, viewer: Any, at: datetime) -> dict[str, Any]:
    """All that the page of a paper shows to this reader."""
    day = london_day(at)
    version = paper.version
    stands = where_it_stands(paper, at=at)
    member = paper.is_open and access.decide(viewer, version, day)
    place, has_holder_voted = selectors.voting_seat(viewer, paper, day) if member else (None, False)
    mine = next((each.vote for each in stands["places"] if each.vote and each.vote.member_id == viewer.pk), None)
    profile = shown.everything(version, viewer=viewer, day=day)
    since, changed = selectors.changes_since(paper, profile["older"])
    return {
        **profile,
        **stands,
        "since": since,
        "changed": changed,
        "changes": None,
        "is_other_now": not paper.is_open and paper.outcome != "APPROVED" and read_otherwise(paper),
        "paper": paper,
        "remarks": remarks(paper, viewer=viewer, at=at),
        "mine": mine,
        "place": place,
        "has_holder_voted": has_holder_voted,
        "may_vote": place is not None and not stands["standing"].is_closed,
        "is_own": paper.is_open and is_barred(viewer, stands["places"]),
        "may_say": paper.is_open and access.discuss(viewer, paper, day),
        "may_declare": paper.is_open and viewer.pk in selectors.in_the_chair(stands["places"]),
        "sees_agenda": access.see_agenda(viewer, day),
        "sees_meetings": access.see_meetings(viewer, day),
        "may_arrange": paper.is_open and access.convene(viewer, day),
        "rounds": list(selectors.papers_seen_by(viewer, day).filter(version=version).order_by("round")),
        "conditions": list(selectors.conditions_of(version)),
    }


def read_otherwise(paper: Any) -> bool:
    """Whether the profile says something else now than when this paper was put."""
    return bool(paper.content) and selectors.content_read(paper) != selectors.content_of(paper.version)


def is_barred(viewer: Any, places: list[Any]) -> bool:
    """Whether this member may not vote because they wrote it."""
    return any(held.person_id == viewer.pk for place in places for held in place.barred)


def where_it_stands(paper: Any, *, at: datetime) -> dict[str, Any]:
    """The votes by seat, what is missing, and until when."""
    day = london_day(at)
    places = selectors.places(paper, day)
    standing = selectors.standing_of(paper, at, places, needed=selectors.quorum(day))
    return {
        "places": places,
        "standing": standing,
        "missing": words.several(standing.missing),
        "counted": counted(standing.votes),
        "objections": list(selectors.standing_objections(paper).select_related("by", "seat", "paper")),
    }


def counted(ballots: list[Any]) -> str:
    """2 approve, 1 returns."""
    says = {"APPROVE": "to approve", "RETURN": "to return", "REJECT": "to reject", "ABSTAIN": "abstaining"}
    found = [(sum(each.answer == answer for each in ballots), text) for answer, text in says.items()]
    return words.several([f"{count} {text}" for count, text in found if count])


def remarks(paper: Any, *, viewer: Any, at: datetime) -> list[dict[str, Any]]:
    """What was said, each with what this reader may do about it."""
    day = london_day(at)
    is_live = paper.version.status in ("DRAFT", "SUBMITTED", "RETURNED")
    may_reply = is_live and access.reply(viewer, paper, day)
    return [
        {
            "remark": each,
            "may_reply": may_reply and each.kind != "COMMENT" and not each.answer,
            "may_withdraw": is_live and each.is_standing and each.answer and access.withdraw(viewer, each, day),
        }
        for each in selectors.remarks_on(paper)
    ]


def vote_form(shown_page: dict[str, Any]) -> forms.CastVote:
    """The form, with the vote that was given before."""
    mine = shown_page["mine"]
    return forms.CastVote(initial={"answer": mine.answer, "reason": mine.reason} if mine else {})

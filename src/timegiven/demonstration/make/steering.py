"""The Steering Group: what was put to it, its meetings and their minutes, the votes, and what still stands."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from timegiven.demonstration.make.profiles import NOTES
from timegiven.demonstration.make.stage import Stage
from timegiven.library import selectors as library
from timegiven.library.models import (
    Condition,
    Meeting,
    MeetingStep,
    Paper,
    Presence,
    ProfileVersion,
    Remark,
    VersionStep,
    Vote,
)

Status, Outcome, Answer = ProfileVersion.Status, Paper.Outcome, Vote.Answer
PLACE = "Room 4, Empress State Building"
OUTCOME_OF = {Status.APPROVED: Outcome.APPROVED, Status.SUPERSEDED: Outcome.APPROVED}
OUTCOME_OF |= {Status.RETURNED: Outcome.RETURNED, Status.REJECTED: Outcome.REJECTED}
# What waits is at a stage each: who has voted, when it closes, and what was said.
WAITING = ("voting", "objected", "ready")
EARLY = {"voting": ("INSURANCE", "HR"), "objected": ("CHAIR", "MVP_LEAD", "SAFETY", "INSURANCE")}
MINUTES = (
    "The notes of the last meeting were agreed.\n\n"
    "The staff side asked that units say in their proposal how the task is done today. The MVP Lead will add it to the "
    "guidance for unit managers.\n\n"
    "Next meeting: in two months."
)
QUESTION = "How does the volunteer leave the building when the unit has gone home?"
COMMENT = "A good example of something extra: nobody has had the time to do this before."
OBJECTION = "The second task reads like the work of a paid post. Who does it today?"


def make(stage: Stage) -> None:
    versions = [each for each in stage.known["every version"] if each.status != Status.DRAFT]
    moments = _moments(versions)
    meetings = _meetings(stage, versions)
    papers = stage.keep([_paper(stage, each, moments[each.pk], meetings) for each in versions])
    waiting = dict(zip(WAITING, (paper for paper in papers if paper.is_open), strict=False))
    _arrange(stage, waiting, meetings)
    stage.keep([vote for paper in papers for vote in _votes(stage, paper, waiting)])
    _remarks(stage, waiting)
    _presences(stage, meetings)
    _conditions(stage)


def _moments(versions: Sequence[ProfileVersion]) -> dict[int, dict[str, datetime]]:
    """By version, when it reached each status."""
    found: dict[int, dict[str, datetime]] = defaultdict(dict)
    for version, status, at in VersionStep.objects.filter(of__in=versions).values_list("of", "status", "at"):
        found[version][status] = at
    return found


def _meetings(stage: Stage, versions: Sequence[ProfileVersion]) -> dict[date, Meeting]:
    """One meeting on each of the latest days of approval, and one to come."""
    days = sorted({each.approved_on for each in versions if each.approved_on}, reverse=True)[:6]
    facts = {"place": PLACE, "called_by": stage.seats["CHAIR"]}
    held = {
        day: Meeting(
            reference=stage.reference(), at=stage.moment(day, 9), status=Meeting.Status.CLOSED, minutes=MINUTES, **facts
        )
        for day in days
    }
    next_week = stage.today + timedelta(days=8)
    meetings = held | {next_week: Meeting(reference=stage.reference(), at=stage.moment(next_week, 14), **facts)}
    stage.keep(list(meetings.values()))
    chair = stage.seats["CHAIR"]
    called = [(each.pk, "PLANNED", chair.pk, each.at - timedelta(days=30), "") for each in meetings.values()]
    closed = [(each.pk, "CLOSED", chair.pk, each.at + timedelta(hours=2), "") for each in held.values()]
    stage.link(MeetingStep, ("of", "status", "by", "at", "why"), [*called, *closed])
    return meetings


def _paper(stage: Stage, version: ProfileVersion, at: dict[str, datetime], meetings: dict[date, Meeting]) -> Paper:
    profile, whole = library.digests(version, stage.today)
    put_at = at[Status.SUBMITTED]
    meeting = meetings.get(version.approved_on) if version.approved_on else None
    paper = Paper(
        reference=stage.reference(),
        version=version,
        put_at=put_at,
        put_by=stage.holder("MVPM", version.profile.unit.borough),
        meeting=meeting,
        closes_on=None if meeting else put_at.date() + timedelta(days=14),
        content=library.content_to_keep(version),
        profile_digest=profile,
        digest=whole,
    )
    if outcome := OUTCOME_OF.get(Status(version.status)):
        decided = Status.APPROVED if outcome == Outcome.APPROVED else version.status
        paper.outcome, paper.decided_at, paper.decided_by = outcome, at[decided], stage.seats["CHAIR"]
        paper.reason = NOTES.get(Status(version.status), "")
    return paper


def _arrange(stage: Stage, waiting: dict[str, Paper], meetings: dict[date, Meeting]) -> None:
    """One closes in three days, one is on the next agenda, one has every vote and five days to go."""
    closing = {"voting": 3, "ready": 5}
    for stage_of_life, paper in waiting.items():
        facts: dict[str, object] = {"meeting": meetings[max(meetings)], "closes_on": None}
        if days := closing.get(stage_of_life):
            facts = {"meeting": None, "closes_on": stage.today + timedelta(days=days)}
        Paper.objects.filter(pk=paper.pk).update(**facts)


def _votes(stage: Stage, paper: Paper, waiting: dict[str, Paper]) -> list[Vote]:
    life = next((name for name, each in waiting.items() if each is paper), "")
    seats = EARLY.get(life, tuple(stage.seats))
    at = (paper.decided_at or stage.at) - timedelta(days=1, hours=2)
    return [
        Vote(
            paper=paper,
            seat=stage.known["seats"][seat],
            member=stage.seats[seat],
            answer=(said := _said(stage, paper, seat)),
            reason=paper.reason if said in (Answer.RETURN, Answer.REJECT) and seat == "STAFF_SIDE" else "",
            at=max(at, paper.put_at),
        )
        for seat in seats
    ]


def _said(stage: Stage, paper: Paper, seat: str) -> str:
    if paper.outcome == Outcome.REJECTED:
        return Answer.APPROVE if seat == "MVP_LEAD" else Answer.REJECT
    if paper.outcome == Outcome.RETURNED and seat in ("STAFF_SIDE", "SAFETY", "HR", "CHAIR"):
        return Answer.RETURN
    return Answer.ABSTAIN if seat == "INSURANCE" and stage.chance(0.1) else Answer.APPROVE


def _remarks(stage: Stage, waiting: dict[str, Paper]) -> None:
    said = (
        ("voting", "QUESTION", "", QUESTION, "SAFETY"),
        ("ready", "COMMENT", "", COMMENT, "MVP_LEAD"),
        ("objected", "OBJECTION", "SUBSTITUTION", OBJECTION, "STAFF_SIDE"),
    )
    stage.keep(
        [
            Remark(
                reference=stage.reference(),
                paper=waiting[life],
                kind=kind,
                ground=ground,
                text=text,
                by=stage.seats[seat],
                seat=stage.known["seats"][seat],
                at=stage.moment(stage.ago(1), 16),
            )
            for life, kind, ground, text, seat in said
            if life in waiting
        ]
    )


def _presences(stage: Stage, meetings: dict[date, Meeting]) -> None:
    """Everybody comes, but for Human Resources now and then."""
    stage.keep(
        [
            Presence(
                meeting=meeting,
                seat=seat,
                person=None if away else stage.seats[code],
                answer=Presence.Answer.APOLOGIES if away else Presence.Answer.PRESENT,
            )
            for meeting in meetings.values()
            if meeting.status == Meeting.Status.CLOSED
            for code, seat in stage.known["seats"].items()
            for away in [code == "HR" and stage.chance(0.4)]
        ]
    )


def _conditions(stage: Stage) -> None:
    """Camden has one condition that is overdue, one to come and one that is met."""
    here = [version for version, _ in stage.known["versions"] if version.profile.unit.borough == stage.boroughs[0]]
    mvpm = stage.holder("MVPM", stage.boroughs[0])
    days = ((-6, None), (20, None), (-30, stage.ago(41)))
    texts = ("Fit a handrail on the stairs to the store.", "Show the volunteer the way out at night.",
             "Name a second supervisor.")  # fmt: skip
    stage.keep(
        [
            Condition(
                reference=stage.reference(),
                version=version,
                text=text,
                due_on=stage.today + timedelta(days=ahead),
                met_on=met_on,
                met_by=mvpm if met_on else None,
            )
            for version, text, (ahead, met_on) in zip(here, texts, days, strict=False)
        ]
    )

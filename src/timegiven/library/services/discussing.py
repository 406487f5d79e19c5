"""What is said about a paper: comments, questions, objections, their answers and their withdrawal."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.kernel.time import london_day
from timegiven.letters import services as letters
from timegiven.library import access, rules, selectors
from timegiven.library.models import Paper, Remark
from timegiven.library.services.holding import held_paper
from timegiven.people import selectors as people
from timegiven.people.models import Person

Kind = Remark.Kind


@transaction.atomic
def say(paper: Paper, *, kind: str, text: str, ground: str = "", by: Person, at: datetime) -> Remark:
    """Comment on a paper, ask the unit and the MVP Manager, or object; a question and an objection want an answer.

    The staff side's objection that it takes a paid job's place keeps the profile from being approved (clause 63).
    """
    day = london_day(at)
    access.discuss.require(by, paper, day)
    paper = held_paper(paper)
    is_objection = kind == Kind.OBJECTION
    rules.check_said(is_decided=not paper.is_open, text=text, is_objection=is_objection, ground=ground)
    remark = Remark.objects.create(
        paper=paper,
        kind=kind,
        ground=ground if is_objection else "",
        text=text.strip(),
        by=by,
        seat=selectors.seat_of(by, day),
        at=at,
    )
    act = {Kind.COMMENT: "commented", Kind.QUESTION: "asked", Kind.OBJECTION: "objected"}[Kind(kind)]
    audit.record(act, of=paper, by=by, at=at, why=remark.get_ground_display() if is_objection else "")
    mvpm = people.mvpm_of(paper.version.profile.unit, day)
    if kind != Kind.COMMENT and mvpm:
        letters.write("library/asked", to=mvpm, at=at, remark=remark, paper=paper)
    return remark


@transaction.atomic
def reply(remark: Remark, *, text: str, by: Person, at: datetime) -> None:
    """Answer a question or an objection of the group; who raised it is told."""
    access.reply.require(by, remark.paper, london_day(at))
    paper = held_paper(remark.paper)
    row = Remark.objects.select_for_update(of=("self",)).get(pk=remark.pk)
    needs_answer = row.kind != Kind.COMMENT and not row.answer
    rules.check_answer(is_decided=_is_settled(paper), needs_answer=needs_answer, text=text)
    Remark.objects.filter(pk=row.pk).update(answer=text.strip(), answered_by=by, answered_at=at)
    audit.record(
        "answered a question" if row.kind == Kind.QUESTION else "answered an objection", of=paper, by=by, at=at
    )
    letters.write("library/answered", to=row.by, at=at, remark=row, paper=paper)


def _is_settled(paper: Paper) -> bool:
    """Whether the version is decided for good: an objection outlives a round in which nothing was amended."""
    return paper.version.status not in ("DRAFT", "SUBMITTED", "RETURNED")


@transaction.atomic
def withdraw(remark: Remark, *, by: Person, at: datetime) -> None:
    """Withdraw an objection that has been answered; the chair is told, for the paper may be decided now."""
    day = london_day(at)
    access.withdraw.require(by, remark, day)
    paper = held_paper(remark.paper)
    row = Remark.objects.select_for_update(of=("self",)).get(pk=remark.pk)
    rules.check_withdrawal(is_decided=_is_settled(paper), is_standing=row.is_standing, is_answered=bool(row.answer))
    Remark.objects.filter(pk=row.pk).update(withdrawn_by=by, withdrawn_at=at)
    audit.record("withdrew an objection", of=paper, by=by, at=at, why=row.get_ground_display())
    for person in selectors.chairing(paper, day):
        letters.write("library/withdrawn", to=person, at=at, paper=paper)

"""What the Central Team tells a committee: assessments, a report that is public, and a draft of the next."""

from datetime import date, timedelta
from random import Random
from typing import Any

from timegiven.demonstration.make.stage import Stage, Step
from timegiven.insight import selectors as insight
from timegiven.insight.models import CommitteeReport, CommitteeReportStep, EqualityAssessment, MoneyRow
from timegiven.joining.models import EqualityAnswer
from timegiven.kernel.time import add_months, month_of
from timegiven.people.models import Appointment

COMMITTEE = "Police Authority, full committee (for demonstration)"
TITLE = "The volunteer programme: the year, and its extension to the whole force"
WORDS = {
    "committee": COMMITTEE,
    "title": TITLE,
    "by_whom": "the Deputy Commissioner on behalf of the Commissioner (for demonstration)",
    "summary": "Volunteers give their time to the police in every part of the force. This report tells the committee "
    "what they gave in the year, who they are, and whether the extension beyond the boroughs takes anything from them.",
    "recommendations": "That members note what volunteers gave.\n"
    "That members support the extension of volunteering to all parts of the force.",
    "background": "The programme has been in the boroughs since 2001. Its extension keeps to the same rules: a role is "
    "approved before anybody is asked, no role takes the place of paid work, and nobody is obliged.\n\n"
    "### What volunteers bring\n\n"
    "- The experience of a life in other work\n"
    "- An eye that is not used to how things are done\n"
    "- Neighbours to whom the police are people they know\n\n"
    "### Who leads it\n\n"
    "The team that built the programme in the boroughs leads its extension, under the same Steering Group.",
    "about_boroughs": "Borough MVP Managers are asked before one of their volunteers is offered a role elsewhere.",
    "equality": "The programme wants to reach people of every kind, and names two: the young, and people who have "
    "retired from full-time work. Roles are described in plain words, and travel is paid back.",
    "finance": "The costs below are planned. Money for planning has been received, and nothing is asked of the "
    "committee today.",
    "authors": "The Central Team of the volunteer programme",
    "papers": "None",
    "contact": "The Central Team. Its address stands on the page “Help: who to ask”.",
    "confidence": "People who say that the police in their area do a good job",
    "confidence_percent": 62,
    "confidence_source": "A made-up survey, for demonstration",
}
MONEY = (  # (years on, is received, what, phase, pounds, from where)
    (-1, True, "Planning of the extension", "PLANNING", 85_000, "Home Office"),
    (0, False, "Training of supervisors outside the boroughs", "PLANNING", 24_500, "The planning money"),
    (0, False, "Two members of staff in the Central Team", "DELIVERY", 71_200, "Asked for in a business case"),
    (1, False, "Two members of staff in the Central Team", "DELIVERY", 73_000, "Asked for in a business case"),
    (2, False, "Two members of staff in the Central Team", "DELIVERY", 74_800, "Asked for in a business case"),
)
ASSESSED = (  # (strand, kind, days ago, by whom, found, to do)
    (
        "MVP", "FULL", 210, "Diversity and Citizen Focus Directorate",
        "Roles in the evening are few, so few people at work come. Forms in large print are missing.",
        "Each borough offers one role after six. The form comes in large print.",
    ),
    (
        "CORP", "SCREENING", 350, "The Central Team",
        "Most roles outside the boroughs ask for a profession, and so reach fewer of the young.",
        "A full assessment is made before the next roles are approved, with people whom it concerns.",
    ),
)  # fmt: skip
ETHNICITY = ("W1",) * 52 + ("W2", "W9", "W9") * 3 + ("A1", "A2", "A3", "B1", "B1", "B2", "B2", "M1", "M9", "O9") * 4
RELIGION = ("CHRISTIAN", "CHRISTIAN", "NONE", "NONE", "MUSLIM", "HINDU", "SIKH", "JEWISH", "")


def make(stage: Stage) -> None:
    dice = Random(f"{stage.seed} committee")  # noqa: S311 - dice for a story
    team = stage.holder(Appointment.Role.CENTRAL_TEAM, stage.force)
    _answers(stage, dice)
    stage.keep(
        [
            EqualityAssessment(
                reference=stage.reference_of(dice),
                strand=stage.strands[strand],
                kind=kind,
                made_on=stage.ago(days),
                made_by=by,
                found=found,
                to_do=to_do,
                review_on=add_months(stage.ago(days), 12),
                recorded_by=team,
                recorded_at=stage.moment(stage.ago(days), 15),
            )
            for strand, kind, days, by, found, to_do in ASSESSED
        ]
    )
    meets_on = stage.ago(5)
    report = _report(stage, dice, meets_on=meets_on, as_on=stage.ago(20), number=9, status="PUBLISHED", **WORDS)
    report.confidence_on = stage.ago(90)
    report.finished_on = stage.ago(19)
    report.told = insight.told(report, stage.today)
    unwritten = ("equality", "papers", "confidence_percent", "confidence", "confidence_source", "about_boroughs")
    words: dict[str, Any] = {name: said for name, said in WORDS.items() if name not in unwritten}
    next_on = add_months(meets_on, 3)
    draft = _report(stage, dice, meets_on=next_on, as_on=stage.today, number=None, status="DRAFT", **words)
    stage.keep([report, draft])
    stage.keep(_money(report, dice, stage))
    walked = (("DRAFT", 25), ("FINISHED", 19), ("PUBLISHED", 12))
    steps = [Step(report, status, team, stage.moment(stage.ago(days), 14)) for status, days in walked]
    stage.keep_steps(CommitteeReportStep, [*steps, Step(draft, "DRAFT", team, stage.moment(stage.ago(2), 11))])


def _answers(stage: Stage, dice: Random) -> None:
    """What applicants of thirteen months answered, each set for itself and belonging to nobody."""
    strand, this = stage.strands["MVP"], month_of(stage.today)
    stage.keep(
        [
            EqualityAnswer(
                strand=strand,
                month=add_months(this, -dice.randrange(13)),
                age=dice.choice(("18", "25", "35", "45", "55", "65", "")),
                sex=dice.choice(("F", "F", "M", "M", "")),
                gender_as_registered=dice.choice(("Y", "Y", "")),
                ethnicity=dice.choice((*ETHNICITY, "")),
                religion=dice.choice(RELIGION),
                orientation=dice.choice(("STRAIGHT",) * 12 + ("GAY", "BI", "", "")),
                disability=dice.choice(("N",) * 8 + ("Y", "")),
            )
            for _ in range(stage.size.volunteers * 2 // 3)
        ]
    )


def _report(stage: Stage, dice: Random, *, meets_on: date, **facts: Any) -> CommitteeReport:
    return CommitteeReport(reference=stage.reference_of(dice), meets_on=meets_on, **facts)


def _money(report: CommitteeReport, dice: Random, stage: Stage) -> list[MoneyRow]:
    begins = (report.meets_on or stage.today) - timedelta(days=90)
    return [
        MoneyRow(
            reference=stage.reference_of(dice),
            report=report,
            year=begins.year + on,
            is_received=is_received,
            what=what,
            phase=phase,
            pence=pounds * 100,
            source=source,
        )
        for on, is_received, what, phase, pounds, source in MONEY
    ]

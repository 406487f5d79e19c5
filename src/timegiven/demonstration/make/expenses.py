"""Claims in every status, what was agreed before, and the batches in which Finance has paid."""

from datetime import date, datetime, timedelta
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from timegiven.attendance.models import SessionReport
from timegiven.demonstration.make.stage import Given, Stage, Step, steps
from timegiven.expenses import receipts
from timegiven.expenses.models import (
    BankAccount,
    Batch,
    BatchStep,
    Claim,
    ClaimStep,
    CostAgreement,
    CostAgreementStep,
    Line,
    Payment,
    Receipt,
)
from timegiven.kernel.words import pounds
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import PolicyValue

Status = Claim.Status
SHARE = 0.06  # of the sessions that were long enough
MOST_PENCE = 300
QUESTION = "The date on the receipt is hard to read. Could you take the picture again, please?"
NO = "The receipt is from the day after the session, so it cannot be for this meal."
CLOSED = "Account closed"
SAID = {Status.RETURNED: QUESTION, Status.REFUSED: NO, Status.BOUNCED: CLOSED}
WAY = {
    Status.DRAFT: (),
    Status.SUBMITTED: (Status.SUBMITTED,),
    Status.SECOND: (Status.SUBMITTED, Status.SECOND),
    Status.RETURNED: (Status.SUBMITTED, Status.RETURNED),
    Status.REFUSED: (Status.SUBMITTED, Status.REFUSED),
    Status.WITHDRAWN: (Status.SUBMITTED, Status.WITHDRAWN),
    Status.APPROVED: (Status.SUBMITTED, Status.APPROVED),
    Status.BATCHED: (Status.SUBMITTED, Status.APPROVED, Status.BATCHED),
    Status.PAID: (Status.SUBMITTED, Status.APPROVED, Status.BATCHED, Status.PAID),
    Status.BOUNCED: (Status.SUBMITTED, Status.APPROVED, Status.BATCHED, Status.BOUNCED),
}
RATE = date(2026, 4, 6)  # the tax office's own day: a rate that came back-dated
FARES, MILES = CostAgreement.Kind.FARES, CostAgreement.Kind.MILEAGE


def make(stage: Stage) -> None:
    dice = Random(f"expenses {stage.seed}")  # noqa: S311 - dice for a story
    _numbers(stage)
    agreed = _agreements(stage, dice)
    claims, lines = [], []
    for given, report in stage.known["reports"]:
        if given.minutes < 240 or given.helper.code == "camden-volunteer" or not stage.chance(SHARE):
            continue
        claim, costs = _claim(stage, given, report, agreed.get(given.helper.placement.pk), dice)
        claims.append(claim)
        lines += costs
    stage.keep(claims)
    stage.keep(lines)
    stage.keep_steps(ClaimStep, [step for claim in claims for step in _steps(stage, claim)])
    _receipts(stage, lines, dice)
    _payments(stage, claims, dice)
    _accounts(stage, {claim.volunteer.person for claim in claims}, dice)


def _numbers(stage: Stage) -> None:
    """Bank details are kept here, and the rate for miles rose for days that were past."""
    decided = [("expenses.bank_details", date(2001, 8, 1), "here", "Finance", "For demonstration")]
    if stage.today >= RATE:
        told = "Announced on 21 May 2026 for days from 6 April 2026: to be confirmed before it is used"
        decided.append(("expenses.car_pence_a_mile", RATE, 55, "HM Revenue and Customs", told))
    stage.keep(
        [PolicyValue(name=n, from_on=f, value=v, decided_by=who, source=source) for n, f, v, who, source in decided]
    )


def _agreements(stage: Stage, dice: Random) -> dict[int, CostAgreement]:
    """Fares for every third placement, miles for some; a few volunteers of Camden are waiting for an answer."""
    made, walked = [], []
    for helper in stage.helpers:
        if helper.placement is None or helper.state == "left":
            continue
        camden = helper.borough.name == "Camden"
        throw = dice.random()
        if helper.code != "camden-volunteer" and throw > (0.6 if camden else 0.35):
            continue
        kind = MILES if throw < 0.08 and helper.code != "camden-volunteer" else FARES
        asked = camden and not helper.code and throw > 0.4
        one = CostAgreement(
            reference=stage.reference_of(dice),
            volunteer=helper.volunteer,
            placement=helper.placement,
            kind=kind,
            status="ASKED" if asked else "AGREED",
            what="From home and back"
            if kind == MILES
            else dice.choice(("Bus, there and back", "Underground, zones 1 to 2")),
            vehicle="CAR" if kind == MILES else "",
            most_tenths=dice.randrange(30, 120) if kind == MILES else None,
            most_pence=None if kind == MILES else 700,
            from_on=stage.ago(dice.randrange(1, 6)) if asked else helper.from_on,
            asked_by=helper.person,
            decided_by=None if asked else stage.holder(Appointment.Role.MVPM, helper.borough),
        )
        made.append(one)
        at = stage.moment(min(one.from_on, stage.today))
        walked.append(Step(one, "ASKED", helper.person, at))
        if not asked:
            walked.append(Step(one, "AGREED", one.decided_by, at + timedelta(hours=2)))
    stage.keep(made)
    stage.keep_steps(CostAgreementStep, walked)
    return {one.placement_id: one for one in made if one.status == "AGREED"}


def _claim(
    stage: Stage, given: Given, report: SessionReport, agreed: CostAgreement | None, dice: Random
) -> tuple[Claim, list[Line]]:
    """Those of the last fortnight wait; of the older ones nearly all have been paid."""
    days = (stage.today - given.on).days
    kinds = (Status.SUBMITTED,) * 5 + (Status.APPROVED, Status.APPROVED, Status.RETURNED)
    if days > 14:
        kinds = (Status.PAID,) * 16 + (Status.REFUSED, Status.BATCHED, Status.BOUNCED)
    status = stage.rng.choice(kinds)
    if agreed and agreed.kind == MILES and days > 14:
        status = Status.PAID
    decided = status not in (Status.SUBMITTED, Status.DRAFT)
    claim = Claim(
        reference=stage.reference(),
        volunteer=given.helper.volunteer,
        borough=given.helper.borough,
        report=report,
        on=given.on,
        status=status,
        begun_at=report.reported_at + timedelta(minutes=3),
        submitted_at=report.reported_at + timedelta(minutes=5),
        decided_by=stage.holder(Appointment.Role.MVPM, given.helper.borough) if decided else None,
        answer=SAID.get(status, ""),
    )
    spent = stage.rng.randrange(180, 760, 5)
    lines = [_line(stage, claim, dice, kind="MEAL", spent_pence=spent, pence=min(spent, MOST_PENCE))]
    if agreed and agreed.kind == FARES:
        fare = dice.randrange(175, 700, 5)
        lines.append(
            _line(stage, claim, dice, kind="FARES", spent_pence=fare, pence=fare, agreed=agreed, what=agreed.what)
        )
    elif agreed:
        pence = agreed.most_tenths * 45 // 10
        told = {"vehicle": "CAR", "tenths": agreed.most_tenths, "what": agreed.what, "agreed": agreed}
        lines.append(
            _line(stage, claim, dice, kind="MILEAGE", pence=pence, reckoning=f"{_said(agreed)} at 45p", **told)
        )
    claim.pence = sum(line.pence for line in lines if line.is_counted)
    return claim, lines


def _said(agreed: CostAgreement) -> str:
    whole, rest = divmod(agreed.most_tenths, 10)
    return f"{whole}.{rest} miles" if rest else f"{whole} miles"


def _line(stage: Stage, claim: Claim, dice: Random, **facts: object) -> Line:
    counted = claim.status not in Claim.OVER
    return Line(reference=stage.reference_of(dice), claim=claim, report=claim.report, is_counted=counted, **facts)


def _steps(stage: Stage, claim: Claim) -> list[Step]:
    """The way of a claim: sent after the session, decided two days later, paid at the end of that week."""
    volunteer = claim.volunteer.person
    way: list[tuple[str, Person | None, datetime]] = [(Status.DRAFT, volunteer, claim.begun_at)]
    days = {Status.SUBMITTED: 0, Status.BATCHED: 4, Status.PAID: 6, Status.BOUNCED: 6}
    finance = stage.holder(Appointment.Role.FINANCE, stage.force)
    for status in WAY[claim.status]:
        at = min(claim.submitted_at + timedelta(days=days.get(status, 2)), stage.at)
        by = volunteer if status == Status.SUBMITTED else finance if status in days else claim.decided_by
        way.append((status, by, at))
    return steps(claim, way, why=claim.answer)


def _receipts(stage: Stage, lines: list[Line], dice: Random) -> None:
    """The receipts as the programme keeps them: redrawn and sealed. One picture serves all of the same amount."""
    pictures: dict[int, bytes] = {}
    made = []
    for line in lines:
        if line.spent_pence is None:
            continue
        if line.spent_pence not in pictures:
            pictures[line.spent_pence] = receipts.redraw(_picture(line.spent_pence)).content
        reference = stage.reference_of(dice)
        sealed = receipts.lock(pictures[line.spent_pence], reference=reference)
        kept = {"kind": "image/jpeg", "sealed": sealed, "digest": reference, "kept_at": line.claim.begun_at}
        made.append(Receipt(reference=reference, line=line, **kept))
    stage.keep(made)


def _picture(pence: int) -> bytes:
    picture = Image.new("RGB", (300, 220), "#fbfaf4")
    lines = ("CORNER CAFE", "(made up)", "", "1 sandwich", "1 tea", "", f"Total  {pounds(pence)}", "", "Thank you!")
    ImageDraw.Draw(picture).multiline_text((90, 20), "\n".join(lines), fill="#222222", spacing=6)
    drawn = BytesIO()
    picture.save(drawn, "PNG")
    return drawn.getvalue()


def _payments(stage: Stage, claims: list[Claim], dice: Random) -> None:
    """A batch for each week; the last one waits to be settled."""
    finance = stage.holder(Appointment.Role.FINANCE, stage.force)
    weeks: dict[object, list[Claim]] = {}
    for claim in claims:
        if claim.status == Status.BATCHED:
            weeks.setdefault("open", []).append(claim)
        elif claim.status in (Status.PAID, Status.BOUNCED):
            weeks.setdefault(claim.submitted_at.isocalendar()[:2], []).append(claim)
    batches, payments = [], []
    for claimed in weeks.values():
        is_open = claimed[0].status == Status.BATCHED
        made_at = min(max(claim.submitted_at for claim in claimed) + timedelta(days=4), stage.at)
        batch = Batch(
            reference=stage.reference_of(dice),
            status="OPEN" if is_open else "SETTLED",
            made_by=finance,
            made_at=made_at,
            number=len(claimed),
            pence=sum(claim.pence for claim in claimed),
        )
        batches.append(batch)
        for claim in claimed:
            outcome = "" if is_open else str(claim.status)
            known = {"settled_at": made_at + timedelta(days=2), "settled_by": finance} if outcome else {}
            why = CLOSED if outcome == "BOUNCED" else ""
            payments.append(
                Payment(
                    reference=stage.reference_of(dice), batch=batch, claim=claim, pence=claim.pence, outcome=outcome,
                    why=why, **known,
                )
            )  # fmt: skip
    stage.keep(batches)
    stage.keep(payments)
    walked = []
    for batch in batches:
        way = [("OPEN", finance, batch.made_at)]
        if batch.status == "SETTLED":
            way.append(("SETTLED", finance, batch.made_at + timedelta(days=2)))
        walked += steps(batch, way)
    stage.keep_steps(BatchStep, walked)


def _accounts(stage: Stage, people: set[Person], dice: Random) -> None:
    """Where most of those who claim are paid: numbers that no bank has."""
    stage.keep(
        [
            BankAccount(
                reference=stage.reference_of(dice),
                person=person,
                name=person.name,
                sort_code="000000",
                number=f"{dice.randrange(10**8):08}",
                changed_at=stage.moment(stage.ago(200)),
            )
            for person in sorted(people, key=lambda each: each.pk)
            if person.email and dice.random() < 0.8
        ]
    )

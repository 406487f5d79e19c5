"""Claims in every status, and what was agreed before."""

from datetime import date, datetime, timedelta
from random import Random

from timegiven.attendance.models import SessionReport
from timegiven.demonstration.make import paying
from timegiven.demonstration.make.stage import Given, Helper, Stage, Step, steps
from timegiven.expenses.models import Claim, ClaimStep, CostAgreement, CostAgreementStep, Line
from timegiven.people.models import Appointment, Person
from timegiven.programme.models import PolicyValue

Status = Claim.Status
SHARE = 0.06  # of the sessions that were long enough
MOST_PENCE = 300
QUESTION = "The date on the receipt is hard to read. Could you take the picture again, please?"
NO = "The receipt is from the day after the session, so it cannot be for this meal."
SAID = {Status.RETURNED: QUESTION, Status.REFUSED: NO, Status.BOUNCED: paying.CLOSED}
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
RATES = (
    (
        "expenses.car_pence_a_mile", date(2026, 4, 6), 55, "HM Revenue and Customs",
        "Announced on 21 May 2026 for days from 6 April 2026: to be confirmed before it is used",
    ),
    (
        "insight.comparator_low_pence", date(2026, 4, 1), 1_271, "Central Team",
        "National Living Wage from 1 April 2026, £12.71 an hour (for demonstration)",
    ),
    (
        "insight.comparator_high_pence", date(2025, 4, 30), 2_044, "Central Team",
        "Office for National Statistics: median full-time pay in April 2025, £766.60 for 37½ hours (for demonstration)",
    ),
)  # fmt: skip
FARES, MILES = CostAgreement.Kind.FARES, CostAgreement.Kind.MILEAGE
TRAIN = (FARES, "Train to the first-aid course at Hendon, there and back", 800)
CARE = (CostAgreement.Kind.CARE, "Somebody to be with my mother during the training day", 3_000)


def make(stage: Stage) -> None:
    dice = Random(f"expenses {stage.seed}")  # noqa: S311 - dice for a story
    _numbers(stage)
    agreed = _agreements(stage, dice)
    claims, lines = [], []
    driving = [each for each in stage.known["drivers"] if each.borough.name == "Camden"]  # whose miles are topped up
    for given, report in stage.known["reports"]:
        if given.minutes < 240 or given.helper.code == "camden-volunteer":
            continue
        if not stage.chance(SHARE) and given.helper not in driving:
            continue
        claim, costs = _claim(stage, given, report, agreed.get(given.helper.placement.pk), dice)
        claims.append(claim)
        lines += costs
    for claim, cost in [*_days(stage, dice), *_typed_in(stage, {claim.report for claim in claims})]:
        claims.append(claim)
        lines.append(cost)
    stage.keep(claims)
    stage.keep(lines)
    stage.keep_steps(ClaimStep, [step for claim in claims for step in _steps(stage, claim)])
    paying.receipts_of(stage, lines, dice)
    paying.papers_of(stage, claims)
    paying.payments(stage, claims, dice)
    paying.accounts(stage, {claim.volunteer.person for claim in claims}, dice)


def _numbers(stage: Stage) -> None:
    """Bank details are kept here, the rate for miles rose for days that were past, and pay rose meanwhile."""
    known = [("expenses.bank_details", date(2001, 8, 1), "here", "Finance", "For demonstration"), *RATES]
    stage.keep(
        [
            PolicyValue(name=name, from_on=from_on, value=value, decided_by=who, source=source)
            for name, from_on, value, who, source in known
            if from_on <= stage.today
        ]
    )


def _agreements(stage: Stage, dice: Random) -> dict[int, CostAgreement]:
    """Fares for every third placement, miles for some; a few volunteers of Camden are waiting for an answer."""
    made, walked = [], []
    for helper in stage.helpers:
        if helper.placement is None or helper.state == "left":
            continue
        camden = helper.borough.name == "Camden"
        drives = helper in stage.known["drivers"] and helper.code != "camden-volunteer"
        throw = dice.random()
        if not drives and helper.code != "camden-volunteer" and throw > (0.6 if camden else 0.35):
            continue
        kind = MILES if drives else FARES
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
    manager = stage.holder(Appointment.Role.MVPM, given.helper.borough)
    typed_in = given.helper.person.email is None
    claim = Claim(
        reference=stage.reference(),
        volunteer=given.helper.volunteer,
        borough=given.helper.borough,
        report=report,
        on=given.on,
        status=status,
        begun_at=report.reported_at + timedelta(minutes=3),
        submitted_at=report.reported_at + timedelta(minutes=5),
        typed_in_by=manager if typed_in else None,
        is_signed=typed_in and decided,
        decided_by=manager if decided else None,
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


def _days(stage: Stage, dice: Random) -> list[tuple[Claim, Line]]:
    """Costs of one day without a session: one is asked for, one may be claimed, and two were."""
    camden = [each for each in stage.helpers if each.borough.name == "Camden" and each.state != "left"]
    known = [each for each in camden if each.code == "camden-volunteer"]
    others = [each for each in camden if each.placement and not each.code][:3]
    plan = [(known, 4, TRAIN), (others[:1], -6, CARE), (others[1:], 9, TRAIN)]
    made, walked, claims = [], [], []
    for helpers, days, (kind, what, most) in plan:
        for helper in helpers:
            on, asked = stage.ago(days), days < 0
            manager = stage.holder(Appointment.Role.MVPM, helper.borough)
            one = CostAgreement(
                reference=stage.reference_of(dice),
                volunteer=helper.volunteer,
                kind=kind,
                status="ASKED" if asked else "AGREED",
                what=what,
                most_pence=most,
                from_on=on,
                until_on=on + timedelta(days=1),
                asked_by=helper.person,
                decided_by=None if asked else manager,
            )
            made.append(one)
            at = stage.moment(min(on - timedelta(days=5), stage.ago(1)))
            walked.append(Step(one, "ASKED", helper.person, at))
            if not asked:
                walked.append(Step(one, "AGREED", manager, at + timedelta(hours=3)))
            if helper in others[1:]:
                claims.append(_claim_of_day(stage, one, helper, dice))
    stage.keep(made)
    stage.keep_steps(CostAgreementStep, walked)
    return claims


def _typed_in(stage: Stage, claimed: set[SessionReport | None]) -> list[tuple[Claim, Line]]:
    """What the MVP Manager typed in this week for the volunteer without e-mail, who has not signed it yet."""
    dice = Random(f"typed in {stage.seed}")  # noqa: S311 - dice for a story
    hers = [each for each in stage.known["reports"] if each[0].helper.code == "camden-no-email"]
    long_enough = [(given, report) for given, report in hers if given.minutes >= 240 and report not in claimed]
    made = []
    for given, report in long_enough[-1:]:
        at = stage.moment(stage.ago(1), 10)
        claim = Claim(
            reference=stage.reference_of(dice),
            volunteer=given.helper.volunteer,
            borough=given.helper.borough,
            report=report,
            on=given.on,
            status=Status.SUBMITTED,
            begun_at=at,
            submitted_at=at + timedelta(minutes=4),
            typed_in_by=stage.holder(Appointment.Role.MVPM, given.helper.borough),
            pence=MOST_PENCE,
        )
        made.append((claim, _line(stage, claim, dice, kind="MEAL", spent_pence=340, pence=MOST_PENCE)))
    return made


def _claim_of_day(stage: Stage, agreed: CostAgreement, helper: Helper, dice: Random) -> tuple[Claim, Line]:
    at = stage.moment(agreed.from_on + timedelta(days=1), 19)
    claim = Claim(
        reference=stage.reference_of(dice),
        volunteer=helper.volunteer,
        borough=helper.borough,
        agreed=agreed,
        on=agreed.from_on,
        status=Status.SUBMITTED,
        begun_at=at,
        submitted_at=at + timedelta(minutes=4),
        typed_in_by=None if helper.person.email else stage.holder(Appointment.Role.MVPM, helper.borough),
        pence=640,
    )
    told = {"kind": agreed.kind, "spent_pence": 640, "pence": 640, "what": agreed.what, "agreed": agreed}
    return claim, _line(stage, claim, dice, **told)


def _said(agreed: CostAgreement) -> str:
    whole, rest = divmod(agreed.most_tenths, 10)
    return f"{whole}.{rest} miles" if rest else f"{whole} miles"


def _line(stage: Stage, claim: Claim, dice: Random, **facts: object) -> Line:
    counted = claim.status not in Claim.OVER
    return Line(reference=stage.reference_of(dice), claim=claim, report=claim.report, is_counted=counted, **facts)


def _steps(stage: Stage, claim: Claim) -> list[Step]:
    """The way of a claim: sent after the session, decided two days later, paid at the end of that week."""
    sender = claim.typed_in_by or claim.volunteer.person
    way: list[tuple[str, Person | None, datetime]] = [(Status.DRAFT, sender, claim.begun_at)]
    days = {Status.SUBMITTED: 0, Status.BATCHED: 4, Status.PAID: 6, Status.BOUNCED: 6}
    finance = stage.holder(Appointment.Role.FINANCE, stage.force)
    for status in WAY[claim.status]:
        at = min(claim.submitted_at + timedelta(days=days.get(status, 2)), stage.at)
        by = sender if status == Status.SUBMITTED else finance if status in days else claim.decided_by
        way.append((status, by, at))
    return steps(claim, way, why=claim.answer)

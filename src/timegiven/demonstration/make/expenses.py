"""Meal claims in every status, each for one session of four hours or more."""

from datetime import datetime, timedelta
from io import BytesIO

from PIL import Image, ImageDraw

from timegiven.attendance.models import SessionReport
from timegiven.demonstration.make.stage import Given, Stage, Step, steps
from timegiven.expenses import receipts
from timegiven.expenses.models import Claim, ClaimStep, Receipt
from timegiven.kernel.words import pounds
from timegiven.people.models import Appointment

Status = Claim.Status
SHARE = 0.06  # of the sessions that were long enough
MOST_PENCE = 300
QUESTION = "The date on the receipt is hard to read. Could you take the picture again, please?"
NO = "The receipt is from the day after the session, so it cannot be for this meal."


def make(stage: Stage) -> None:
    claims, done = [], []
    for given, report in stage.known["reports"]:
        if given.minutes < 240 or given.helper.code == "camden-volunteer" or not stage.chance(SHARE):
            continue
        claim = _claim(stage, given, report)
        claims.append(claim)
        done += _steps(stage, claim)
    stage.keep(claims)
    stage.keep_steps(ClaimStep, done)
    pictures: dict[int, bytes] = {}
    stage.keep([_receipt(stage, claim, pictures) for claim in claims])


def _receipt(stage: Stage, claim: Claim, pictures: dict[int, bytes]) -> Receipt:
    """The receipt as the programme keeps it: redrawn and sealed. One picture serves all of the same amount."""
    if claim.receipt_pence not in pictures:
        _, pictures[claim.receipt_pence] = receipts.redraw(_picture(claim.receipt_pence))
    reference = stage.reference()
    sealed = receipts.lock(pictures[claim.receipt_pence], reference=reference)
    return Receipt(reference=reference, claim=claim, kind="image/jpeg", sealed=sealed, kept_at=claim.submitted_at)


def _picture(pence: int) -> bytes:
    picture = Image.new("RGB", (300, 220), "#fbfaf4")
    lines = ("CORNER CAFE", "(made up)", "", "1 sandwich", "1 tea", "", f"Total  {pounds(pence)}", "", "Thank you!")
    ImageDraw.Draw(picture).multiline_text((90, 20), "\n".join(lines), fill="#222222", spacing=6)
    drawn = BytesIO()
    picture.save(drawn, "PNG")
    return drawn.getvalue()


def _claim(stage: Stage, given: Given, report: SessionReport) -> Claim:
    """Those of the last fortnight wait; of the older ones nearly all have been paid."""
    days = (stage.today - given.on).days
    kinds = (Status.SUBMITTED,) * 5 + (Status.APPROVED, Status.APPROVED, Status.RETURNED)
    if days > 14:
        kinds = (Status.PAID,) * 16 + (Status.REFUSED, Status.APPROVED, Status.RETURNED)
    status = stage.rng.choice(kinds)
    receipt = stage.rng.randrange(180, 760, 5)
    decided = status != Status.SUBMITTED
    return Claim(
        reference=stage.reference(),
        volunteer=given.helper.volunteer,
        borough=given.helper.borough,
        report=report,
        status=status,
        receipt_pence=receipt,
        pence=min(receipt, MOST_PENCE),
        submitted_at=report.reported_at + timedelta(minutes=5),
        decided_by=stage.holder(Appointment.Role.MVPM, given.helper.borough) if decided else None,
        answer={Status.RETURNED: QUESTION, Status.REFUSED: NO}.get(status, ""),
    )


def _steps(stage: Stage, claim: Claim) -> list[Step]:
    volunteer = claim.volunteer.person
    way: list[tuple[str, object, datetime]] = [(Status.SUBMITTED, volunteer, claim.submitted_at)]
    decided_at = min(claim.submitted_at + timedelta(days=2), stage.at)
    if claim.status == Status.PAID:
        way.append((Status.APPROVED, claim.decided_by, decided_at))
        way.append((Status.PAID, claim.decided_by, decided_at + timedelta(days=5)))
    elif claim.status != Status.SUBMITTED:
        way.append((claim.status, claim.decided_by, decided_at))
    return steps(claim, way, why=claim.answer)

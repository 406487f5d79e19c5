"""The receipts of claims, the batches in which Finance has paid them, and where people are paid."""

from datetime import timedelta
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from timegiven.demonstration.make.stage import Stage, steps
from timegiven.expenses import receipts
from timegiven.expenses.models import BankAccount, Batch, BatchStep, Claim, Line, Payment, Receipt, SignedPaper
from timegiven.kernel.words import pounds
from timegiven.people.models import Appointment, Person

Status = Claim.Status
CLOSED = "Account closed"
PAPER = "WHAT I PAID", "(made up)", "", "As on the receipts", "that I gave you.", "", "Signed by hand"


def receipts_of(stage: Stage, lines: list[Line], dice: Random) -> None:
    """The receipts as the programme keeps them: redrawn and sealed. One picture serves all of the same amount."""
    pictures: dict[int, bytes] = {}
    made = []
    for line in lines:
        if line.spent_pence is None:
            continue
        if line.spent_pence not in pictures:
            pictures[line.spent_pence] = receipts.redraw(_picture(line.spent_pence)).content
        reference = stage.reference_of(dice)
        sealed = receipts.lock(pictures[line.spent_pence], of=Receipt, reference=reference)
        kept = {"kind": "image/jpeg", "sealed": sealed, "digest": reference, "kept_at": line.claim.begun_at}
        made.append(Receipt(reference=reference, line=line, **kept))
    stage.keep(made)


def papers_of(stage: Stage, claims: list[Claim]) -> None:
    """What volunteers without e-mail signed, of the claims that were decided on."""
    picture, dice = receipts.redraw(_drawn(*PAPER)).content, Random(f"papers {stage.seed}")  # noqa: S311 - for a story
    made = []
    for claim in claims:
        if claim.is_signed:
            reference = stage.reference_of(dice)
            sealed = receipts.lock(picture, of=SignedPaper, reference=reference)
            kept = {"kept_at": claim.submitted_at, "kept_by": claim.typed_in_by, "digest": reference}
            made.append(SignedPaper(reference=reference, claim=claim, kind="image/jpeg", sealed=sealed, **kept))
    stage.keep(made)


def _picture(pence: int) -> bytes:
    return _drawn(
        "CORNER CAFE", "(made up)", "", "1 sandwich", "1 tea", "", f"Total  {pounds(pence)}", "", "Thank you!"
    )


def _drawn(*lines: str) -> bytes:
    picture = Image.new("RGB", (300, 220), "#fbfaf4")
    ImageDraw.Draw(picture).multiline_text((90, 20), "\n".join(lines), fill="#222222", spacing=6)
    drawn = BytesIO()
    picture.save(drawn, "PNG")
    return drawn.getvalue()


def payments(stage: Stage, claims: list[Claim], dice: Random) -> None:
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


def accounts(stage: Stage, people: set[Person], dice: Random) -> None:
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

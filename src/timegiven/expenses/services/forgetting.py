"""Delete receipts, and what was written about a claim, when they have been kept long enough (clause 123)."""

from datetime import datetime

from django.db import transaction

from timegiven.audit import services as audit
from timegiven.expenses import selectors
from timegiven.expenses.models import Claim, CostAgreement, Line, Receipt, SignedPaper
from timegiven.expenses.services.keeping import hold_claim
from timegiven.kernel.time import london_day


def forget_old_receipts(*, at: datetime) -> int:
    """Delete what proves claims of financial years that are kept no longer; return of how many claims."""
    day = london_day(at)
    selectors.agreements_to_forget(day).update(what=CostAgreement.FORGOTTEN)
    return sum(_forget(claim, at=at) for claim in selectors.claims_to_forget(day))


@transaction.atomic
def _forget(claim: Claim, *, at: datetime) -> bool:
    """That there was a claim, what became of it and its amounts stay; its receipts and words go."""
    hold_claim(claim)
    Receipt.objects.filter(line__claim=claim).delete()
    SignedPaper.objects.filter(claim=claim).delete()
    Line.objects.filter(claim=claim).update(what="", foreign="", left_out_why="")
    claim.steps.update(why="")
    Claim.objects.filter(pk=claim.pk).update(answer="")
    audit.record("forgot receipts", of=claim, by=None, at=at, about=claim.volunteer.person)
    return True

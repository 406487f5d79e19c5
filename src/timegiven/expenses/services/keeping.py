"""Keep receipts, hold on to a person or a claim while money is reckoned, and say whose it is to whoever reads."""

from datetime import datetime

from django.db.models import Sum
from django.utils.crypto import salted_hmac

from timegiven.expenses import receipts
from timegiven.expenses.models import Claim, Line, Receipt, SignedPaper
from timegiven.people.models import Person


def keep_receipt(line: Line, clean: receipts.Clean, *, at: datetime) -> Receipt:
    """Keep the receipt of a cost, redrawn and sealed."""
    receipt = Receipt(line=line, kind=clean.kind, kept_at=at, digest=mark_of(clean))
    receipt.sealed = receipts.lock(clean.content, of=Receipt, reference=receipt.reference)
    receipt.save(force_insert=True)
    return receipt


def keep_paper(claim: Claim, clean: receipts.Clean, *, by: Person, at: datetime) -> SignedPaper:
    """Keep the paper that a volunteer signed in the same way."""
    paper = SignedPaper(claim=claim, kind=clean.kind, kept_at=at, kept_by=by, digest=mark_of(clean))
    paper.sealed = receipts.lock(clean.content, of=SignedPaper, reference=paper.reference)
    paper.save(force_insert=True)
    return paper


def mark_of(clean: receipts.Clean) -> str:
    """By what the same picture is known again: keyed, so that nobody can look for a picture in the table."""
    return salted_hmac("expenses.receipt", clean.same_as, algorithm="sha256").hexdigest()


def read_of(person: Person, by: Person) -> str:
    """Whose costs these are, in a refusal that somebody else reads."""
    return "" if by == person else person.name


def hold_person(person: Person) -> None:
    """Of two claims by one person at once, the second waits here: miles and receipts count over all of them."""
    # Not the key: a letter or an audit record may name the person meanwhile.
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def hold_claim(claim: Claim) -> Claim:
    """The claim as it stands now, which nobody else changes until this deed is done."""
    return Claim.objects.select_for_update(of=("self",)).select_related("volunteer__person", "borough").get(pk=claim.pk)


def sum_up(claim: Claim) -> int:
    """Write the sum of the counted lines on the claim."""
    pence = Line.objects.filter(claim=claim, is_counted=True).aggregate(all=Sum("pence"))["all"] or 0
    Claim.objects.filter(pk=claim.pk).update(pence=pence)
    claim.pence = pence
    return pence

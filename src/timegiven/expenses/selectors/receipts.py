"""Receipts: who may look at them, and whether the same picture came before."""

from datetime import date, time

from django.db.models import Exists, OuterRef, Q, QuerySet

from timegiven.expenses import rules
from timegiven.expenses.models import Claim, ClaimStep, CostAgreement, Line, Receipt, SignedPaper
from timegiven.expenses.policies import RECEIPTS_FOR
from timegiven.expenses.selectors.claims import claims_seen_by
from timegiven.kernel.time import at_london
from timegiven.people.models import Person


def receipts() -> QuerySet[Receipt]:
    """Receipts, for a page that has already found its claim."""
    return Receipt.objects.select_related("line__claim__volunteer__person")


def receipts_seen_by(person: Person, day: date) -> QuerySet[Receipt]:
    """The receipts of the claims that one sees."""
    return receipts().filter(line__claim__in=claims_seen_by(person, day).values("pk"))


def used_before(person: Person, digest: str, *, besides: Claim | None = None) -> Line | None:
    """The line of this person's own for which the same picture counts already."""
    same = Line.objects.filter(receipt__digest=digest, claim__volunteer__person=person, is_counted=True)
    if besides is not None:
        same = same.exclude(claim=besides)
    return same.select_related("claim").order_by("pk").first()


def papers_of(claim: Claim) -> QuerySet[SignedPaper]:
    """The papers that were signed for a claim, the newest first, without the pictures themselves."""
    return SignedPaper.objects.filter(claim=claim).select_related("kept_by").defer("sealed").order_by("-kept_at", "-pk")


def papers_seen_by(person: Person, day: date) -> QuerySet[SignedPaper]:
    """The signed papers of the claims that one sees."""
    seen = SignedPaper.objects.filter(claim__in=claims_seen_by(person, day).values("pk"))
    return seen.select_related("claim__volunteer__person")


def paper_used_on(digest: str) -> date | None:
    """For which day the claim was to which the same picture has been added already."""
    return SignedPaper.objects.filter(digest=digest).values_list("claim__on", flat=True).first()


def looks_like_another(claim: Claim) -> set[int]:
    """The lines of a claim whose picture somebody else sent too: said to who decides, and never whose it was."""
    lines = Line.objects.filter(claim=claim, receipt__isnull=False).values_list("pk", "receipt__digest")
    digests = {digest: pk for pk, digest in lines}
    others = Receipt.objects.filter(digest__in=digests, line__is_counted=True).exclude(
        line__claim__volunteer=claim.volunteer_id
    )
    return {digests[digest] for digest in others.values_list("digest", flat=True)}


_SAID = ~Q(what="") | ~Q(foreign="") | ~Q(left_out_why="") | Q(receipt__isnull=False)


def claims_to_forget(day: date) -> QuerySet[Claim]:
    """The claims of financial years that are kept no longer, with a receipt or a word still on them.

    A claim belongs to the year in which something last happened to it.
    """
    lately = ClaimStep.objects.filter(of=OuterRef("pk"), at__gte=at_london(_kept_from(day), time()))
    said = Exists(Line.objects.filter(_SAID, claim=OuterRef("pk")))
    signed = Exists(SignedPaper.objects.filter(claim=OuterRef("pk")))
    wrote = Exists(ClaimStep.objects.filter(of=OuterRef("pk")).exclude(why=""))
    old = Claim.objects.filter(on__lt=_kept_from(day)).filter(Q(said) | Q(signed) | Q(wrote) | ~Q(answer=""))
    return old.exclude(Exists(lately)).select_related("volunteer__person").order_by("pk")


def agreements_to_forget(day: date) -> QuerySet[CostAgreement]:
    """What was agreed on in financial years that are kept no longer, with its words still there."""
    return CostAgreement.objects.filter(until_on__lt=_kept_from(day)).exclude(what=CostAgreement.FORGOTTEN)


def _kept_from(day: date) -> date:
    return rules.kept_from(day, years=RECEIPTS_FOR.on(day))

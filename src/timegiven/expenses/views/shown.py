"""A claim, its receipts, and the expenses of a volunteer's record."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from timegiven.audit import services as audit
from timegiven.expenses import access, forms, receipts, selectors
from timegiven.people import selectors as people


def see(request: HttpRequest, reference: str) -> HttpResponse:
    """One claim, its costs and receipts, and its life."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.claims_seen_by(request.user, day), reference=reference)
    may_decide = access.decide(request.user, found, day)
    may_look_again = found.status == "SECOND" and access.look_again(request.user, found, day)
    context = {
        "claim": found,
        "lines": selectors.lines_of(found),
        "steps": found.steps.select_related("by").order_by("at", "pk"),
        "is_own": request.user == found.volunteer.person,
        "may_decide": may_look_again if found.status == "SECOND" else may_decide,
        "may_change": access.change(request.user, found, day),
        "may_add": found.status in found.OPEN_TO_CHANGE and access.change(request.user, found, day),
        "decides": may_decide or may_look_again,
        "may_put_right": access.put_right(request.user, found, day),
        "may_add_paper": _waits_for_paper(found) and access.add_paper(request.user, found, day),
        "needs_other_eyes": found.status == "SUBMITTED" and found.needs_other_eyes(request.user),
        "papers": list(selectors.papers_of(found)),
        "form": forms.Sure(),
        "newest": selectors.newest(found.report) if found.report else None,
    }
    if context["decides"]:
        context["also_sent"] = selectors.looks_like_another(found)
    return render(request, "expenses/see.html", context)


def _waits_for_paper(claim: Any) -> bool:
    return claim.status == "SUBMITTED" and claim.typed_in_by is not None and not claim.is_signed


def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """The receipt itself, never kept by a browser and never run as a page."""
    kept = get_object_or_404(selectors.receipts_seen_by(request.user, timezone.localdate()), reference=reference)
    return _opened(request, kept, kept.line.claim, "receipt")


def paper(request: HttpRequest, reference: str) -> HttpResponse:
    """The paper that a volunteer signed, in the same way."""
    kept = get_object_or_404(selectors.papers_seen_by(request.user, timezone.localdate()), reference=reference)
    return _opened(request, kept, kept.claim, "signed paper")


def _opened(request: HttpRequest, kept: Any, claim: Any, what: str) -> HttpResponse:
    audit.saw(what, of=claim, by=request.user, at=timezone.now(), about=claim.volunteer.person)
    ending = "pdf" if kept.kind == "application/pdf" else "jpg"
    return HttpResponse(
        receipts.unlock(kept),
        content_type=kept.kind,
        headers={
            "Content-Disposition": f'attachment; filename="{what.replace(" ", "-")}-{kept.reference}.{ending}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def record(request: HttpRequest, reference: str) -> HttpResponse:
    """What was agreed with a volunteer beforehand, and what they claimed: a tab of their record."""
    day = timezone.localdate()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, day), reference=reference)
    access.see_record.require(request.user, volunteer, day)
    page = Paginator(selectors.own(volunteer.person).exclude(status="DRAFT"), 25).get_page(request.GET.get("page"))
    opens = access.see_queue(request.user, day) or request.user == volunteer.person
    seen = set(
        selectors.claims_seen_by(request.user, day).filter(volunteer=volunteer).values_list("reference", flat=True)
        if opens
        else ()
    )
    context = {
        "volunteer": volunteer,
        "is_own": request.user == volunteer.person,
        "agreed": list(selectors.agreed_with(volunteer)),
        "may_open_agreed": access.see_agreements(request.user, day) or request.user == volunteer.person,
        "may_agree": selectors.placements_to_agree_for(request.user, day).filter(volunteer=volunteer).exists(),
        "may_agree_a_day": volunteer.status != "LEFT" and access.agree(request.user, volunteer, day),
        "page": page,
        "paid": selectors.paid_to(volunteer.person),
        "seen": seen,
    }
    return render(request, "expenses/record.html", context)

"""The Statement of Expectation: read it, accept it, or have it recorded from paper."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, rules, selectors, services
from timegiven.people import selectors as people
from timegiven.ui import pages, pdf


def agree(request: HttpRequest) -> HttpResponse:
    """Read what both sides may expect, and accept it by typing one's name."""
    day = timezone.localdate()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, day), person=request.user)
    access.agree.require(request.user, volunteer, day)
    form = forms.Sign(request.POST or None)
    if form.carries_out(lambda typed: services.agree(volunteer, **typed, by=request.user, at=timezone.now())):
        messages.success(request, "Thank you. We have sent you a copy.")
        return redirect("joining:agree")
    page = {
        "form": form,
        "edition": selectors.statement(day),
        "agreement": selectors.newest_agreement(request.user),
        "is_agreed": selectors.agreed(request.user, day),
        "ask": selectors.whom_to_ask(volunteer.borough, day, besides=request.user),
    }
    return render(request, "joining/agree.html", page)


def agreement_copy(request: HttpRequest) -> HttpResponse:
    """One's own copy of what one accepted, to keep."""
    day, at = timezone.localdate(), timezone.now()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, day), person=request.user)
    access.agree.require(request.user, volunteer, day)
    accepted = selectors.newest_agreement(request.user)
    if accepted is None:
        raise Http404
    told = {
        "title": "What you can expect, and what we hope for",
        "subtitle": f"Statement of Expectation, edition {accepted.edition.number}",
        "parts": rules.parts_of(accepted.edition.body),
        "facts": [
            ["Accepted by", accepted.typed_name],
            ["On", accepted.accepted_at],
            ["How", "Online" if accepted.recorded_by_id == request.user.pk else "On paper"],
        ],
    }
    return pdf.download(pdf.make("joining/agreement", told, at=at), "statement of expectation")


def record_agreement(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a signature on paper."""
    day = timezone.localdate()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, day), reference=reference)
    access.record_agreement.require(request.user, volunteer, day)
    return pages.deed(
        request,
        forms.RecordAgreement(request.POST or None),
        lambda _: services.record_agreement(volunteer, by=request.user, at=timezone.now()),
        said=f"The agreement of {volunteer.person.name} has been recorded.",
        then=reverse("joining:applications"),
        back="",
        title="Record a signed Statement of Expectation",
        intro=f"{volunteer.person.name} has read the Statement of Expectation on paper and signed it.",
        button="Record",
    )

"""Claims: the volunteer's own, and the MVP Manager's queue."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.audit import services as audit
from timegiven.expenses import access, forms, receipts, selectors, services
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.words import pounds


def my_claims(request: HttpRequest) -> HttpResponse:
    """Every claim of one's own and how far it is."""
    page = Paginator(selectors.own(request.user), 25).get_page(request.GET.get("page"))
    return render(request, "expenses/my_claims.html", {"page": page, "paid": selectors.paid_to(request.user)})


def claim(request: HttpRequest, reference: str) -> HttpResponse:
    """Claim the meal of one session."""
    day = timezone.localdate()
    report = get_object_or_404(selectors.reports_to_claim_for(request.user, day), reference=reference)
    access.claim.require(request.user, report, day)

    form = forms.ClaimMeal(request.POST or None, request.FILES or None)
    if form.is_valid():
        typed = form.cleaned_data | {"receipt": form.cleaned_data["receipt"].read()}
        try:
            made = services.claim_meal(report, by=request.user, at=timezone.now(), **typed)
            messages.success(request, f"Thank you. Your claim for {pounds(made.pence)} is with your MVP Manager.")
            return redirect("expenses:see", made.reference)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    most, least = selectors.meal_policy(report)
    context = {"form": form, "report": report, "most": most, "least": least, "long_enough": report.minutes >= least}
    return render(request, "expenses/claim.html", context)


def claims(request: HttpRequest) -> HttpResponse:
    """The queue of one's borough."""
    day = timezone.localdate()
    access.see_queue.require(request.user, day)
    form = forms.Filter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = selectors.queue(request.user, day, **wanted)
    pages = Paginator(selectors.listed(found), 25)
    pages.count = found.count()  # without the names, that only the page's own rows need
    page = pages.get_page(request.GET.get("page"))
    return render(request, "expenses/claims.html", {"page": page, "rows": selectors.in_words(page), "filters": form})


def see(request: HttpRequest, reference: str) -> HttpResponse:
    """One claim, its receipt and its life."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.claims_seen_by(request.user, day), reference=reference)
    context = {
        "claim": found,
        "steps": found.steps.select_related("by").order_by("at", "pk"),
        "may_decide": access.decide(request.user, found, day),
        "may_send_again": access.send_again(request.user, found, day),
        "receipt": selectors.receipt_of(found),
    }
    return render(request, "expenses/see.html", context)


def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """The receipt itself, never kept by a browser and never run as a page."""
    found = get_object_or_404(selectors.claims_seen_by(request.user, timezone.localdate()), reference=reference)
    kept = get_object_or_404(selectors.receipts(), claim=found)
    audit.saw("receipt", of=found, by=request.user, at=timezone.now(), about=found.volunteer.person)
    ending = "pdf" if kept.kind == "application/pdf" else "jpg"
    return HttpResponse(
        receipts.unlock(kept.sealed, reference=kept.reference),
        content_type=kept.kind,
        headers={
            "Content-Disposition": f'attachment; filename="receipt-{found.reference}.{ending}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def approve(request: HttpRequest, reference: str) -> HttpResponse:
    return _decide(request, reference, forms.Approve, services.approve, "Approve this claim", "approved")


def ask(request: HttpRequest, reference: str) -> HttpResponse:
    return _decide(
        request, reference, forms.Ask, services.ask, "Send back with a question", "sent back with your question"
    )


def refuse(request: HttpRequest, reference: str) -> HttpResponse:
    return _decide(request, reference, forms.Refuse, services.refuse, "Do not approve this claim", "not approved")


def pay(request: HttpRequest, reference: str) -> HttpResponse:
    return _decide(request, reference, forms.Approve, services.pay, "Mark this claim as paid", "marked as paid")


def _decide(
    request: HttpRequest, reference: str, form_class: type, deed: Callable[..., None], title: str, done: str
) -> HttpResponse:
    """One decision of the MVP Manager: find, may they, do, go on."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.claims_seen_by(request.user, day), reference=reference)
    access.decide.require(request.user, found, day)

    form = form_class(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            deed(found, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, f"The claim of {found.volunteer.person.name} is {done}.")
            return redirect("expenses:claims")
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    return _page(request, found, form, title, button=title)


def send_again(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer the question that a claim came back with."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.claims_seen_by(request.user, day), reference=reference)
    access.send_again.require(request.user, found, day)

    form = forms.SendAgain(request.POST or None, request.FILES or None)
    if form.is_valid():
        sent = form.cleaned_data["receipt"]
        typed = form.cleaned_data | {"receipt": sent.read() if sent else b""}
        try:
            services.send_again(found, by=request.user, at=timezone.now(), **typed)
            messages.success(request, "Thank you. Your answer is with your MVP Manager.")
            return redirect("expenses:see", reference)
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    return _page(request, found, form, "Answer the question", button="Send your answer")


def _page(request: HttpRequest, found: Any, form: Any, title: str, *, button: str) -> HttpResponse:
    context = {
        "claim": found,
        "form": form,
        "title": title,
        "button": button,
        "cancel_url": reverse("expenses:see", args=[found.reference]),
    }
    return render(request, "expenses/decide.html", context)

"""Write a claim cost by cost, on a phone, and send it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.expenses import access, forms, rules, selectors, services
from timegiven.ui import pages

MILES = ("mileage", "duty")


def claim(request: HttpRequest, reference: str) -> HttpResponse:
    """What was paid for at one session? What can be claimed, and why the rest cannot."""
    day = timezone.localdate()
    report = get_object_or_404(selectors.reports_to_claim_for(request.user, day), reference=reference)
    access.claim.require(request.user, report.placement.volunteer, day)
    page = {**selectors.report_page(report), "is_own": request.user == report.person}
    return render(request, "expenses/claim.html", page)


def add(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """One cost with its receipt, or the miles of one session."""
    day = timezone.localdate()
    report = get_object_or_404(selectors.reports_to_claim_for(request.user, day), reference=reference)
    choice = next((each for each in selectors.choices(report) if each.kind.lower() == kind), None)
    if choice is None:
        raise Http404
    return _add(request, selectors.of_session(report), choice, reverse("expenses:claim", args=[reference]))


def add_for_day(request: HttpRequest, reference: str) -> HttpResponse:
    """The cost that was agreed for one day without a session."""
    day = timezone.localdate()
    agreed = get_object_or_404(selectors.days_to_claim_for(request.user, day), reference=reference)
    back = reverse("expenses:agreement", args=[reference])
    return _add(request, selectors.of_day(agreed), selectors.choice_of_day(agreed), back)


def _add(request: HttpRequest, occasion: Any, choice: Any, back: str) -> HttpResponse:
    day, at = timezone.localdate(), timezone.now()
    access.claim.require(request.user, occasion.volunteer, day)
    is_own = request.user == occasion.person
    form = _form(request, choice, is_own=is_own)
    if form.carries_out(lambda typed: _keep(occasion, choice.kind, typed, by=request.user, at=at)):
        messages.success(request, "It is on the claim. Send it when everything is there.")
        return redirect("expenses:see", form.outcome.claim.reference)
    page = {
        "form": form,
        "choice": choice,
        "occasion": occasion,
        "button": "Add it to your claim" if is_own else "Add it to the claim",
        "cancel_url": back,
    }
    return render(request, "expenses/add.html", page)


def _keep(occasion: Any, kind: str, typed: dict[str, Any], **who: Any) -> Any:
    if kind.lower() in MILES:
        return services.add_miles(occasion, kind=kind, **typed, **who)
    return services.add_cost(occasion, kind=kind, **{**typed, "receipt": typed["receipt"].read()}, **who)


def _form(request: HttpRequest, choice: Any, *, is_own: bool) -> Any:
    what = choice.agreed.what if choice.agreed else ""
    if choice.kind.lower() in MILES:
        tenths = choice.agreed.most_tenths if choice.agreed else None
        return forms.Miles(request.POST or None, initial={"tenths": forms.in_figures(tenths), "what": what})
    kind = forms.Meal if choice.kind == "MEAL" else forms.Cost
    return kind(request.POST or None, request.FILES or None, initial={"what": what}, is_own=is_own)


def _own(request: HttpRequest, reference: str) -> Any:
    day = timezone.localdate()
    found = get_object_or_404(selectors.claims_seen_by(request.user, day), reference=reference)
    access.change.require(request.user, found, day)
    return found


def remove(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a cost off a claim that has not been sent."""
    at, day = timezone.now(), timezone.localdate()
    line = get_object_or_404(selectors.lines_seen_by(request.user, day), reference=reference)
    access.change.require(request.user, line.claim, day)
    back = reverse("expenses:see", args=[line.claim.reference])
    pages.only_while(request, line.claim, *line.claim.OPEN_TO_CHANGE, back=back)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.remove(line, by=request.user, at=at),
        said="It is removed.",
        back=back,
        title=f"Remove: {line.get_kind_display()}",
        intro="It goes from this claim, with its receipt. You can add it again.",
        button="Remove it",
    )


def _whose_turn(found: Any, person: Any, own: str, what: str) -> str:
    if person == found.volunteer.person:
        return f"Thank you. {own} is with the MVP Manager."
    return f"{what} is sent. Add the signed paper, or leave the decision to somebody else."


def send(request: HttpRequest, reference: str) -> HttpResponse:
    """Send a claim to the MVP Manager."""
    found, at, back = _own(request, reference), timezone.now(), reverse("expenses:see", args=[reference])
    pages.only_while(request, found, "DRAFT", back=back)
    words = "Send your claim" if request.user == found.volunteer.person else "Send the claim"
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.send(found, by=request.user, at=at),
        said=_whose_turn(found, request.user, "The claim", "The claim"),
        back=back,
        title=words,
        intro="It goes to the MVP Manager, who decides. The unit has no part in it.",
        button=words,
    )


def add_paper(request: HttpRequest, reference: str) -> HttpResponse:
    """The claim on paper, as a volunteer without e-mail signed it."""
    day, at, back = timezone.localdate(), timezone.now(), reverse("expenses:see", args=[reference])
    found = get_object_or_404(selectors.claims_seen_by(request.user, day), reference=reference)
    access.add_paper.require(request.user, found, day)
    asked = {"is_typed_in": found.typed_in_by is not None, "is_with_manager": found.status == "SUBMITTED"}
    pages.only_if(request, rules.check_wants_paper, **asked, back=back)
    return pages.deed(
        request,
        forms.Paper(request.POST or None, request.FILES or None),
        lambda typed: services.add_paper(found, paper=typed["paper"].read(), by=request.user, at=at),
        said="The signed paper is with the claim.",
        back=back,
        title="Add the signed paper",
        intro=f"A picture of the paper on which {found.volunteer.person.name} wrote down and signed what they paid. It "
        "is kept like a receipt. With it, whoever typed the claim in can decide on it too.",
        button="Add the paper",
    )


def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a claim back; nobody asks why."""
    found, at, back = _own(request, reference), timezone.now(), reverse("expenses:see", args=[reference])
    pages.only_towards(request, found, "WITHDRAWN", back=back)
    return pages.deed(
        request,
        forms.Sure(request.POST or None),
        lambda _: services.withdraw(found, by=request.user, at=at),
        said="The claim is withdrawn.",
        then=reverse("expenses:my_claims") if request.user == found.volunteer.person else back,
        back=back,
        title="Withdraw this claim",
        intro="Nothing is paid back for it. You need not say why, and you can claim the same costs again.",
        button="Withdraw the claim",
    )


def send_again(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer the question that a claim came back with."""
    found, at, back = _own(request, reference), timezone.now(), reverse("expenses:see", args=[reference])
    pages.only_while(request, found, "RETURNED", back=back)
    return pages.deed(
        request,
        forms.SendAgain(request.POST or None),
        lambda typed: services.send_again(found, by=request.user, at=at, **typed),
        said=_whose_turn(found, request.user, "Your answer", "The answer"),
        back=back,
        template="expenses/decide.html",
        claim=found,
        lines=selectors.lines_of(found),
        title="Answer the question",
        button="Send your answer" if request.user == found.volunteer.person else "Send the answer",
    )

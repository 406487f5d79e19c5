"""The parent's or guardian's page behind a private link, and what the applicant and the MVP Manager do beside it."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, selectors, services
from timegiven.joining.views import doors
from timegiven.joining.views.addresses import page_of
from timegiven.joining.views.doors import private_address, reader
from timegiven.kernel.references import digest
from timegiven.ui import pages

_HELD = "joining_consent"


@login_not_required
@private_address
def consent(request: HttpRequest, token: str) -> HttpResponse:
    """The guardian's private link: keep its secret out of the address of the page with the questions."""
    request.session[_HELD] = digest(token)
    return redirect("joining:give_consent")


def _asked(request: HttpRequest) -> tuple[Any | None, str]:
    """What this browser was asked for, and why it can no longer be answered, if so."""
    found = selectors.consent_by_link(request.session.get(_HELD, ""))
    return found, doors.why_over(found, done=("GIVEN", "REFUSED"))


@login_not_required
def give_consent(request: HttpRequest) -> HttpResponse:
    """What volunteering means for somebody of 16 or 17, and whether their parent or guardian agrees."""
    found, why_not = _asked(request)
    if why_not or found is None:
        return doors.ended(request, found, why_not)
    form = forms.Agree(request.POST or None)
    if form.carries_out(lambda typed: services.agree_to(found, **typed, by=reader(request), at=timezone.now())):
        return redirect("joining:consented")
    page = {"form": form, "consent": found, "applicant": found.application.person.name}
    return render(request, "joining/give_consent.html", page)


@login_not_required
def refuse_consent(request: HttpRequest) -> HttpResponse:
    """Say no, without a reason."""
    found, why_not = _asked(request)
    if why_not or found is None:
        return doors.ended(request, found, why_not)
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.refuse_consent(found, at=timezone.now()),
        said="",
        then=reverse("joining:consented"),
        back=reverse("joining:give_consent"),
        title="I do not agree",
        intro="That is for you to decide, and you need not say why. The Borough MVP Manager will talk to "
        f"{found.application.person.name}, who does not volunteer unless a parent or guardian agrees.",
        button="I do not agree",
    )


@login_not_required
def consented(request: HttpRequest) -> HttpResponse:
    """Thank you. Whoever goes back a page is told that they have answered already."""
    return render(request, "joining/referred.html")


def _found(request: HttpRequest, reference: str) -> Any:
    return get_object_or_404(selectors.applications_seen_by(request.user, timezone.localdate()), reference=reference)


def name_guardian(request: HttpRequest, reference: str) -> HttpResponse:
    """Name another parent or guardian."""
    found = _found(request, reference)
    access.ask_again.require(request.user, found, timezone.localdate())
    pages.only_while(request, found, *found.UNDER_WAY, back=page_of(found))
    is_waiting = request.GET.get("again") and selectors.consent_of(found)
    form = forms.NameGuardian(
        request.POST or None, initial=selectors.section_answers(found, "guardian") if is_waiting else None
    )
    return pages.deed(
        request,
        form,
        lambda typed: services.name_guardian(found, **typed, by=request.user, at=timezone.now()),
        said=lambda _: f"Thank you. We are asking {form.cleaned_data['name']}.",
        back=page_of(found),
        title="Name a parent or guardian",
        intro="Whoever was asked before is not asked any more, and the link in their letter stops working.",
        button="Ask this person",
    )


def name_adult(request: HttpRequest, reference: str) -> HttpResponse:
    """Name who at the unit is responsible for a young volunteer."""
    found = _found(request, reference)
    access.decide.require(request.user, found, timezone.localdate())
    pages.only_while(request, found, *found.OPEN, back=page_of(found))
    return pages.deed(
        request,
        forms.NameAdult(request.POST or None, initial={"adult_here": found.adult_here}),
        lambda typed: services.name_adult(found, **typed, by=request.user, at=timezone.now()),
        said="The responsible adult has been named.",
        back=page_of(found),
        title=f"Who is responsible for {found.person.name} at the unit?",
        intro="They know where the young volunteer is, and are there for them.",
        button="Save",
    )


def record_consent(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a consent that came on paper."""
    found = _found(request, reference)
    access.decide.require(request.user, found, timezone.localdate())
    pages.only_while(request, found, *found.OPEN, back=page_of(found))
    asked = get_object_or_404(found.consents, status="ASKED")
    return pages.deed(
        request,
        forms.Agree(request.POST or None),
        lambda typed: services.record_consent(asked, **typed, by=request.user, at=timezone.now()),
        said=f"The consent of {asked.name} has been recorded.",
        back=page_of(found),
        title="Record a consent",
        intro=f"{asked.name} has signed on paper that {found.person.name} may volunteer. Copy what they wrote.",
        button="Record it",
    )

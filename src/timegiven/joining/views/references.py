"""The referee's page behind a private link, and what the Borough MVP Manager does with the answers."""

import json
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from timegiven.joining import access, forms, selectors, services
from timegiven.joining.views import doors
from timegiven.joining.views.addresses import page_of
from timegiven.joining.views.doors import private_address, reader
from timegiven.kernel.references import digest
from timegiven.ui import pages


@login_not_required
@private_address
def refer(request: HttpRequest, token: str) -> HttpResponse:
    """The referee's private link: keep its secret out of the address of the page with the questions."""
    request.session["joining_refer"] = digest(token)
    return redirect("joining:give_reference")


def _asked(request: HttpRequest) -> tuple[Any | None, str]:
    """What this browser was asked for, and why it can no longer be answered, if so."""
    found = selectors.reference_by_link(request.session.get("joining_refer", ""))
    return found, doors.why_over(found, done=("GIVEN", "DECLINED"))


@login_not_required
def give_reference(request: HttpRequest) -> HttpResponse:
    """Seven short questions, and the applicant's name."""
    found, why_not = _asked(request)
    if why_not:
        return doors.ended(request, found, why_not)
    form = forms.Answers(request.POST or None)
    if form.carries_out(
        lambda _: services.refer(found, answers=form.in_words(), by=reader(request), at=timezone.now())
    ):
        return redirect("joining:referred")
    person = found.application.person
    runs = selectors.who_runs(found.application.borough, timezone.localdate(), besides=person)
    return render(request, "joining/give_reference.html", {"form": form, "applicant": person.name, "runs": runs})


@login_not_required
def cannot_refer(request: HttpRequest) -> HttpResponse:
    """Say no, without a reason."""
    found, why_not = _asked(request)
    if why_not:
        return doors.ended(request, found, why_not)
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.cannot_refer(found, at=timezone.now()),
        said="",
        then=reverse("joining:referred"),
        back=reverse("joining:give_reference"),
        title="I cannot answer",
        intro="That is quite all right, and you need not say why. We will ask "
        f"{found.application.person.name} for another name, and will not tell them anything else.",
        button="I cannot answer",
    )


@login_not_required
def referred(request: HttpRequest) -> HttpResponse:
    """Thank you. Whoever goes back a page is told that they have answered already."""
    return render(request, "joining/referred.html")


def name_referee(request: HttpRequest, reference: str) -> HttpResponse:
    """Name somebody else, with no shame in it."""
    day = timezone.localdate()
    application = get_object_or_404(selectors.applications_seen_by(request.user, day), reference=reference)
    access.name_referee.require(request.user, application, day)
    pages.only_while(request, application, *application.UNDER_WAY, back=page_of(application))
    form = forms.Referee(request.POST or None)
    return pages.deed(
        request,
        form,
        lambda _: services.name_referee(application, **form.facts(), by=request.user, at=timezone.now()),
        said=lambda _: f"Thank you. We are asking {form.cleaned_data['name']}.",
        back=page_of(application),
        title="Name another referee",
        intro="Somebody could not help this time. It happens often, and says nothing about you. "
        "Please name another person who knows you from a job, studies, a club or something similar.",
        button="Ask this person",
    )


def replace_referee(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask somebody no more, and name another; nobody needs to be blamed for silence."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.own_references(request.user, day), reference=reference)
    access.name_referee.require(request.user, found.application, day)
    pages.only_towards(request, found, "REPLACED", back=page_of(found.application))
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.replace_referee(found, by=request.user, at=timezone.now()),
        said="",
        then=reverse("joining:name_referee", args=[found.application.reference]),
        back=page_of(found.application),
        title=f"Ask somebody else instead of {found.name}",
        intro=f"We stop asking {found.name}, and the link in our letter to them stops working. We do not write to "
        "them about it. Then you name somebody else. It says nothing about you or about them.",
        button="Ask somebody else",
    )


def ask_again(request: HttpRequest, reference: str) -> HttpResponse:
    """Put an address right, and send a fresh link."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.own_references(request.user, day), reference=reference)
    access.ask_again.require(request.user, found.application, day)
    pages.only_while(request, found, "ASKED", back=page_of(found.application))
    form = forms.AskAgain(request.POST or None, initial={"email": found.email, "phone": found.phone})
    return pages.deed(
        request,
        form,
        lambda typed: services.ask_again(found, **typed, by=request.user, at=timezone.now()),
        said=lambda _: f"Thank you. {_how_asked(found)}",
        back=page_of(found.application),
        title=f"Ask {found.name} again",
        intro="Letters go astray, and addresses are easily mistyped. Put right what is wrong, or leave it as it is. "
        "A new link goes to them, and the one before stops working.",
        button="Ask again",
    )


def _how_asked(found: Any) -> str:
    return f"A new letter is on its way to {found.name}." if found.email else f"We ring {found.name}."


def discuss(request: HttpRequest, reference: str) -> HttpResponse:
    """Note a talk about a reference."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.references_seen_by(request.user, day), reference=reference)
    access.judge.require(request.user, found, day)
    pages.only_while(request, found, "GIVEN", back=page_of(found.application))
    return pages.deed(
        request,
        forms.Discuss(request.POST or None),
        lambda typed: services.discuss(found, **typed, by=request.user, at=timezone.now()),
        said="Your note has been kept.",
        back=reverse("joining:judge", args=[found.reference]),
        title=f"Talk about the reference from {found.name}",
        intro="An answer that is not clear can be talked over before you judge it: with the referee, or with a "
        "colleague of the Central Team without the applicant's name. Nothing is decided by this note.",
        button="Keep this note",
    )


@never_cache
def judge(request: HttpRequest, reference: str) -> HttpResponse:
    """Read a reference, which is recorded, and say whether it will do."""
    day, at = timezone.localdate(), timezone.now()
    found = get_object_or_404(selectors.references_seen_by(request.user, day), reference=reference)
    access.judge.require(request.user, found, day)
    pages.only_while(request, found, "GIVEN", back=page_of(found.application))
    form = forms.Judge(request.POST or None)
    if form.carries_out(lambda typed: services.judge(found, **typed, by=request.user, at=at)):
        messages.success(request, f"Your judgement of {found.name}'s reference has been recorded.")
        return redirect("joining:application", found.application.reference)
    if found.answers:
        services.saw_answers(found, by=request.user, at=at)
    answers = json.loads(found.answers) if found.answers else {}
    rows = [{"key": question, "value": answer} for question, answer in answers.items()]
    return render(request, "joining/judge.html", {"form": form, "found": found, "rows": rows})


def key_in_reference(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down what a referee said on the telephone or on paper."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.references_seen_by(request.user, day), reference=reference)
    access.judge.require(request.user, found, day)
    pages.only_towards(request, found, "GIVEN", back=page_of(found.application))
    form = forms.Answers(request.POST or None)
    reach = " or ".join(part for part in (found.phone, found.email) if part)
    return pages.deed(
        request,
        form,
        lambda _: services.key_in_reference(found, answers=form.in_words(), by=request.user, at=timezone.now()),
        said=f"The answers of {found.name} have been kept.",
        then=reverse("joining:judge", args=[found.reference]),
        back=page_of(found.application),
        title=f"Reference from {found.name}",
        intro=f"Ask {found.name} ({reach}) these questions about {found.application.person.name}, or copy them "
        "from paper. They answer in confidence.",
        button="Keep these answers",
    )

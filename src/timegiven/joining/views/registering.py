"""The public front: what volunteering is, a first interest, the private link, a password."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, rules, selectors, services
from timegiven.joining.policies import REGISTRATIONS_AN_HOUR
from timegiven.joining.views import doors, drafts
from timegiven.joining.views.addresses import page_of
from timegiven.joining.views.doors import allows, network, once_loaded, private_address
from timegiven.kernel.references import digest
from timegiven.kernel.refusals import NotAllowed
from timegiven.library import selectors as library
from timegiven.programme import selectors as programme
from timegiven.ui import pages

LETTERS_AN_HOUR = 5  # to one address
SOME_ROLES = 6  # named beside what volunteering is


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    """What volunteering is, who does it, what it asks, and some of the roles that are open."""
    day = timezone.localdate()
    page = {"weeks": selectors.usual_weeks(day), "roles": library.newest_open(day, most=SOME_ROLES)}
    return render(request, "joining/start.html", page)


@login_not_required
@once_loaded
def suits(request: HttpRequest) -> HttpResponse:
    """Is this for me? An honest answer to somebody without a name; nothing of it is kept."""
    day = timezone.localdate()
    limits = selectors.limits(day)
    form = forms.Suits(request.POST or None, years=limits["years"], today=day)
    if form.is_valid():
        findings = rules.suits(**form.facts(), **limits, day=day)
        page = {"findings": findings, "outcome": rules.outcome(findings)}
        response = render(request, "joining/suits_answer.html", page)
    else:
        response = render(request, "joining/suits.html", {"form": form})
    response["Cache-Control"] = "no-store"
    return response


@login_not_required
@once_loaded
def register(request: HttpRequest) -> HttpResponse:
    """A first interest. Whoever asks gets the same answer, known to us or not."""
    profile = selectors.profile_of_interest(request.GET.get("profile", "")[:10])
    borough = profile.unit.borough if profile else None
    least = selectors.limits(timezone.localdate())["least"]
    first: dict[str, Any] = {"borough": borough.reference if borough else ""}
    if request.user.is_authenticated:
        if own := selectors.open_application(request.user):
            return redirect(page_of(own))
        first |= {"born_on": request.user.born_on, "phone": request.user.phone}
    form = forms.Register(request.POST or None, initial=first, least=least, is_signed_in=request.user.is_authenticated)
    if request.user.is_authenticated:
        if form.carries_out(lambda typed: _begin_signed_in(request, typed, profile)):
            messages.success(request, "Your interest is written down. Here is your application.")
            return redirect(page_of(form.outcome))
    elif form.is_valid():
        facts = form.cleaned_data
        facts["borough"] = programme.boroughs().get(reference=facts["borough"])
        try:
            _insist_on_patience(request)
            if allows("register", facts["email"].lower(), most=LETTERS_AN_HOUR):
                services.register(**facts, profile=profile, at=timezone.now())
            return redirect("joining:registered")
        except NotAllowed as refusal:
            form.add_error(None, refusal)
    return render(request, "joining/register.html", {"form": form, "profile": profile})


def _begin_signed_in(request: HttpRequest, typed: dict[str, Any], profile: Any) -> Any:
    typed["borough"] = programme.boroughs().get(reference=typed["borough"])
    return services.begin_signed_in(**typed, profile=profile, by=request.user, at=timezone.now())


def _insist_on_patience(request: HttpRequest) -> None:
    """Each registration sends a letter to an address that a stranger has typed."""
    most = int(REGISTRATIONS_AN_HOUR.on(timezone.localdate()))
    if not allows("register-from", network(request), most=most):
        raise NotAllowed(
            "We have not written down your interest: very many people have registered from your network.",
            next_step="Try again in an hour, or with another telephone or computer.",
        )


@login_not_required
def registered(request: HttpRequest) -> HttpResponse:
    """We have sent you a letter."""
    return render(request, "joining/registered.html")


@login_not_required
@private_address
def resume(request: HttpRequest, token: str) -> HttpResponse:
    """The private link: keep its secret out of the address at once, then ask before signing anybody in."""
    request.session["joining_resume"] = digest(token)
    return redirect("joining:carry_on")


@login_not_required
def carry_on(request: HttpRequest) -> HttpResponse:
    """Sign the applicant in by the link that was opened a moment ago."""
    at = timezone.now()
    application = selectors.application_by_link(request.session.get("joining_resume", ""), at)
    if application is None:
        return doors.gone(request, "joining/link_ended.html")
    form = forms.Decide(request.POST or None)
    if form.carries_out(lambda _: services.open_by_link(application, at=at)):
        person = form.outcome
        login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])  # gives the session a new key
        request.session.pop("joining_resume", None)
        request.session.set_expiry(0)
        return redirect(drafts.waiting_at(request) or page_of(application))
    intro = f"Hello {application.person.first_name}. This opens your application to volunteer on this device."
    page = {"form": form, "title": "Carry on with your application", "intro": intro, "button": "Carry on"}
    return render(request, "ui/form_page.html", page)


def password(request: HttpRequest) -> HttpResponse:
    """A password, for those who would rather not wait for a letter each time; to change one, one enters it first."""
    if request.user.has_usable_password():
        return redirect("account_change_password")
    return pages.deed(
        request,
        forms.ChoosePassword(request.POST or None, person=request.user),
        lambda typed: _choose(request, typed),
        said="Your password has been saved. You can sign in with it from now on.",
        back=reverse("joining:mine"),
        title="Choose a password",
        intro="You do not have to. With a password you can sign in at any time. Without one, we send you a link.",
        button="Save password",
    )


def _choose(request: HttpRequest, typed: dict[str, str]) -> None:
    services.choose_password(request.user, **typed, by=request.user, at=timezone.now())
    update_session_auth_hash(request, request.user)


def mine(request: HttpRequest) -> HttpResponse:
    """Lead a person to their own application, wherever it stands."""
    application = selectors.my_application(request.user)
    return redirect("joining:application", application.reference) if application else redirect("joining:start")


def key_in(request: HttpRequest) -> HttpResponse:
    """Begin an application that came on paper."""
    day = timezone.localdate()
    access.run_applications.require(request.user, day)
    own = selectors.boroughs_run_by(request.user, day)
    form = forms.KeyIn(request.POST or None, boroughs=[(unit.reference, unit.name) for unit in own])
    return pages.deed(
        request,
        form,
        lambda typed: services.key_in(
            **typed | {"borough": own.get(reference=typed["borough"])}, by=request.user, at=timezone.now()
        ),
        said="The application has been started. Fill in each section from the paper form.",
        then=lambda application: drafts.waiting_at(request) or page_of(application),
        back=reverse("joining:applications"),
        title="Key in a paper application",
        intro="For somebody without email. All letters to them are printed and posted.",
        button="Start the application",
    )

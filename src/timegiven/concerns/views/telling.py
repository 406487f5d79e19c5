"""Tell us of a worry, and see what becomes of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.concerns import access, forms, rules, selectors, services
from timegiven.concerns.views import finding
from timegiven.people import selectors as people
from timegiven.ui import pages


def mine(request: HttpRequest) -> HttpResponse:
    """Everything that one told us, and what became of it."""
    if people.volunteer_of(request.user) is None:
        raise Http404
    context = {
        "told": list(selectors.concerns_of(request.user)),
        "reports": selectors.in_reports_of(request.user),
        "days_off": list(selectors.days_off_of(request.user)),
    }
    return render(request, "concerns/mine.html", context)


def tell(request: HttpRequest) -> HttpResponse:
    """Tell us, in a minute."""
    day, volunteer = timezone.localdate(), people.volunteer_of(request.user)
    if volunteer is None:
        raise Http404
    form = forms.Tell(request.POST or None)
    if form.carries_out(lambda typed: services.tell(volunteer, by=request.user, at=timezone.now(), **typed)):
        messages.success(request, "Thank you for telling us.")
        return redirect("concerns:concern", form.outcome.reference)
    hearer, is_mvpm = people.whom_to_tell(volunteer.borough, day, besides=request.user)
    context = {"form": form, "volunteer": volunteer, "hearer": hearer if is_mvpm else None}
    return render(request, "concerns/tell.html", context)


def tell_for(request: HttpRequest, reference: str) -> HttpResponse:
    """Note what somebody told by telephone, by letter or face to face."""
    day = timezone.localdate()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, day), reference=reference)
    access.tell.require(request.user, volunteer, day)
    if volunteer.person == request.user:
        return redirect("concerns:tell")
    back = reverse("placements:volunteer", args=[reference])
    return pages.deed(
        request,
        forms.TellFor(request.POST or None),
        lambda typed: services.tell(volunteer, by=request.user, at=timezone.now(), **typed),
        said="Noted. They get a letter that says so.",
        then=lambda told: _after_noting(request, told, back),
        back=back,
        title=f"Note what {volunteer.person.name} told you",
        intro="For somebody who rang, wrote or came by. Nobody at their unit sees it.",
        button="Note it",
    )


def _after_noting(request: HttpRequest, told, back: str) -> str:
    """To the concern, for whoever hears it; an MVP Manager does not open what the Central Team hears."""
    hears = access.hear(request.user, told, timezone.localdate())
    return reverse("concerns:concern", args=[told.reference]) if hears else back


def concern(request: HttpRequest, reference: str) -> HttpResponse:
    """What was told, who looks after it, and what is being done."""
    day, at = timezone.localdate(), timezone.now()
    found = finding.either(request, reference, day)
    own = found.person == request.user
    form = forms.Form(request.POST or None)
    if not own and form.carries_out(lambda _: services.read(found, by=request.user, at=at)):
        messages.success(request, f"{found.person.first_name} is told that you have read it.")
        return redirect("concerns:concern", reference)
    if not own and request.method == "GET":
        services.look(found, by=request.user, at=at)
    context = {
        "concern": found,
        "form": form,
        "own": own,
        "said": selectors.said_of(found),
        "hearer": selectors.who_hears(found, day),
        "steps": found.steps.select_related("by").order_by("at", "pk"),
        "is_open": found.status in found.OPEN,
    }
    return render(request, "concerns/concern.html", context)


def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Say more, or that it is not settled."""
    found = finding.own(request, reference)
    back = reverse("concerns:concern", args=[reference])
    pages.only_while(request, found, *found.OPEN, found.Status.SETTLED, back=back)
    was_settled = found.status == found.Status.SETTLED
    return pages.deed(
        request,
        forms.Add(request.POST or None),
        lambda typed: services.add(found, by=request.user, at=timezone.now(), **typed),
        said="Thank you. Whoever looks after it reads it.",
        back=back,
        title="It is not settled for me" if was_settled else "Add something",
        intro="It is looked at again." if was_settled else "",
        button="Send",
    )


def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Take it back."""
    found = finding.own(request, reference)
    back = reverse("concerns:concern", args=[reference])
    pages.only_towards(request, found, found.Status.TAKEN_BACK, back=back)
    return pages.deed(
        request,
        forms.Form(request.POST or None),
        lambda _: services.take_back(found, by=request.user, at=timezone.now()),
        said="Taken back. You can tell us again at any time.",
        back=back,
        title="Take it back",
        intro="Nobody does anything more about it, and nobody asks you why. You can tell us again at any time.",
        button="Take it back",
    )


def pass_on(request: HttpRequest, reference: str) -> HttpResponse:
    """Have the Central Team hear it instead."""
    day = timezone.localdate()
    found = finding.either(request, reference, day)
    own, back = found.person == request.user, reverse("concerns:concern", args=[reference])
    pages.only_while(request, found, *found.OPEN, back=back)
    pages.only_if(request, rules.check_with_manager, is_for_team=found.is_for_team, back=back)
    return pages.deed(
        request,
        forms.Form(request.POST or None),
        lambda _: services.pass_on(found, by=request.user, at=timezone.now()),
        said="The Central Team has it now.",
        back=back,
        then=back if own else reverse("concerns:concerns"),
        title="Ask the Central Team instead",
        intro="From then on the Central Team looks after it, and the MVP Manager does not see it any more.",
        button="Send it to the Central Team",
    )

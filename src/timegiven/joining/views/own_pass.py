"""One's own pass, a loss in two taps, and the page on which anybody checks a pass that they are shown."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from timegiven.joining import access, forms, rules, selectors, services
from timegiven.joining.policies import PASS_LOOKS_AN_HOUR
from timegiven.joining.views import codes
from timegiven.joining.views.doors import allows, network, unlisted
from timegiven.kernel.references import digest
from timegiven.kernel.refusals import NotAllowed
from timegiven.ui import pages


def my_pass(request: HttpRequest) -> HttpResponse:
    """One's own pass: what it says, the code that shows that it is in force, and what to do when it is gone."""
    day = timezone.localdate()
    found = selectors.my_pass(request.user)
    shows = found is not None and bool(found.check_code) and selectors.is_pass_in_force(found, day)
    address = codes.check_address(found.check_code) if found and shows else ""
    page = {
        "my_pass": found,
        "ask": selectors.whom_to_ask(found.borough, day, besides=request.user) if found else "",
        "check_address": address,
        "photo": codes.inline_photo(selectors.photo_of(request.user)),
        "wants_photo": found is not None and found.status in rules.WANTS_PHOTO,
        "picture": codes.picture(address) if address else "",
    }
    return render(request, "joining/my_pass.html", page)


def report_lost(request: HttpRequest, reference: str) -> HttpResponse:
    """Lost or stolen: one button, and it is dead."""
    day = timezone.localdate()
    found = get_object_or_404(selectors.passes_seen_by(request.user, day), reference=reference)
    access.report_lost.require(request.user, found, day)
    is_mine = found.person == request.user
    back = reverse("joining:my_pass" if is_mine else "joining:passes_not_returned")
    pages.only_towards(request, found, "LOST", back=back)
    return pages.deed(
        request,
        forms.Decide(request.POST or None),
        lambda _: services.report_lost(found, by=request.user, at=timezone.now()),
        said="Thank you for telling us. The pass no longer works.",
        back=back,
        title="Report the pass lost or stolen",
        intro="It stops working at once, and the Borough MVP Manager is told. Losing a pass happens: thank you for "
        "saying so.",
        button="Report it lost",
    )


@login_not_required
@unlisted
def check_pass(request: HttpRequest, code: str) -> HttpResponse:
    """Is this pass in force? A face, a name, yes or no: nothing else."""
    day = timezone.localdate()
    if not allows("pass", network(request), most=int(PASS_LOOKS_AN_HOUR.on(day))):
        raise NotAllowed(
            "We have not checked this pass: many have been checked from your network.",
            next_step="Try again in an hour, or ring the police station and ask for the Borough MVP Manager.",
        )
    found = selectors.pass_by_code(digest(code))
    page = {
        "found": found,
        "is_in_force": found is not None and selectors.is_pass_in_force(found, day),
        "picture": codes.inline_photo(selectors.photo_of(found.person)) if found else "",
    }
    return render(request, "joining/check_pass.html", page, status=200 if found else 404)

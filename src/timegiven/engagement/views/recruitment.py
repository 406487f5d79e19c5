"""A way into policing, for those who would like to hear of it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from timegiven.engagement import access, forms, rules, selectors, services
from timegiven.people import selectors as people
from timegiven.ui import pages


def recruitment(request: HttpRequest) -> HttpResponse:
    """One’s own wish; whoever writes the news is led to it."""
    volunteer = people.volunteer_of(request.user)
    if volunteer is not None:
        return _wish(request, volunteer, back=reverse("home:me"))
    if access.write_recruitment(request.user, timezone.localdate()):
        return redirect("engagement:notices")
    raise Http404


def recruitment_for(request: HttpRequest, reference: str) -> HttpResponse:
    """What somebody told the Central Team by post or telephone."""
    day = timezone.localdate()
    volunteer = get_object_or_404(people.volunteers_seen_by(request.user, day), reference=reference)
    access.say_recruitment.require(request.user, volunteer, day)
    return _wish(request, volunteer, back=reverse("engagement:letters", args=[reference]))


def _wish(request: HttpRequest, volunteer: Any, *, back: str) -> HttpResponse:
    now, is_own = selectors.wish_of(volunteer), request.user == volunteer.person
    stands = rules.NO if now is None else rules.ALSO_AFTER if now.is_kept_after_leaving else rules.WHILE
    form = forms.Hear(
        request.POST or None, initial={"wish": stands}, is_own=is_own, has_left=volunteer.status == "LEFT"
    )
    return pages.deed(
        request,
        form,
        lambda typed: services.say_recruitment(volunteer, by=request.user, at=timezone.now(), **typed),
        said="Noted. You can change it at any time." if is_own else "Noted.",
        back=back,
        then=request.path,
        template="engagement/recruitment.html",
        volunteer=volunteer,
        now=now,
        is_own=is_own,
    )


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """What was written to those who asked."""
    day = timezone.localdate()
    access.write_recruitment.require(request.user, day)
    page = Paginator(selectors.notices(), 25).get_page(request.GET.get("page"))
    return render(request, "engagement/notices.html", {"page": page, "number": selectors.wishes(day).count()})


def write_recruitment(request: HttpRequest) -> HttpResponse:
    """Write that the force recruits."""
    access.write_recruitment.require(request.user, timezone.localdate())
    form = forms.Recruitment(request.POST or None)
    return pages.deed(
        request,
        form,
        lambda typed: services.write_recruitment(
            title=typed["title"], words=typed["words"], by=request.user, at=timezone.now()
        ),
        said="It is on its way to everybody who asked.",
        back=reverse("engagement:notices"),
        title="Tell them that the force recruits",
        intro="It goes to everybody who asked to hear of it: by e-mail, or on paper, which your office posts. "
        "It goes once and cannot be called back.",
        button="Send it",
    )

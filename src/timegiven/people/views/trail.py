"""The audit trail: read by auditors and the Central Team, and by each person where it is about them."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from timegiven.audit import selectors as audit
from timegiven.people import access, forms, selectors
from timegiven.ui.forms import Form


def trail(request: HttpRequest) -> HttpResponse:
    """Who did or saw what, newest first."""
    access.see_trail.require(request.user, timezone.localdate())

    filters = forms.FindEvents(request.GET, kinds=selectors.kinds_in_words(audit.kinds()))
    chosen = filters.usable()
    chosen["people"] = selectors.called(chosen.pop("person", ""))
    page = Paginator(audit.trail(**chosen), 25).get_page(request.GET.get("page"))
    names = selectors.names(reference for event in page for reference in (event.actor, event.about))
    kinds = selectors.kinds_in_words(event.kind for event in page)
    rows = [
        (event, names.get(event.actor, event.actor), names.get(event.about, event.about), kinds[event.kind])
        for event in page
    ]
    context = {"filters": filters, "page": page, "rows": rows, "form": Form()}
    return render(request, "people/trail.html", context)


def verify(request: HttpRequest) -> HttpResponse:
    """Whether every event is as it was written."""
    access.see_trail.require(request.user, timezone.localdate())
    if request.method != "POST":
        return redirect("people:trail")
    number, digest = audit.head()
    context = {"broken_at": audit.broken_at(), "number": number, "digest": digest, "at": timezone.now()}
    return render(request, "people/verify_trail.html", context)


def about_me(request: HttpRequest) -> HttpResponse:
    """What was done with one's own data, in which role and when."""
    page = Paginator(audit.about(request.user), 25).get_page(request.GET.get("page"))
    looks = selectors.told(page, to=request.user)
    return render(request, "people/about_me.html", {"page": page, "looks": looks})

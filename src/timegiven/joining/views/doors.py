"""What the anonymous pages have in common: private addresses stay private, and nobody can hammer on them."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from timegiven.joining import selectors
from timegiven.kernel.patience import HOUR, allows, network
from timegiven.kernel.refusals import NotAllowed
from timegiven.programme import selectors as programme

__all__ = ["HOUR", "allows", "insist_on_patience", "network", "once_loaded", "private_address", "reader", "unlisted"]

View = Callable[..., HttpResponse]


def private_address(view: View) -> View:
    """A page whose address is a secret: no other site is told where somebody came from, and nothing is kept."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        insist_on_patience(request)
        return _kept_nowhere(view(request, *args, **kwargs))

    return guarded


def private_form(view: View) -> View:
    """A private address with a form of its own, which a browser sends to us alone only when it may say whence."""
    private = private_address(view)

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = private(request, *args, **kwargs)
        response["Referrer-Policy"] = "same-origin"
        return response

    return guarded


def unlisted(view: View) -> View:
    """A page that anybody may open who was given its address; it is kept nowhere, and searched by nobody."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return _kept_nowhere(view(request, *args, **kwargs))

    return guarded


def once_loaded(view: View) -> View:
    """A page that stands on the programme: on a new site, where it has not been loaded, it says so and whom to ask."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not programme.is_loaded():
            return render(request, "joining/not_yet.html", status=503)
        return view(request, *args, **kwargs)

    return guarded


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def reader(request: HttpRequest) -> Any | None:
    """Whoever is signed in while a page behind a private link is open."""
    return request.user if request.user.is_authenticated else None


def insist_on_patience(request: HttpRequest) -> None:
    """A private link is tried some times an hour from one address, not thousands of times."""
    if not allows("link", network(request), most=300):
        raise NotAllowed(
            "We have not opened this link: too many links have been tried from your network.",
            next_step="Try again in an hour.",
        )


def why_over(asked: Any | None, *, done: Collection[str]) -> str:
    """Why whoever holds a private link cannot answer any more: unknown, answered, ended; nothing while they can."""
    if asked is None:
        return "unknown"
    if asked.status in done:
        return "answered"
    is_over = asked.link_expires_at is None or timezone.now() >= asked.link_expires_at
    return "ended" if is_over or asked.application.status not in asked.application.OPEN else ""


def ended(request: HttpRequest, asked: Any | None, why: str) -> HttpResponse:
    """Say kindly that a private link is over, and whom to ask."""
    about = asked.application if asked else None
    ask = selectors.whom_to_ask(about.borough, timezone.localdate(), besides=about.person) if about else ""
    return gone(request, "joining/reference_ended.html", {"why": why, "ask": ask})


def gone(request: HttpRequest, template: str, page: dict[str, Any] | None = None) -> HttpResponse:
    """A page for a link that is over. Browsers keep a 410 for ever unless told not to, and all links lead here."""
    response = render(request, template, page, status=410)
    add_never_cache_headers(response)
    return response

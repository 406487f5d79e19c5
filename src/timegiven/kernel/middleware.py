"""Every page's frame: a form is carried out once, a refusal is a page, a failing database is our fault."""

import logging
from collections.abc import Callable
from typing import Any

from django.db import InterfaceError, OperationalError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone

from timegiven.kernel.models import Submission
from timegiven.kernel.once import OPEN_FOR, is_too_old
from timegiven.kernel.refusals import NotAllowed, NotPermitted

log = logging.getLogger("timegiven")

Reply = Callable[[HttpRequest], HttpResponse]


class _AlreadyCarriedOut(Exception):
    """The same form came before."""


class DeedsMiddleware:
    """Last in the list, so that sign-in and CSRF have been checked before a form is carried out."""

    def __init__(self, get_response: Reply) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Carry out a form that has a key; without one Django calls the view, so all middleware hears of errors."""
        if "\0" in request.path or "%00" in request.META["QUERY_STRING"]:
            raise Http404("An address with a NUL leads nowhere, and PostgreSQL cannot be asked for one.")
        key = request.POST.get("once", "") if request.method == "POST" else ""
        if not key:
            return None
        try:
            _check_age(key)
            return _once(key[:64], request, lambda: view(request, *args, **kwargs))
        except (NotAllowed, OperationalError, InterfaceError) as trouble:
            return self.process_exception(request, trouble)

    def process_exception(self, request: HttpRequest, trouble: Exception) -> HttpResponse | None:
        """A refusal is a page; a failing database is our fault; anything else is for others to hear."""
        if isinstance(trouble, NotPermitted):
            return render(request, "403.html", {"exception": trouble}, status=403)
        if isinstance(trouble, NotAllowed):
            told = {"refusal": trouble, "back_url": trouble.back}
            return render(request, "ui/refused.html", told, status=409)
        if isinstance(trouble, OperationalError | InterfaceError):
            # A lost or full database is never the person's mistake; nothing was saved.
            route = request.resolver_match and request.resolver_match.route
            log.error("database failed while answering %s", route, exc_info=trouble)
            return HttpResponse(render_to_string("503.html"), status=503)  # as it is: the frame would ask the database
        return None


def _check_age(key: str) -> None:
    if is_too_old(key, timezone.now()):
        raise NotAllowed(
            f"We have not done this: the page was opened more than {OPEN_FOR.days} days ago.",
            next_step="Look whether it has been done meanwhile. If not, open the page anew, and send it again. "
            "To copy what you typed, go back in your browser.",
        )


def _once(key: str, request: HttpRequest, carry_out: Callable[[], HttpResponse]) -> HttpResponse:
    """Carry a form out in one transaction with its key; a second sending is led to where the first one went."""
    path = request.path[:200]
    try:
        with transaction.atomic():
            submission = _claim(key, path)
            response = carry_out()
            if isinstance(response, HttpResponseRedirect):
                Submission.objects.filter(pk=submission).update(led_to=response.url[:500])
            else:
                Submission.objects.filter(pk=submission).delete()  # nothing was done: it may be sent again, corrected
            return response
    except _AlreadyCarriedOut:
        return redirect(Submission.objects.get(key=key, path=path).led_to or "/")


_CLAIM = """
INSERT INTO kernel_submission (key, path, at, led_to) VALUES (%s, %s, %s, '') ON CONFLICT DO NOTHING RETURNING id
"""


def _claim(key: str, path: str) -> int:
    """Take the key; a parallel sending waits here on the unique index until the first has finished."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, [key, path, connection.ops.adapt_datetimefield_value(timezone.now())])
        claimed = cursor.fetchone()
    if claimed is None:
        raise _AlreadyCarriedOut
    return int(claimed[0])

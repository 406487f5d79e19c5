"""Pages of the frame: is the site up, and when something is wrong."""

from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from timegiven.ui import pages


@login_not_required
def health(request: HttpRequest) -> JsonResponse:
    """Whether this process can reach its database; says nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@login_not_required
def not_offered(request: HttpRequest) -> HttpResponse:
    """A page of the sign-in package that is not for this site."""
    raise Http404


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long or came from elsewhere: say so, and lose nothing of what was typed here."""
    return pages.sent_in_vain(request, "ui/csrf.html", is_ours=_comes_from_us(request))


def _comes_from_us(request: HttpRequest) -> bool:
    """Whether the browser itself says that one of our own pages sent this; no other site can make it say so."""
    origin = urlsplit(request.headers.get("Origin", ""))
    is_ours = bool(origin.netloc) and origin.netloc == request.get_host()
    return is_ours or request.headers.get("Sec-Fetch-Site") == "same-origin"

"""Pages of the frame: is the site up, and when something is wrong."""

from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

MOST_TYPED = 200_000  # characters


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
    typed = _typed(request) if _comes_from_us(request) else []
    page = {
        "again": typed,
        "words": [value for _, value in typed if " " in value.strip()],
        "has_files": bool(typed and request.FILES),
        "address": request.get_full_path(),
    }
    response = render(request, "ui/csrf.html", page, status=403)
    response["Cache-Control"] = "no-store"
    return response


def _comes_from_us(request: HttpRequest) -> bool:
    """Whether the browser itself says that one of our own pages sent this; no other site can make it say so."""
    origin = urlsplit(request.headers.get("Origin", ""))
    is_ours = bool(origin.netloc) and origin.netloc == request.get_host()
    return is_ours or request.headers.get("Sec-Fetch-Site") == "same-origin"


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was sent, to be sent again; what signs somebody in is typed anew, and so is more than anybody types."""
    pairs = [
        (name, str(value)) for name, values in request.POST.lists() for value in values if name != "csrfmiddlewaretoken"
    ]
    is_secret = request.path.startswith(reverse("account_login").removesuffix("login/"))
    is_secret = is_secret or any("password" in name for name, _ in pairs)
    return [] if is_secret or sum(len(value) for _, value in pairs) > MOST_TYPED else pairs

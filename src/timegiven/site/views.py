"""Pages of the frame: is the site up, and when something is wrong."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render


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
    """The form was open too long or came from elsewhere: say so and offer the way back."""
    return render(request, "ui/csrf.html", status=403)

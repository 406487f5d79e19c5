"""Staff appointments need a second factor at sign-in; a deed renews one's own desk."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from timegiven.home import desk
from timegiven.people import access

SEEN = "has_second_factor"


class StaffSignInMiddleware:
    """Leads a member of staff who has no second factor to set one up, before anything else.

    Those who have one are asked for it at sign-in by allauth; a volunteer may set one up and need not.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.STAFF_NEED_SECOND_FACTOR and request.user.is_authenticated and self.must_set_up(request):
            messages.info(
                request, "Set up a second step for signing in first: your appointment opens other people’s records."
            )
            return redirect("mfa_index")
        return self.get_response(request)

    def must_set_up(self, request: HttpRequest) -> bool:
        if request.session.get(SEEN) or request.session.get("demonstration") or request.path.startswith("/account/"):
            return False
        if not access.is_staff(request.user, timezone.localdate()):
            return False
        request.session[SEEN] = is_mfa_enabled(request.user)
        return not request.session[SEEN]


class DeskMiddleware:
    """After whatever a person does, their first page is made anew."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and request.user.is_authenticated:
            desk.acted(request)
        return response

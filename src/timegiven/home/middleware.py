"""Staff appointments need a second factor, and after a pause sign in again; a deed renews one's own desk."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from timegiven.home import desk, pause
from timegiven.people import access
from timegiven.ui import pages

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

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Leave staff the only passkey they have: allauth asks its adapter about codes, and not about passkeys."""
        route = request.resolver_match
        if request.method != "POST" or route is None or route.url_name != "mfa_remove_webauthn":
            return None
        found = Authenticator.objects.filter(user=request.user, pk=kwargs["pk"]).select_related("user").first()
        if found is None or get_adapter().can_delete_authenticator(found):
            return None
        messages.error(
            request,
            "We have not removed this passkey: your post asks for a second step at sign-in, and it is the only one "
            "you have. Set up another one first.",
        )
        return redirect("mfa_index")

    def must_set_up(self, request: HttpRequest) -> bool:
        if request.session.get(SEEN) or request.session.get("demonstration") or request.path.startswith("/account/"):
            return False
        if not access.is_staff(request.user, timezone.localdate()):
            return False
        request.session[SEEN] = is_mfa_enabled(request.user)
        return not request.session[SEEN]


class PauseMiddleware:
    """Whoever has a post and does nothing for a while is signed out, and so is everybody with one after a long day.

    The page that somebody left opens other people's records.

    Where scripts run they are told before (ui/pause.html). What they send afterwards is not lost: see below.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        day = timezone.localdate()
        if not pause.is_watched(request, day):
            return self.get_response(request)
        if pause.left(request) < 0:
            why = "you had been signed in for long enough" if pause.is_last(request) else "nothing was done for a while"
            logout(request)
            messages.info(request, f"You have been signed out, because {why}.")
            response = self.get_response(request)
            response["Clear-Site-Data"] = '"cache"'
            return response
        if request.method == "POST" or request.path != reverse("home:still_here"):  # to ask is not to be there
            pause.note(request, day)
        return self.get_response(request)


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Asks for signing in, as Django does; what is sent by somebody who was signed out is shown, to be sent again."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        to_sign_in = super().process_view(request, view_func, view_args, view_kwargs)
        if to_sign_in is not None and request.method == "POST" and "once" in request.POST:
            return pages.sent_in_vain(request, "ui/signed_out.html")
        return to_sign_in


class SignOutMiddleware:
    """On a computer that several people use, whoever comes next finds nothing by going back a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        was_signed_in = request.method == "POST" and request.user.is_authenticated
        response = self.get_response(request)
        if was_signed_in and not request.user.is_authenticated:
            response["Clear-Site-Data"] = '"cache"'
        return response


class DeskMiddleware:
    """After whatever a person does, their first page is made anew."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and request.user.is_authenticated:
            desk.acted(request)
        return response

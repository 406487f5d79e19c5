"""Two pages for visitors: be somebody of the story, and read the letters that nobody was sent."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from timegiven.demonstration import forms, selectors
from timegiven.demonstration.cast import PLAYERS, SCENES

Page = Callable[[HttpRequest], HttpResponse]


def only_here(page: Page) -> Page:
    """The third bolt, after the app that is not installed and the address that is not mounted."""

    @wraps(page)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not settings.DEMONSTRATION:
            raise Http404
        return page(request)

    return guarded


@login_not_required
@require_http_methods(["GET", "POST"])
@only_here
def sign_in(request: HttpRequest) -> HttpResponse:
    """The cast, one click each."""
    form = forms.SignIn(request.POST or None)
    if form.is_valid():
        person = get_object_or_404(selectors.playing(form.cleaned_data["code"]))
        login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
        request.session["demonstration"] = True  # no second factor is asked of somebody who does not exist
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(
        request,
        "demonstration/sign_in.html",
        {
            "scenes": SCENES,
            "stand_in": PLAYERS["camden-mvpm"],
            "is_made": selectors.is_made(),
            "today": timezone.localdate(),
        },
    )


@login_not_required
@require_GET
@only_here
def letters(request: HttpRequest) -> HttpResponse:
    """What would have been sent, newest first."""
    filters = forms.Find(request.GET)
    wanted = filters.usable().get("to", "")
    found = Paginator(selectors.letters_to(wanted), 10)
    page_obj = found.get_page(request.GET.get("page"))
    page = {"filters": filters, "page_obj": page_obj, "wanted": wanted, "texts": selectors.texts_to(wanted)[:10]}
    return render(request, "demonstration/letters.html", page)

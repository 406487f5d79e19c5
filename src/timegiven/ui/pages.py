"""The page that most deeds have: a form of some questions or none, and one button that carries it out."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from timegiven.kernel.refusals import NotAllowed
from timegiven.ui.forms import Form

Told = str | Callable[[Any], str]  # known before the deed, or made of what it answers


def deed(
    request: HttpRequest,
    form: Form,
    carry_out: Callable[[dict[str, Any]], Any],
    *,
    said: Told,
    back: str,
    then: Told = "",
    template: str = "ui/form_page.html",
    **page: Any,
) -> HttpResponse:
    """Show the page, or do what its button says: then ``said`` stands on the page ``then``, else on the one before.

    ``carry_out`` takes what was typed; what it answers is handed to ``said`` and ``then``, where these are functions.
    ``back`` is the address behind “Cancel”, and ``said`` may be empty. ``page``: title, intro and button of
    ui/form_page.html, and whatever else a ``template`` of its own asks for.
    """
    if form.carries_out(carry_out):
        messages.success(request, _in_words(said, form.outcome))  # empty words leave no message
        return redirect(_in_words(then or back, form.outcome))
    return render(request, template, {"form": form, "cancel_url": back, **page})


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The page of ours whose link led here, where it says so (?back=); else ``otherwise``."""
    back = request.GET.get("back", "")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if is_ours else otherwise


def only_towards(request: HttpRequest, thing: Any, *there: str, back: str) -> None:
    """Show a form only while the thing may become one of these; else a page says how it stands and leads ``back``.

    What is sent is for the service to judge: its refusal stands above the form, so that nothing typed is lost.
    """
    only_if(request, thing.lifecycle.check_may_become, thing, *there, back=back)


def only_while(request: HttpRequest, thing: Any, *here: str, back: str) -> None:
    """Show a form only while the thing stands at one of these; the rest is as with ``only_towards``."""
    only_if(request, thing.lifecycle.check_is, thing, *here, back=back)


def only_if(request: HttpRequest, check: Callable[..., None], *about: Any, back: str, **more: Any) -> None:
    """Show a form only where ``check``, such as a rule of the chapter, has nothing against it."""
    if request.method == "POST":
        return
    try:
        check(*about, **more)
    except NotAllowed as refusal:
        refusal.back = back
        raise


MOST_TYPED = 200_000  # characters


def sent_in_vain(request: HttpRequest, template: str, *, is_ours: bool = True) -> HttpResponse:
    """What was sent could not be taken: show it, to be sent again. Nothing of it is kept here.

    Only where it comes from a page of ours; what signs somebody in is typed anew, and so is more than anybody types.
    """
    typed = _typed(request) if is_ours else []
    page = {
        "again": typed,
        "words": [value for _, value in typed if " " in value.strip()],
        "has_files": bool(typed and request.FILES),
        "address": request.get_full_path(),
    }
    response = render(request, template, page, status=403)
    response["Cache-Control"] = "no-store"
    return response


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    pairs = [
        (name, str(value)) for name, values in request.POST.lists() for value in values if name != "csrfmiddlewaretoken"
    ]
    is_secret = request.path.startswith(reverse("account_login").removesuffix("login/"))
    is_secret = is_secret or any("password" in name for name, _ in pairs)
    return [] if is_secret or sum(len(value) for _, value in pairs) > MOST_TYPED else pairs


def _in_words(told: Told, outcome: Any) -> str:
    return told if isinstance(told, str) else told(outcome)

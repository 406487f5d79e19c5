"""The page that most deeds have: a form of some questions or none, and one button that carries it out."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

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


def _in_words(told: Told, outcome: Any) -> str:
    return told if isinstance(told, str) else told(outcome)

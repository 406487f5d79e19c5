"""The page that most deeds have: a form of some questions or none, and one button that carries it out."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

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


def _in_words(told: Told, outcome: Any) -> str:
    return told if isinstance(told, str) else told(outcome)

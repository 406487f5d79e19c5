"""The page that most deeds have: a form of some questions or none, and one button that carries it out."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from timegiven.ui.forms import Form


def deed(
    request: HttpRequest,
    form: Form,
    carry_out: Callable[[dict[str, Any]], Any],
    *,
    said: str | Callable[[Any], str],
    back: str,
    then: Callable[[Any], str] | None = None,
    **page: str,
) -> HttpResponse:
    """Show the page, or do what its button says: then ``said`` stands on the page ``then``, else on the one before.

    ``carry_out`` takes what was typed; what it answers is handed to ``said`` and ``then``. ``page``: title, intro and
    button of ui/form_page.html.
    """
    if form.carries_out(carry_out):
        messages.success(request, said if isinstance(said, str) else said(form.outcome))
        return redirect(then(form.outcome) if then else back)
    return render(request, "ui/form_page.html", {"form": form, "cancel_url": back, **page})

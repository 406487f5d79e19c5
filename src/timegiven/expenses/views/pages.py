"""What the pages with one form have in common: do the deed and go on, or show the refusal with what was typed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


def carry_out(
    request: HttpRequest,
    form: Any,
    deed: Callable[..., Any],
    *,
    page: dict[str, Any],
    said: str,
    then: str,
    template: str = "ui/form_page.html",
) -> HttpResponse:
    """``deed`` takes what was typed; ``said`` is told on the page ``then``, an address."""
    if form.carries_out(lambda typed: deed(**typed)):
        messages.success(request, said)
        return redirect(then)
    return render(request, template, {"form": form, **page})

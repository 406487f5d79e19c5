"""A page that is a title, what will happen, a form and a button."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse


def form_page(
    request: HttpRequest, form: Any, *, title: str, intro: str = "", button: str, back: str = ""
) -> HttpResponse:
    """The page, with a way ``back`` for whoever would rather not."""
    page = {"form": form, "title": title, "intro": intro, "button": button, "cancel_url": back}
    return render(request, "ui/form_page.html", page)


def page_of(application: Any) -> str:
    """Where an application is read."""
    return reverse("joining:application", args=[application.reference])

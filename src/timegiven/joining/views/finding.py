"""Find somebody by their name while typing it; without a script, by a button."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from timegiven.joining import access, forms, selectors


def find(request: HttpRequest) -> HttpResponse:
    """The box and whom it finds; a script asks for the second part alone, with every letter."""
    day = timezone.localdate()
    access.find.require(request.user, day)
    typed = request.GET.get("words", "")[:200]
    page = {"typed": typed, "found": selectors.found_by_name(request.user, day, typed)}
    if "part" in request.GET:
        response = HttpResponse(render_to_string("joining/found.html", page))  # no frame: nothing waits to be counted
    else:
        response = render(request, "joining/find.html", page | {"form": forms.Find(request.GET or None)})
    response["Cache-Control"] = "no-store"
    return response

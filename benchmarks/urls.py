"""The site's addresses, and for each measured page a bare one: the same template with ready-made data."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import Context, Template
from django.template.loader import get_template
from django.urls import include, path

READY: dict[str, tuple[Template, dict]] = {}  # page name: its template, and all it was last shown with


def bare(request: HttpRequest, name: str) -> HttpResponse:
    """What no page can beat: the middleware, the session and the person who is signed in, and the template.

    It is shut like any other page, so session and person are looked up: the frame greets somebody, and a page that
    greets nobody is no page of this site. Everything else is there already: what the view had found, the ways on at
    the top, how much waits, and the choices and errors of every form. The token of the forms is made anew, as it is
    on every page.
    """
    template, found = READY[name]
    own = {"request": request, "csrf_token": get_token(request), "messages": get_messages(request)}
    assert request.user.is_authenticated
    return HttpResponse(template.render(Context(found | own)))


@login_not_required
def empty(request: HttpRequest) -> HttpResponse:
    """What the machine, the server and the middleware take for an answer without words."""
    return HttpResponse()


def keep(name: str, template: str, found: dict) -> None:
    """Keep what a page was shown with."""
    READY[name] = get_template(template).template, dict(found)


urlpatterns = [path("empty/", empty), path("bare/<str:name>/", bare), path("", include("timegiven.site.urls"))]

"""What was typed is never lost: not by a session that ended, nor by the same page in two windows."""

import base64
import json
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from timegiven.joining.views.doors import allows, network
from timegiven.kernel.encrypted import seal, unseal

_LABEL, _MOST = "joining.draft", 20_000  # characters
_LOST = "What you typed before you were signed out was kept for too long, and has gone. All that you had saved is here."
_HELD, _TABS = "joining_draft", "joining_tabs"
_OURS = ("csrfmiddlewaretoken", "tab", "seen", "press")


def put_by(request: HttpRequest) -> HttpResponse:
    """Nobody is signed in: keep what they typed, sealed, in their own browser's session, and say how to go on."""
    typed = request.POST.copy()
    for name in _OURS:
        typed.pop(name, None)
    text = json.dumps({"path": request.path, "typed": typed.urlencode()})
    patient = allows("draft", network(request), most=60)
    if request.method != "POST" or not typed or len(text) > _MOST or not patient:
        return redirect_to_login(request.get_full_path())
    request.session[_HELD] = base64.b64encode(seal(text.encode(), label=_LABEL)).decode()
    return render(request, "joining/put_by.html", {"next": request.path})


def _held(request: HttpRequest) -> dict[str, str]:
    """What was put by; what lies under a data key that was taken away since is let go of, and they are told."""
    sealed = request.session.get(_HELD)
    try:
        return json.loads(unseal(base64.b64decode(sealed), label=_LABEL)) if sealed else {}
    except InvalidTag:
        del request.session[_HELD]
        messages.info(request, _LOST)
        return {}


def waiting_at(request: HttpRequest) -> str:
    """The address of the page whose answer was put by in this browser, or nothing."""
    return _held(request).get("path", "")


def taken_up(request: HttpRequest) -> QueryDict | None:
    """What was put by for this page."""
    held = _held(request)
    return QueryDict(held["typed"]) if held.get("path") == request.path else None


def tab(request: HttpRequest) -> str:
    """A name for this window's page; it keeps it while it is corrected."""
    return request.POST.get("tab", "")[:32] or uuid4().hex


def to_compare(request: HttpRequest, code: str) -> str:
    """The mark of what the page showed. Nothing to compare when the same page saved last: it was only gone back to."""
    own = request.session.get(_TABS, {}).get(code)
    return "" if own and own == request.POST.get("tab") else request.POST.get("seen", "")


def saved(request: HttpRequest, code: str) -> None:
    """Note which page saved an answer last, and let go of what was put by."""
    request.session[_TABS] = {**request.session.get(_TABS, {}), code: request.POST.get("tab", "")[:32]}
    if taken_up(request) is not None:
        del request.session[_HELD]

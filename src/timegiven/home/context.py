"""What every page's frame shows: the programme's name, the ways on with a count, the demonstration's notice."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from timegiven.home import pause
from timegiven.home.desk import waiting
from timegiven.home.navigation import ways


def frame(request: HttpRequest) -> dict[str, Any]:
    """The variables of ui/page.html."""
    return {
        "site_name": settings.SITE_NAME,
        "site_owner": settings.SITE_OWNER,
        "demonstration": settings.DEMONSTRATION,
        "navigation": navigation(request),
        "footer": footer(request),
        "pause": _pause(request),
    }


def _pause(request: HttpRequest) -> dict[str, Any] | None:
    """For those who are signed out after a pause: in how many seconds, and where to say that they are there."""
    if getattr(request, "user", None) is None or not pause.is_watched(request, timezone.localdate()):
        return None
    return {"seconds": int(pause.left(request)), "address": _address("home:still_here")}


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The main links for whoever is signed in, the current one marked."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return []
    day = timezone.localdate()
    here = request.resolver_match.app_name if request.resolver_match else ""
    address = request.path
    links: list[dict[str, Any]] = [
        {"text": way.text, "url": _address(way.url_name), "chapter": way.chapter} for way in ways(person, day)
    ]
    for link in links:
        link["current"] = False
    if of_chapter := [link for link in links if link["chapter"] == here]:
        # Two ways may lead into one chapter: here is the one whose address goes furthest along with this one.
        max(of_chapter, key=lambda link: address.startswith(link["url"]) * len(link["url"]))["current"] = True
    if settings.COUNT_IN_FRAME:
        links[0]["count"] = waiting(request, day, timezone.now())
    return links


def footer(request: HttpRequest) -> Any:
    """The links at the foot of every page; whoever volunteers, or did, tells us of a worry there in one press."""
    if getattr(getattr(request, "user", None), "volunteer", None) is None:
        return FOOTER
    return [{"text": "Tell us about a worry", "url": _address("concerns:tell")}, *FOOTER]


@cache
def _address(url_name: str) -> str:
    """The address of a page without arguments: it never changes, and every page names a dozen."""
    return reverse(url_name)


class _Footer:
    """The links at the foot, resolved when first shown (the addresses are not loaded before that)."""

    LINKS = (
        ("About the programme", "programme:about"),
        ("Help: who to ask", "home:help"),
        ("What the words mean", "programme:glossary"),
        ("Rules and their sources", "programme:policies"),
        ("Privacy", "home:privacy"),
        ("Accessibility statement", "home:accessibility"),
    )

    def __iter__(self) -> Any:
        return ({"text": text, "url": _address(name)} for text, name in self.LINKS)


FOOTER = _Footer()

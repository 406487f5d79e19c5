"""What every page's frame shows: the programme's name, the ways on with a count, the demonstration's notice."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from timegiven.home import selectors
from timegiven.home.navigation import ways
from timegiven.people.models import Person

COUNT_SECONDS = 60  # how old the count beside "Today" may be; one's own deeds renew it at once


def frame(request: HttpRequest) -> dict[str, Any]:
    """The variables of ui/page.html."""
    return {
        "site_name": settings.SITE_NAME,
        "site_owner": settings.SITE_OWNER,
        "demonstration": settings.DEMONSTRATION,
        "navigation": navigation(request),
        "footer": FOOTER,
    }


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The main links for whoever is signed in, the current one marked."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return []
    day = timezone.localdate()
    here = request.resolver_match.app_name if request.resolver_match else ""
    address = request.path
    links = [{"text": way.text, "url": reverse(way.url_name), "chapter": way.chapter} for way in ways(person, day)]
    exact = any(link["url"] == address for link in links)
    for link in links:
        link["current"] = link["url"] == address if exact else link["chapter"] == here
    links[0]["count"] = waiting(request, person, day)
    return links


def waiting(request: HttpRequest, person: Person, day: date) -> int:
    """How many things wait for this person."""
    cache, key = caches["counts"], f"{person.pk}:{day}"
    count = None if request.method == "POST" else cache.get(key)
    if count is None:
        count = sum(need.count for need in selectors.needs(person, day))
        cache.set(key, count, COUNT_SECONDS)
    return count


class _Footer:
    """The links at the foot, resolved when first shown (the addresses are not loaded before that)."""

    LINKS = (
        ("Help: who to ask", "home:help"),
        ("What the words mean", "programme:glossary"),
        ("Rules and their sources", "programme:policies"),
        ("Privacy", "home:privacy"),
        ("Accessibility statement", "home:accessibility"),
    )

    def __iter__(self) -> Any:
        return ({"text": text, "url": reverse(name)} for text, name in self.LINKS)


FOOTER = _Footer()

"""A role in the words of its public page, for people and for search engines."""

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from timegiven.kernel import words
from timegiven.library import selectors
from timegiven.library.views import shown

_HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
VETTING = {
    "NPPV1": "A short check on your background before you start",
    "NPPV2A": "A check on your background before you start",
    "NPPV2F": "A full check on your background before you start",
    "NPPV3": "A full and wide check on your background before you start",
}


def address_of(version: Any) -> str:
    """The one address of a role's public page: readable, and the same as long as the role keeps its name."""
    unit = version.profile.unit
    borough = slugify((unit.borough or unit).name) or "the-force"
    title = slugify(version.title) or "role"
    return reverse("library:role", args=[borough, title, version.profile.reference])


def listed(borough: str) -> str:
    return reverse("library:library") + (f"?borough={borough}" if borough else "")


def fed(borough: str) -> str:
    return reverse("library:feed") + (f"?borough={borough}" if borough else "")


WIDER = {
    "words": "Leave out the words",
    "borough": "Look in every borough",
    "time": "Look at every time of the day",
    "category": "Look at every kind of work",
    "bring": "Whatever you bring",
    "open": "Show roles that are not open now too",
}


def around(chosen: dict[str, Any], query: QueryDict) -> dict[str, Any]:
    """What the list says beside the roles: where its feed is, and how to find more."""
    wider = [{"text": text, "url": _without(query, name)} for name, text in WIDER.items() if chosen.get(name) and query]
    return {"feed_url": fed(chosen.get("borough", "")), "wider": wider, "is_narrowed": any(chosen.values())}


def _without(query: QueryDict, name: str) -> str:
    left = query.copy()
    left.pop(name, None)
    left.pop("page", None)
    return f"?{left.urlencode()}"


def addressed(versions: Iterable[Any], viewer: Any) -> None:
    """Give each role the page that this visitor is led to: strangers to the public one."""
    for version in versions:
        is_known = viewer is not None and viewer.is_authenticated
        version.address = _own_address(version.profile.reference) if is_known else address_of(version)


@lru_cache(maxsize=4_000)
def _own_address(reference: str) -> str:
    """The page of a role for those who sign in: it never changes, and a list names many."""
    return reverse("library:profile", args=[reference])


def role(version: Any, day: date, *, why_not: str) -> dict[str, Any]:
    """All that the public page of a role shows: nobody's name is in it."""
    address = settings.SITE_ADDRESS + address_of(version)
    description = version.purpose.split("\n")[0][:200]
    others = selectors.like_it(version, day) if why_not else []
    addressed(others, None)
    return {
        "version": version,
        "profile": version.profile,
        "why_not": why_not,
        "address": address,
        "description": description,
        "facts": _facts(version),
        "tasks": selectors.tasks_of(version),
        "skills": selectors.skills_of(version),
        "training": shown.training(version),
        "hazards": shown.hazards(version),
        "where": list(selectors.units_assessed(version, day)),
        "talk_to": talk_to(version),
        "others": others,
        "data_block": as_data(told_to_engines(version, address, description)) if not why_not else "",
    }


def _facts(version: Any) -> list[dict[str, str]]:
    profile = version.profile
    unit = profile.unit
    rows = [
        ("Where", version.place or ", ".join(filter(None, [unit.full_name, unit.station and unit.station.name]))),
        ("When", version.usual_times or "At times that suit you and the unit"),
        ("How long", f"About {words.duration(version.weekly_minutes)} a week"),
        ("Kind of work", profile.get_category_display()),
        ("What you bring", profile.get_contribution_display()),
        ("What you get from it", version.helps_volunteer),
        ("Age", f"From {version.youngest}"),
        ("Background check", VETTING.get(version.vetting_level, "")),
        ("What to wear", version.dress or "Smart casual, no jeans. Volunteers wear no uniform."),
        ("Kit", version.kit and f"{version.kit}. You do not buy it yourself."),
    ]
    return [{"key": key, "value": value} for key, value in rows if value]


def talk_to(version: Any) -> dict[str, str]:
    """Whom a visitor would talk to: a post and how to reach it, never a name."""
    unit = version.profile.unit
    borough = unit.borough or unit
    known = next((each for each in (borough, unit) if each.phone or each.email), None)
    return {
        "who": f"the volunteer manager of {borough.name}",
        "phone": known.phone if known else "",
        "email": known.email if known else "",
        "supervisor": version.supervisor,
    }


def told_to_engines(version: Any, address: str, description: str) -> dict[str, Any]:
    """The role as a VolunteerAction of schema.org."""
    unit = version.profile.unit
    where = unit.station or unit
    place: dict[str, Any] = {
        "@type": "Place",
        "name": unit.full_name,
        "address": {"@type": "PostalAddress", "addressLocality": (unit.borough or unit).name, "addressCountry": "GB"},
    }
    if where.postcode:
        place["address"]["postalCode"] = where.postcode
    if where.latitude is not None and where.longitude is not None:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": where.latitude, "longitude": where.longitude}
    return {
        "@context": "https://schema.org",
        "@type": "VolunteerAction",
        "name": version.title,
        "description": description,
        "identifier": version.profile.reference,
        "url": address,
        "actionStatus": "https://schema.org/PotentialActionStatus",
        "provider": {"@type": "GovernmentOrganization", "name": settings.SITE_OWNER, "url": settings.SITE_ADDRESS},
        "location": place,
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{settings.SITE_ADDRESS}{reverse('joining:register')}?profile={version.profile.reference}",
        },
    }


def as_data(told: dict[str, Any]) -> SafeString:
    """JSON that cannot end the block it stands in, whatever a role is called."""
    return mark_safe(json.dumps(told, ensure_ascii=False).translate(_HARMLESS))  # noqa: S308  made harmless

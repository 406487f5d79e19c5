"""What every page's frame shows: the programme's name, the demonstration's notice, the ways on."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """The variables of ui/page.html."""
    return {
        "site_name": settings.SITE_NAME,
        "site_owner": settings.SITE_OWNER,
        "demonstration": settings.DEMONSTRATION,
        "navigation": [],
    }

"""Where things are read."""

from typing import Any

from django.urls import reverse


def page_of(application: Any) -> str:
    """Where an application is read."""
    return reverse("joining:application", args=[application.reference])

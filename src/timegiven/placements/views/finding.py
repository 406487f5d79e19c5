"""Whose page it is: what somebody may not see is not found."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from timegiven.people import selectors as people
from timegiven.placements import selectors


def a_placement(request: HttpRequest, reference: str) -> Any:
    """A placement that this person sees."""
    return get_object_or_404(selectors.placements_seen_by(request.user, timezone.localdate()), reference=reference)


def a_volunteer(request: HttpRequest, reference: str) -> Any:
    """A volunteer whose record this person sees."""
    return get_object_or_404(people.volunteers_seen_by(request.user, timezone.localdate()), reference=reference)


def somebody_near(request: HttpRequest, reference: str) -> Any:
    """A volunteer whose record this person sees, or who is placed at their unit."""
    return get_object_or_404(selectors.volunteers_near(request.user, timezone.localdate()), reference=reference)

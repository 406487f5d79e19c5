"""Find a concern for whoever may see it; for everybody else there is none."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from timegiven.concerns import selectors


def own(request: HttpRequest, reference: str) -> Any:
    """What one told oneself."""
    return get_object_or_404(selectors.concerns_of(request.user), reference=reference)


def heard(request: HttpRequest, reference: str, day: date) -> Any:
    """What one hears."""
    return get_object_or_404(selectors.concerns_heard_by(request.user, day), reference=reference)


def either(request: HttpRequest, reference: str, day: date) -> Any:
    """What one told or hears."""
    for found in (selectors.concerns_of(request.user), selectors.concerns_heard_by(request.user, day)):
        if one := found.filter(reference=reference).first():
            return one
    raise Http404

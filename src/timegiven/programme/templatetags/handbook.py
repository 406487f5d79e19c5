"""``{% load handbook %}{% handbook "expenses.meal_from_minutes" %}``: a number of the handbook, as it is today."""

from django import template
from django.utils import timezone

from timegiven.programme.models import Strand
from timegiven.programme.policy import policy

register = template.Library()


@register.simple_tag
def handbook(name: str, strand: Strand | None = None) -> str:
    """The number in words, 4 hours or £3; LookupError where the handbook has none of this name."""
    found = policy(name)
    if found is None:
        raise LookupError(f"The handbook has no number called {name}.")
    return found.in_words(found.on(timezone.localdate(), strand))

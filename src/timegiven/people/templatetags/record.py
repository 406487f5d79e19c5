"""The tab strip of a volunteer's record: each tab is a page of the chapter that owns it, known here by its address."""

from django import template
from django.urls import NoReverseMatch, reverse

from timegiven.people.models import Volunteer

register = template.Library()

TABS = (
    ("Overview", "placements:volunteer"),
    ("Placements", "placements:placements"),
    ("In order?", "placements:ready"),
    ("Training", "placements:training"),
    ("Hours", "hours:month"),
    ("Rota", "rota:person"),
    ("Expenses", "expenses:record"),
    ("Letters", "engagement:letters"),
)


@register.inclusion_tag("ui/components/tabs.html")
def record_tabs(volunteer: Volunteer, current: str) -> dict:
    """{% record_tabs volunteer "Training" %}: the pages of this volunteer's record, with the one that is open."""
    items = [
        {"text": text, "url": address, "current": text == current}
        for text, name in TABS
        if (address := _address(name, volunteer))
    ]
    return {"items": items, "label": "On this record"}


def _address(name: str, volunteer: Volunteer) -> str:
    """Where the page is, or nothing in a programme without that chapter."""
    try:
        return reverse(name, args=[volunteer.reference])
    except NoReverseMatch:
        return ""

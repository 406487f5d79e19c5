"""The tab strip above the pages of training: only what the reader may open."""

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import timezone

from timegiven.training import access

register = template.Library()

TABS = (
    ("Sessions", "training:sessions", access.see_sessions),
    ("Courses", "training:courses", None),
    ("Record", "training:record", access.record_somewhere),
    ("Runs out", "training:expiring", access.see_expiring),
    ("Beyond the role", "training:requests", access.see_requests),
    ("At units", "training:unit_trainings", access.see_unit_training),
    ("Sheets", "training:sheets", access.set_up_sessions),
    ("Before volunteering", "training:before", access.see_sessions),
)


@register.inclusion_tag("ui/components/tabs.html", takes_context=True)
def training_tabs(context: Context, current: str) -> dict:
    """{% training_tabs "Sessions" %}: the lists of training, with the one that is open."""
    person, day = context["request"].user, timezone.localdate()
    items = [
        {"text": text, "url": reverse(name), "current": text == current}
        for text, name, may in TABS
        if may is None or may(person, day)
    ]
    return {"items": items if len(items) > 1 else [], "label": "Training"}

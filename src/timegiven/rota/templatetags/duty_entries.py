"""The duties of one day of a month's page, written in one go: a borough's month may hold hundreds."""

from collections.abc import Sequence

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from timegiven.rota import selectors
from timegiven.rota.selectors import Shown

register = template.Library()

# The same marks as in ui/components/calendar_month.html, whose loop over every duty takes three times as long.
_ENTRY = (
    '<li class="tg-entry tg-entry--{}"><a class="tg-entry__link" href="{}">'
    '<span class="tg-entry__time">{}</span> <span class="tg-entry__title">{}</span> '
    '<span class="tg-entry__note">{}</span></a></li>'
)
_ANY = "0000000000"


@register.filter
def duty_entries(duties: Sequence[Shown]) -> SafeString | str:
    """The list of a day's duties, or nothing for a day without."""
    if not duties:
        return ""
    address = reverse("rota:duty", args=[_ANY])  # once: to name hundreds of addresses costs more than the query
    entries = format_html_join("", _ENTRY, (_entry(duty, address) for duty in duties))
    return format_html('<ul class="tg-calendar__entries">{}</ul>', entries)


def _entry(duty: Shown, address: str) -> tuple[str, ...]:
    if duty.is_called_off:
        tone, note = "off", "Called off"
    elif duty.is_draft:
        tone, note = "draft", "Draft"
    else:
        tone, note = selectors.tone(duty.taken, duty.least, duty.most), f"{duty.taken} of {duty.most}"
    return tone, address.replace(_ANY, duty.reference), duty.times, duty.title, note

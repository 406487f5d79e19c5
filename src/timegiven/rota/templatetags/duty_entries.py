"""The duties of one day of a month's page, written in one go: a borough's month may hold hundreds."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

# The same marks as in ui/components/calendar_month.html, whose loop over every duty takes three times as long.
_ENTRY = (
    '<li class="tg-entry tg-entry--{tone}"><a class="tg-entry__link" href="{url}">'
    '<span class="tg-entry__time">{time}</span> <span class="tg-entry__title">{title}</span> '
    '<span class="tg-entry__note">{note}</span></a></li>'
)


@register.filter
def duty_entries(entries: Sequence[dict[str, str]]) -> SafeString | str:
    """The list of a day's duties, or nothing for a day without."""
    if not entries:
        return ""
    return format_html('<ul class="tg-calendar__entries">{}</ul>', format_html_join("", _ENTRY, entries))

"""The words of the templates: ``{% load ui %}`` brings every component and the filters for days, times and money."""

from datetime import date, datetime

from django import template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from timegiven.kernel import words
from timegiven.ui.components import asking, charts, finding
from timegiven.ui.components.prose import prose as in_prose

register = template.Library()

# Asking


@register.simple_tag
def form_fields(form: BaseForm) -> SafeString:
    """Every question of a form, and its hidden answers."""
    return render_to_string("ui/components/form_fields.html", {"form": form})


@register.inclusion_tag("ui/components/field.html")
def field(bound: BoundField, heading: bool = False, small: bool = False, searching: bool = False) -> dict:
    """One question. ``heading=True`` where it is the only one of the page."""
    return asking.field(bound, heading=heading, small=small, searching=searching)


@register.inclusion_tag("ui/components/error_summary.html")
def error_summary(form: BaseForm | None = None, filters: BaseForm | None = None) -> dict:
    """What is wrong; ``ui/page.html`` shows it by itself for the ``form`` of the page and the ``filters`` of a list."""
    return {"errors": asking.wrong_in(form) + asking.wrong_in(filters), "left_out": finding.left_out(filters)}


@register.inclusion_tag("ui/components/submit.html")
def submit(
    text: str, kind: str = "", name: str = "", value: str = "", cancel_url: str = "", cancel_text: str = ""
) -> dict:
    """The button that does the deed; ``kind`` is "", secondary, warning or inverse.

    The way back is called Cancel, but never beside a button that cancels something.
    """
    return {
        "text": text,
        "kind": kind,
        "name": name,
        "value": value,
        "cancel_url": cancel_url,
        "cancel_text": cancel_text or ("Go back" if text.startswith("Cancel") else "Cancel"),
    }


# Saying


@register.simple_tag
def tag(text: str, colour: str = "") -> SafeString:
    """A short state: green, teal, blue, purple, magenta, red, orange, yellow or grey."""
    of_colour = f" govuk-tag--{colour}" if colour else ""  # no template of its own: long lists show one in each row
    return format_html('<strong class="govuk-tag{}">{}</strong>', of_colour, text)


@register.simple_tag
def status(thing: object) -> SafeString:
    """The state of a thing that has a life."""
    colour = getattr(thing, "status_colour", "") or ""
    return tag(thing.get_status_display(), colour() if callable(colour) else colour)


@register.inclusion_tag("ui/components/refusal.html")
def refusal(refusal: object) -> dict:
    """What did not happen, why, what to do, whom to ask."""
    return {"refusal": refusal}


@register.simple_block_tag
def warning(content: str) -> SafeString:
    """{% warning %}Something that matters{% endwarning %}."""
    return render_to_string("ui/components/warning.html", {"content": content})


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """{% inset %}Something set apart{% endinset %}."""
    return render_to_string("ui/components/inset.html", {"content": content})


@register.simple_block_tag
def details(content: str, summary: str, open: bool = False) -> SafeString:
    """{% details "What is a pass?" %}Words shown when asked for{% enddetails %}."""
    return render_to_string("ui/components/details.html", {"content": content, "summary": summary, "open": open})


@register.simple_block_tag
def notice(content: str, title: str = "Important", kind: str = "information") -> SafeString:
    """{% notice "Passes office closed" %}…{% endnotice %}: information, success, warning or error."""
    return render_to_string("ui/components/notice.html", {"content": content, "title": title, "kind": kind})


@register.simple_block_tag
def table(content: str, caption: str, columns: str, label: str = "") -> SafeString:
    """{% table "Kit that is out" "What|Unit|Lent on" %}Its rows{% endtable %}, whose cells fold on a phone.

    The caption is for screen readers alone; a column with "#" before its name is one of figures; a table with a label
    of its own scrolls where it does not fit.
    """
    named = [(each.removeprefix("#"), each.startswith("#")) for each in columns.split("|")]
    shown = {"content": content, "caption": caption, "columns": named, "label": label}
    return render_to_string("ui/components/table.html", shown)


@register.inclusion_tag("ui/components/identity_bar.html")
def identity_bar(name: str, reference: str = "", status: str = "", colour: str = "", heading: bool = False) -> dict:
    """Whose record this is; ``heading=True`` where the name is the h1 of the page."""
    shown = status.get_status_display() if hasattr(status, "get_status_display") else status
    colour = colour or getattr(status, "status_colour", "")
    return {"name": name, "reference": reference, "status": shown, "colour": colour, "heading": heading}


# Lists


@register.inclusion_tag("ui/components/timeline.html")
def timeline(steps: object, level: int = 3) -> dict:
    """What happened, who did it and when: steps with ``title``, ``by_name``, ``at``, ``why``."""
    return {"steps": steps, "level": level}


@register.inclusion_tag("ui/components/summary_list.html")
def summary_list(rows: list[dict], title: str = "", url: str = "", link_text: str = "Change") -> dict:
    """Facts in two columns; with a ``title`` they stand in a card, whose corner may hold one link."""
    return {
        "rows": rows,
        "title": title,
        "url": url,
        "link_text": link_text,
        "changeable": any(r.get("change_url") for r in rows),
    }


@register.inclusion_tag("ui/components/task_list.html")
def task_list(items: list[dict], name: str = "task") -> dict:
    """Things to do and how far each one is: ``{title, url, status, hint, colour}``."""
    return {"items": items, "name": name}


@register.inclusion_tag("ui/components/progress_tracker.html")
def progress_tracker(steps: list[dict], label: str = "How far this is") -> dict:
    """Steps that are in other people's hands: ``{title, state, text, at}``; ``state`` is done, now or later."""
    return {"steps": steps, "label": label}


@register.inclusion_tag("ui/components/stat_tile.html")
def stat_tile(number: object, label: str, url: str = "") -> dict:
    """A number that matters and, where there is one, the list that it counts."""
    return {"number": words.figure(number) if isinstance(number, int) else number, "label": label, "url": url}


@register.inclusion_tag("ui/components/needs_you.html")
def needs_you(items: list[dict], empty: str = "Nothing is waiting for you.") -> dict:
    """What waits for this person: ``{text, url, hint, tag, colour}``."""
    return {"items": items, "empty": empty}


@register.inclusion_tag("ui/components/tabs.html")
def tabs(items: list[dict], label: str = "On this record") -> dict:
    """The pages of one record: ``{text, url, current, count}``."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/components/breadcrumbs.html")
def breadcrumbs(items: list[dict]) -> dict:
    """The way here: ``{text, url}``, the last one without an address."""
    return {"items": items}


@register.inclusion_tag("ui/components/back_link.html")
def back_link(url: str, text: str = "Back") -> dict:
    """The way back, for the ``back`` block of a page."""
    return {"url": url, "text": text}


@register.inclusion_tag("ui/components/count.html")
def count(number: int | None, what: str = "") -> dict:
    """How many, as a small round badge; nothing at all for none."""
    return {"number": number, "what": what}


# Finding


@register.inclusion_tag("ui/components/pagination.html", takes_context=True)
def pagination(context: Context, page_obj: object) -> dict:
    """Links to the pages of a list."""
    return finding.pagination(finding.query_of(context), page_obj)


@register.inclusion_tag("ui/components/filter_panel.html", takes_context=True)
def filter_panel(context: Context, form: BaseForm, title: str = "Filter", method: str = "get") -> dict:
    """The filters of a list, which its page calls ``filters``."""
    return finding.filter_panel(finding.query_of(context), form, title, method)


@register.inclusion_tag("ui/components/sortable_header.html", takes_context=True)
def sortable_header(context: Context, text: str, key: str, default: str = "", numeric: bool = False) -> dict:
    """A column heading that orders the table."""
    return finding.sortable_header(finding.query_of(context), text, key, default=default, numeric=numeric)


# Pictures


@register.inclusion_tag("ui/components/bar_chart.html")
def bar_chart(chart: dict) -> dict:
    """Bars, with their table: ``{title, unit, rows: [(label, value)], horizontal}``."""
    return charts.bar_chart(chart)


@register.inclusion_tag("ui/components/calendar_month.html")
def calendar_month(month: dict) -> dict:
    """A month of days on a wide screen and a list of days on a phone."""
    return month


# Words


@register.filter
def day(moment: date | datetime | None) -> str:
    """Tuesday 3 March 2027."""
    return words.day(moment) if moment else ""


@register.filter
def short_day(moment: date | datetime | None) -> str:
    """3 Mar 2027."""
    return words.short_day(moment) if moment else ""


@register.filter
def clock(moment: object) -> str:
    """10am, 2:30pm, midday."""
    return words.clock(moment) if moment is not None and moment != "" else ""


@register.filter
def duration(minutes: int | None) -> str:
    """3 hours 30 minutes."""
    return words.duration(minutes) if minutes not in (None, "") else ""


@register.filter
def figure(number: int | None) -> str:
    """6,267: how many there are of something."""
    return words.figure(number) if number not in (None, "") else ""


@register.filter
def pounds(pence: int | None) -> str:
    """£2.85."""
    return words.pounds(pence) if pence not in (None, "") else ""


@register.filter
def amount(pence: int | None) -> str:
    """£3.00, in a column."""
    return words.amount(pence) if pence not in (None, "") else ""


@register.filter
def contextual(moment: date | datetime | None) -> str:
    """in 3 days, today, 2 days ago."""
    return words.contextual(moment, timezone.localdate()) if moment else ""


@register.filter
def prose(text: str | None) -> SafeString | str:
    """The headings, paragraphs, lists and bold of light Markdown; everything else is escaped."""
    return in_prose(text) if text else ""

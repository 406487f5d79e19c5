"""Show a controlled document: headings, paragraphs, lists and bold words, and nothing else of Markdown."""

import re

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# A document's own headings stand under the page's; most documents begin at the second level.
_HEADINGS = (("h2", "l"), ("h2", "m"), ("h3", "s"))
_BOLD = re.compile(r"\*\*(.+?)\*\*")


@register.filter
def light_markdown(text: str) -> SafeString:
    """Every word is escaped before a tag is put around it, so that a document can never carry markup of its own."""
    return format_html_join(
        "\n", "{}", ((_block(part.strip()),) for part in re.split(r"\n\s*\n", text) if part.strip())
    )


def _block(part: str) -> SafeString:
    heading = re.match(r"(#{1,4}) (.+)", part)
    if heading:
        tag, size = _HEADINGS[min(len(heading[1]), 3) - 1]
        rest = part[heading.end() :].strip()
        title = format_html('<{} class="govuk-heading-{}">{}</{}>', tag, size, _words(heading[2]), tag)
        return format_html("{}{}", title, _block(rest) if rest else "")
    if part.startswith("- "):
        items = format_html_join(
            "", "<li>{}</li>", ((_words(item),) for item in re.split(r"\n?^- ", part, flags=re.MULTILINE)[1:])
        )
        return format_html('<ul class="govuk-list govuk-list--bullet">{}</ul>', items)
    before, found, after = part.partition("\n- ")
    paragraph = format_html('<p class="govuk-body">{}</p>', _words(before))
    return format_html("{}{}", paragraph, _block("- " + after)) if found else paragraph


def _words(text: str) -> SafeString:
    safe = escape(" ".join(text.split()))
    return mark_safe(_BOLD.sub(r"<strong>\1</strong>", safe))  # noqa: S308 - escaped one line above

"""Light Markdown made safe: headings, paragraphs, lists and bold, and nothing that could be anything else."""

import re
from collections.abc import Iterator

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

_HEADING = re.compile(r"^(#{1,3})\s+(.+)$")
_BULLET = re.compile(r"^[-*]\s+(.*)$")
_NUMBER = re.compile(r"^\d{1,3}[.)]\s+(.*)$")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LISTS = {"ul": "bullet", "ol": "number"}


def prose(text: str) -> SafeString:
    """The text as HTML. Headings start at h2, for the page has its own h1; everything else is escaped."""
    return mark_safe("\n".join(_shown(kind, lines) for kind, lines in blocks(text)))  # noqa: S308  escaped in _inline


def blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Runs of lines that belong together: ("p", …), ("ul", …), ("ol", …), ("h2", …), ("h3", …)."""
    kind, lines = "", []
    for line in [*text.splitlines(), ""]:
        now, words = _kind_of(line, kind)
        if kind and now != kind:
            yield kind, lines
            lines = []
        if now in _LISTS and words is None:
            lines[-1] += " " + line.strip()
        elif now:
            lines.append(line.strip() if words is None else words)
        if now.startswith("h"):
            yield now, lines
            now, lines = "", []
        kind = now


def _kind_of(line: str, before: str) -> tuple[str, str | None]:
    """Which block a line belongs to, and its words where a mark was taken off."""
    if not line.strip():
        return "", None
    if found := _HEADING.match(line):
        return ("h3" if len(found[1]) == 3 else "h2"), found[2]
    for kind, mark in (("ul", _BULLET), ("ol", _NUMBER)):
        if found := mark.match(line):
            return kind, found[1]
    # A line that goes on below a bullet belongs to it.
    return (before if before in _LISTS else "p"), None


def _shown(kind: str, lines: list[str]) -> str:
    if kind in _LISTS:
        items = format_html_join("", "<li>{}</li>", ((_inline(line),) for line in lines))
        return format_html('<{} class="govuk-list govuk-list--{}">{}</{}>', kind, _LISTS[kind], items, kind)
    size = {"h2": "govuk-heading-m", "h3": "govuk-heading-s"}.get(kind, "govuk-body")
    return format_html('<{} class="{}">{}</{}>', kind, size, _inline(" ".join(lines)), kind)


def _inline(words: str) -> SafeString:
    return mark_safe(_BOLD.sub(r"<strong>\1</strong>", escape(words)))  # noqa: S308  escaped here

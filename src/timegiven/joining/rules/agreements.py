"""The words of the Statement of Expectation, in parts for the printer."""

import re

_MARKS = re.compile(r"[*_`]{1,2}")


def parts_of(body: str) -> list[dict[str, object]]:
    """A text in its headings, paragraphs and lists, for a document: what is typed is never markup there."""
    parts: list[dict[str, object]] = []
    for block in re.split(r"\n\s*\n", body.strip()):
        lines = [line.rstrip() for line in block.splitlines() if line.strip()]
        while lines and lines[0].startswith("#"):
            parts.append({"kind": "heading", "words": _plain(lines.pop(0).lstrip("# "))})
        if lines and lines[0].lstrip().startswith("- "):
            parts.append({"kind": "bullets", "items": _bullets(lines)})
        elif lines:
            parts.append({"kind": "text", "words": _plain(" ".join(line.strip() for line in lines))})
    return parts


def _bullets(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in (each.strip() for each in lines):
        if line.startswith("- "):
            items.append(line.removeprefix("- "))
        else:
            items[-1] += f" {line}"
    return [_plain(each) for each in items]


def _plain(words: str) -> str:
    return _MARKS.sub("", words)

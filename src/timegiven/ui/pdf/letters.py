"""Which letters a document can show, and what it says in the place of one that it cannot."""

import re
import unicodedata
from functools import cache

from django.conf import settings

# Hebrew and Arabic, which the setter draws in typefaces of its own; any other is found out by trying.
ALSO = set(map(chr, (*range(0x05D0, 0x05EB), *range(0x0621, 0x063B), *range(0x0641, 0x064B))))
REFUSED = re.compile(r"the text `(\".*?\")` could not be displayed", re.DOTALL)
CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
KEPT = "\n\t"
LONG = re.compile(r"([^\s-]{24})(?=[^\s-])")  # a hyphen is a place to part already
MAY_BREAK = "\u200b"


def showable(text: str) -> str:
    """The text without what cannot be seen, and with the name of each letter that no typeface here draws."""
    seen = "".join(each if each in KEPT or each in _drawn() else _instead(each) for each in text)
    # What is longer than any word may be parted anywhere, or it would run out of its column.
    return LONG.sub(rf"\1{MAY_BREAK}", seen)


def without(told: str, trouble: str | None) -> str:
    """The text without the letters that the setter refused; without all but the plainest when it cannot say which."""
    if trouble is None:
        return "".join(each if each.isascii() else _instead(each) for each in told)
    found = REFUSED.search(trouble)
    if not found:
        return told
    refused = {each for each in CODE.sub(lambda code: chr(int(code[1], 16)), found[1]) if not each.isascii()}
    return "".join(_instead(each) if each in refused else each for each in told)


@cache
def _drawn() -> frozenset[str]:
    return frozenset((settings.TYPEFACES / "letters.txt").read_text(encoding="utf-8")) | ALSO


def _instead(letter: str) -> str:
    # Marks that join, turn round or decorate their neighbours have nothing to say alone.
    if unicodedata.category(letter)[0] in "CM":
        return " " if letter == "\r" else ""
    if letter.isspace():
        return " "
    return f"[{unicodedata.name(letter, 'a sign').lower()}]"

"""``{% load terms %}{% term "MVPM" %}``: a word of the glossary, explained where it stands."""

from itertools import count

from django import template

from timegiven.programme import selectors

register = template.Library()
_numbers = count(1)


@register.inclusion_tag("programme/term.html")
def term(word: str) -> dict:
    """The word as a button that opens its meaning, by touch, keyboard and without scripts; else the word alone."""
    return {"word": word, "found": selectors.meaning_of(word), "id": f"term-{next(_numbers)}"}

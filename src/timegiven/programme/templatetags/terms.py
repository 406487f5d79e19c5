"""``{% load terms %}{% term "MVPM" %}``: a word of the glossary, explained where it stands."""

from itertools import count

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from timegiven.programme import selectors

register = template.Library()
_numbers = count(1)


@register.simple_tag
def term(word: str) -> SafeString:
    """The word as a button that opens its meaning, by touch, keyboard and without scripts; else the word alone."""
    context = {"word": word, "found": selectors.meaning_of(word), "id": f"term-{next(_numbers)}"}
    return SafeString(render_to_string("programme/term.html", context).strip())  # a full stop may follow at once

"""Every word or set of letters that a volunteer may meet, each explained in one plain sentence."""

from .met import MET
from .mg_forms import MG_FORMS
from .policing import POLICING
from .programme_words import PROGRAMME_WORDS
from .term import Term

__all__ = ["TERMS", "Term"]

TERMS: tuple[Term, ...] = tuple(
    sorted(PROGRAMME_WORDS + MET + POLICING + MG_FORMS, key=lambda term: term.term.casefold())
)

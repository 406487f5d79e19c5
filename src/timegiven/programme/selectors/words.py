"""What can be asked of the glossary."""

from time import monotonic

from django.db.models import Q, QuerySet

from timegiven.programme.models import Term

KEPT_SECONDS = 300

_kept: dict[str, Term] = {}
_read_at: list[float] = []


def terms(typed: str = "") -> QuerySet[Term]:
    """The glossary, or those entries in which each word that was typed occurs."""
    found = Term.objects.order_by("term")
    for word in typed.split():
        found = found.filter(Q(term__icontains=word) | Q(expansion__icontains=word) | Q(meaning__icontains=word))
    return found


def meaning_of(word: str) -> Term | None:
    """The entry of one word, from this process's copy of the glossary: a page may explain a dozen words."""
    if not _read_at or monotonic() - _read_at[0] > KEPT_SECONDS:
        forget()
        _kept.update({term.term.casefold(): term for term in Term.objects.all()})
        _read_at.append(monotonic())
    return _kept.get(word.casefold())


def forget() -> None:
    """Let go of the copy, for the glossary has changed."""
    _kept.clear()
    _read_at.clear()

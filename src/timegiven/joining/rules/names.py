"""How a name is looked for while it is typed: in any order of its words, without accents and capitals."""

from itertools import permutations

from timegiven.joining.rules.duplicates import plain

LEAST = 2  # letters: one alone is the beginning of too many names
MOST = 200


def orders(name: str, known_as: str = "") -> set[bytes]:
    """Every order in which the words of a name may be typed; of a name of many words those that begin with each."""
    words = plain(name).split()
    called = [*plain(known_as).split(), *words[-1:]] if known_as else []
    return {b" ".join(part.encode() for part in order)[:MOST] for each in (words, called) for order in _orders(each)}


def _orders(words: list[str]) -> list[tuple[str, ...]]:
    if not words:
        return []
    if len(words) <= 3:
        return list(permutations(words))
    return [(*words[place:], *words[:place]) for place in range(len(words))]


def span(typed: str) -> tuple[bytes, bytes] | None:
    """The first and the last of what begins as somebody has typed; None while that is too little."""
    letters = " ".join(plain(typed).split()).encode()[:MOST]
    return (letters, letters + b"\xff") if len(letters) >= LEAST else None

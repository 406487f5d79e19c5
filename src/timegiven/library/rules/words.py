"""Words and their roots, and how like two texts are to somebody who looks for a role."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

_IDLE = frozenset(
    "a an and any are as at be been before but by can could do does each for from get give has have help helper "
    "helping helps in into is it its make many more need needs no nobody not of off often on or other our out over per "
    "police put role should so some somebody someone something such than that the their them then there these they "
    "thing this those through time to too unit up us very volunteer volunteers want was we what when where which who "
    "will with would you your".split()
)
_DOUBLED = re.compile(r"([bdgmnprt])\1$")  # planning, stopped; but calling and passing keep theirs
_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "s", "e", "y")
LONGEST_ROOT = 40

# What a word weighs in a profile by where it stands, and in a search by whether it was typed or only means the same.
IN_TITLE, IN_TASK, IN_TEXT, MOST = 6, 2, 1, 12
TYPED, MEANT = 3.0, 2.0


def root(word: str) -> str:
    """The beginning that the forms of a word share: files, filing and filed give fil; copies and copying give cop."""
    while (shorter := _shorter(word)) != word:
        word = shorter
        if not word.endswith(("e", "y")):
            break
    return word[:LONGEST_ROOT]


def _shorter(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            left = word[: -len(ending)]
            return left[:-1] if len(ending) > 1 and len(left) > 3 and _DOUBLED.search(left) else left
    return word


def words_of(text: str) -> frozenset[str]:
    """The roots of the telling words of a text."""
    return frozenset(_roots(text))


def _roots(text: str) -> list[str]:
    found = re.findall(r"[a-z]+", text.lower().replace("’", "").replace("'", ""))
    return [root(word) for word in found if word not in _IDLE and len(word) > 1]


def weights(*, title: str, tasks: Iterable[str], text: str) -> dict[str, int]:
    """The roots of a profile and what each weighs there: most in the title, more in a task than elsewhere."""
    found: Counter[str] = Counter()
    for each in _roots(title):
        found[each] += IN_TITLE
    for task in tasks:
        for each in set(_roots(task)):
            found[each] += IN_TASK
    for each in set(_roots(text)):
        found[each] += IN_TEXT
    return {each: min(weight, MOST) for each, weight in found.items()}


def thesaurus(meanings: Sequence[str]) -> dict[str, frozenset[str]]:
    """For each root the roots that mean the same, from lines of one meaning each."""
    kin: dict[str, frozenset[str]] = {}
    for line in meanings:
        roots = words_of(line)
        for each in roots:
            kin[each] = kin.get(each, frozenset()) | roots
    return kin


def wanted(text: str, kin: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """What to look for when somebody types this: their own words first, then those that mean the same.

    A word of many meanings says little by each of them, so what it lends is shared out.
    """
    typed = words_of(text)
    found: dict[str, float] = {}
    for each in typed:
        others = kin.get(each, frozenset()) - typed
        for other in others:
            found[other] = max(found.get(other, 0.0), MEANT / (1 + len(others) / 12))
    return found | dict.fromkeys(typed, TYPED)


def scores(
    looked_for: Mapping[str, float], found: Iterable[tuple[str, int, int]], *, out_of: int
) -> list[tuple[float, int]]:
    """The best first: ``found`` are (root, profile, weight), ``out_of`` how many profiles there are.

    A word that few profiles have tells more than one that all have. What is far behind the best is left out.
    """
    rows = list(found)
    held = Counter(each for each, _, _ in rows)
    score: dict[int, float] = {}
    for each, profile, weight in rows:
        score[profile] = score.get(profile, 0.0) + looked_for[each] * weight * log(1 + out_of / held[each])
    best = max(score.values(), default=0)
    return sorted(((value, key) for key, value in score.items() if value * 4 >= best), key=lambda s: (-s[0], s[1]))

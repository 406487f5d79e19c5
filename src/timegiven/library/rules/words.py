"""Words that mean the same to somebody who looks for a role."""

import re

_IDLE = frozenset(
    "a an and are as at be by do for from have help helper in into is it of on or our out that the their them they "
    "this to up us we who will with you your someone something people volunteer role unit need needs police".split()
)
# Each line is one meaning: whoever types one of its words is shown roles that use another.
_KIN = (
    "archive archiving file files filing paper papers box record records store",
    "data type typing input enter spreadsheet survey figures statistics collate",
    "phone telephone call caller calls ring ringing answer",
    "research study analysis analyse survey read reading",
    "visitor visitors counter front desk reception greet triage public",
    "camera cameras cctv footage video film screen watch viewing disc",
    "victim victims witness witnesses court liaison",
    "press media news newspaper photograph photographer photo picture",
    "accountant accounts finance money budget fraud",
    "stall event events fair leaflet leaflets stand",
)


def root(word: str) -> str:
    """The beginning that the forms of a word share: files, filing and filed all give fil."""
    for ending in ("ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


_KIN_ROOTS = tuple(frozenset(root(word) for word in line.split()) for line in _KIN)


def words_of(text: str) -> frozenset[str]:
    """The roots of the telling words of a text."""
    return frozenset(root(word) for word in re.findall(r"[a-z]+", text.lower()) if word not in _IDLE and len(word) > 2)


def with_kin(roots: frozenset[str]) -> frozenset[str]:
    """These roots and those that mean the same."""
    return roots.union(*(kin for kin in _KIN_ROOTS if kin & roots))


def likeness(wanted: frozenset[str], *, title: str, text: str) -> int:
    """How well a profile fits the words somebody typed: the same word counts most, and most of all in the title."""
    kin = with_kin(wanted)
    in_title, in_text = words_of(title), words_of(text)
    return (
        6 * len(wanted & in_title) + 3 * len(kin & in_title - wanted) + 2 * len(wanted & in_text) + len(kin & in_text)
    )

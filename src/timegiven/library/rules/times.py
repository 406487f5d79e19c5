"""At which times of the day a role can be done, as its profile says it in words. Plain Python."""

import re

TIMES = {"morning": "Mornings", "afternoon": "Afternoons", "evening": "Evenings", "weekend": "Weekends"}
_EVERY = frozenset(TIMES)
_NOON, _EVENING = 12 * 60, 17 * 60

_WORDS = {
    "morning": ("morning",),
    "afternoon": ("afternoon",),
    "evening": ("evening", "night"),
    "weekend": ("weekend", "saturday", "sunday"),
}
_ALL_DAY = re.compile(r"office hours|daytime|working day|all day")
_ANY = re.compile(r"\bany\b|flexible|whenever|suit|to be agreed|agreed with")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap])m|\b(noon|midday|midnight)\b")
_DAYS = re.compile(r"weekday|monday|tuesday|wednesday|thursday|friday")


def times_in(text: str) -> frozenset[str]:
    """Morning, afternoon, evening, weekend: those that the words name; all of them where they leave it open."""
    said = text.lower()
    found = {time for time, words in _WORDS.items() if any(word in said for word in words)}
    if _ALL_DAY.search(said):
        found |= {"morning", "afternoon"}
    found |= _by_the_clock(said)
    if _ANY.search(said) and not found:
        return _EVERY
    if _DAYS.search(said) and not found:
        return frozenset({"morning", "afternoon"})
    return frozenset(found) or _EVERY


def _by_the_clock(said: str) -> set[str]:
    """10am to 2pm is a morning and an afternoon. Each two times are a beginning and an end."""
    moments = [_minutes(*found.groups()) for found in _CLOCK.finditer(said)]
    found = set()
    for begins, until in zip(moments[::2], moments[1::2], strict=False):
        ends = until if until > begins else 24 * 60
        if begins < _NOON:
            found.add("morning")
        if begins < _EVENING and ends > _NOON:
            found.add("afternoon")
        if ends > _EVENING:
            found.add("evening")
    return found


def _minutes(hour: str | None, minute: str | None, half: str | None, word: str | None) -> int:
    if word:
        return 24 * 60 if word == "midnight" else _NOON
    return (int(hour or 0) % 12 + (12 if half == "p" else 0)) * 60 + int(minute or 0)

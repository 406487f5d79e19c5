"""Hints under questions are written alike: a single sentence has no full stop, of several each has one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CHAPTERS = Path(__file__).resolve().parent.parent / "src" / "timegiven"
ANOTHER = re.compile(r"[.?!]”? [A-Z“]")  # where one sentence ends and another begins


def is_amiss(hint: str) -> bool:
    if ANOTHER.search(hint):
        return not hint.rstrip("”)").endswith((".", "?", "!"))
    return hint.endswith(".")


def test_a_hint_ends_like_its_neighbours() -> None:
    hints = list(_hints())

    amiss = [f"{file}: {hint}" for file, hint in hints if is_amiss(hint)]

    assert (amiss, len(hints) > 150) == ([], True)


def test_a_hint_that_does_not_is_found() -> None:
    said = ["For example, 27 3 1945", "We ring whoever has no email.", "Look. It is there", "Look. It is there."]
    assert [is_amiss(hint) for hint in said] == [False, True, True, False]


def _hints() -> Iterator[tuple[str, str]]:
    """What is written in the code as ``hint=`` of a question."""
    for file in sorted([*CHAPTERS.glob("*/forms.py"), *CHAPTERS.glob("*/forms/*.py")]):
        for call in (each for each in ast.walk(ast.parse(file.read_text())) if isinstance(each, ast.Call)):
            for word in call.keywords:
                if word.arg == "hint" and isinstance(word.value, ast.Constant):
                    yield str(file.relative_to(CHAPTERS)), str(word.value.value)

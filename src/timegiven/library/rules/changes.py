"""What is different between two versions of a role, as tracked changes and in plain words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "added", "removed", "changed"]
ALIKE = 0.5  # of the words of two tasks: from here on it is one task, changed


@dataclass(frozen=True)
class TaskLine:
    """A task with the names of its marks."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """All that a version says, in words: single facts by their name, its tasks, and lists by their name."""

    facts: Mapping[str, str] = field(default_factory=dict)
    tasks: tuple[TaskLine, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Piece:
    """Some words that stayed, came or went."""

    kind: Literal["same", "added", "removed"]
    text: str


@dataclass(frozen=True)
class Change:
    """One part of the profile, before and after; ``part`` is its name, "Tasks" for a task."""

    part: str
    kind: Kind
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()
    marks_added: tuple[str, ...] = ()
    marks_removed: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The change in plain words, for a letter."""
        if self.part == "Tasks":
            return _task_sentence(self)
        if self.kind == "added":
            return f"{self.part}: now “{self.after}”. Nothing was said about it before."
        if self.kind == "removed":
            return f"{self.part}: no longer “{self.before}”."
        return f"{self.part}: was “{self.before}”, now “{self.after}”."


def tracked(old: Content, new: Content) -> list[Change]:
    """Everything that either version says, in the order of the newer, with what stayed the same."""
    return [*_facts(old.facts, new.facts), *_tasks(old.tasks, new.tasks), *_lists(old.lists, new.lists)]


def changes(old: Content, new: Content) -> list[Change]:
    """What is different, and nothing else: tasks first, for they are what a volunteer does (clause 57)."""
    different = [each for each in tracked(old, new) if each.kind != "same"]
    return sorted(different, key=lambda each: each.part != "Tasks")


def tasks_in_both(old: Sequence[TaskLine], new: Sequence[TaskLine]) -> list[str]:
    """The tasks that are the same, marks too, in both: until a volunteer confirms the new version, only these."""
    before = {(_plain(task.text), task.marks) for task in old}
    return [task.text for task in new if (_plain(task.text), task.marks) in before]


def word_by_word(before: str, after: str) -> tuple[Piece, ...]:
    """The words that stayed, went and came, in reading order."""
    then, now = _words(before), _words(after)
    found: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Piece("same", "".join(then[a:b])))
            continue
        found += [Piece("removed", "".join(then[a:b]))] if a < b else []
        found += [Piece("added", "".join(now[c:d]))] if c < d else []
    return tuple(found)


def _words(text: str) -> list[str]:
    return re.findall(r"\s*\S+", text)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _facts(old: Mapping[str, str], new: Mapping[str, str]) -> list[Change]:
    return [_fact(name, old.get(name, ""), new.get(name, "")) for name in dict.fromkeys([*new, *old])]


def _fact(name: str, before: str, after: str) -> Change:
    if before == after:
        return Change(name, "same", before, after, (Piece("same", after),) if after else ())
    kind: Kind = "added" if not before else "removed" if not after else "changed"
    return Change(name, kind, before, after, word_by_word(before, after))


def _lists(old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]) -> list[Change]:
    found = []
    for name in dict.fromkeys([*new, *old]):
        lines = _pairs([TaskLine(each) for each in old.get(name, ())], [TaskLine(each) for each in new.get(name, ())])
        found += [_line(name, before, after) for before, after in lines]
    return found


def _tasks(old: Sequence[TaskLine], new: Sequence[TaskLine]) -> list[Change]:
    return [_line("Tasks", before, after) for before, after in _pairs(old, new)]


def _line(part: str, before: TaskLine | None, after: TaskLine | None) -> Change:
    if before is None:
        came_in = after or TaskLine("")
        return Change(part, "added", "", came_in.text, (Piece("added", came_in.text),), marks_added=came_in.marks)
    if after is None:
        return Change(part, "removed", before.text, "", (Piece("removed", before.text),), marks_removed=before.marks)
    came = tuple(mark for mark in after.marks if mark not in before.marks)
    went = tuple(mark for mark in before.marks if mark not in after.marks)
    is_same = _plain(before.text) == _plain(after.text)
    kind: Kind = "same" if is_same and not came and not went else "changed"
    pieces = (Piece("same", after.text),) if is_same else word_by_word(before.text, after.text)
    return Change(part, kind, before.text, after.text, pieces, came, went)


def _pairs(old: Sequence[TaskLine], new: Sequence[TaskLine]) -> list[tuple[TaskLine | None, TaskLine | None]]:
    """Which line of the one is which of the other, in the newer order; what went stands where it stood."""
    mate = _mates(old, new)
    gone = [index for index in range(len(old)) if index not in mate.values()]
    found: list[tuple[TaskLine | None, TaskLine | None]] = []
    for index, line in enumerate(new):
        ahead = next((mate[each] for each in range(index, len(new)) if each in mate), len(old))
        found += [(old[each], None) for each in gone if each < ahead]
        gone = [each for each in gone if each >= ahead]
        found.append((old[mate[index]] if index in mate else None, line))
    return [*found, *((old[each], None) for each in gone)]


def _mates(old: Sequence[TaskLine], new: Sequence[TaskLine]) -> dict[int, int]:
    """For each new line the old one that it came from: the same words first, then the most alike."""
    scores = sorted(
        ((-_alike(then.text, now.text), n, o) for n, now in enumerate(new) for o, then in enumerate(old)),
        key=lambda each: each,
    )
    mate: dict[int, int] = {}
    for score, n, o in scores:
        if -score >= ALIKE and n not in mate and o not in mate.values():
            mate[n] = o
    return mate


def _alike(before: str, after: str) -> float:
    """0 to 1: which share of the words two lines have in common, in the same order."""
    then, now = _plain(before), _plain(after)
    return 1.0 if then == now else 0.99 * SequenceMatcher(None, then.split(), now.split(), autojunk=False).ratio()


def _task_sentence(change: Change) -> str:
    if change.kind == "added":
        return f"New task: {_stop(change.after)}{_with_marks(change.marks_added)}"
    if change.kind == "removed":
        return f"No longer a task: {_stop(change.before)}"
    words = "" if _plain(change.before) == _plain(change.after) else f" It was: {_stop(change.before)}"
    came = f" New about it: {_several(change.marks_added)}." if change.marks_added else ""
    went = f" No longer: {_several(change.marks_removed)}." if change.marks_removed else ""
    return f"Changed task: {_stop(change.after)}{words}{came}{went}"


def _with_marks(marks: Sequence[str]) -> str:
    return f" To know about it: {_several(marks)}." if marks else ""


def _several(marks: Sequence[str]) -> str:
    return ", ".join(mark if mark.isupper() else mark[:1].lower() + mark[1:] for mark in marks)


def _stop(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else text + "."

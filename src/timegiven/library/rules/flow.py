"""The role creation flowchart, laid out from the table of moves: where each state stands, and the arrows between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

WIDE, TALL = 224, 76  # a box
ACROSS, DOWN = 274, 128  # from one box to the next
LEFT, TOP = 8, 96
LONGEST_LINE = 23  # letters of a title in a box
MANY = 3  # from so many states a move is told in words instead of arrows

Moves = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Box:
    """A state in the drawing, in its own units."""

    status: str
    x: int
    y: int
    lines: tuple[str, ...]
    desk: str
    is_end: bool
    sources: tuple[str, ...] = ()  # from where it is reached, when there are too many for arrows


@dataclass(frozen=True)
class Arrow:
    """A move: the points of its line, and the word beside it."""

    points: tuple[tuple[int, int], ...]
    words: str
    x: int
    y: int
    anchor: str

    @property
    def path(self) -> str:
        return "M" + " L".join(f"{x} {y}" for x, y in self.points)


@dataclass(frozen=True)
class Drawing:
    """The whole picture."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    wide: int
    tall: int


@dataclass(frozen=True)
class Stay:
    """How long something was in one state, and at whose desk."""

    status: str
    desk: str
    began: datetime
    ended: datetime | None
    days: int


def main_path(moves: Moves) -> list[str]:
    """The way straight on: at each state the move from which the most still lies ahead."""
    path = [next(iter(moves))]
    while onward := [there for there in moves[path[-1]] if there not in path]:
        path.append(max(onward, key=lambda there: _ahead(moves, there, path)))
    return path


def _ahead(moves: Moves, status: str, gone: Sequence[str]) -> int:
    """How many states are ahead that have not been passed; what leads back leads nowhere."""
    onward = [there for there in moves[status] if there not in gone]
    if any(there in gone for there in moves[status]):
        return 0
    return 1 + max((_ahead(moves, there, [*gone, status]) for there in onward), default=0)


def drawing(
    moves: Moves, *, titles: Mapping[str, str], desks: Mapping[str, str], verbs: Mapping[tuple[str, str], str]
) -> Drawing:
    """The boxes on their places and the arrows between them; every state and every move of the table is in it."""
    places = _places(moves)
    sources = {there: tuple(here for here in moves if there in moves[here]) for there in moves}
    crowded = {there for there, here in sources.items() if len(here) >= MANY}
    boxes = tuple(
        Box(
            status,
            LEFT + column * ACROSS,
            TOP + row * DOWN,
            _wrapped(titles[status]),
            desks[status],
            not moves[status],
            tuple(titles[here] for here in sources[status]) if status in crowded else (),
        )
        for status, (column, row) in places.items()
    )
    arrows = tuple(
        _arrow(places[here], places[there], verbs.get((here, there), ""))
        for here in moves
        for there in moves[here]
        if there not in crowded
    )
    rows = max(row for _, row in places.values())
    return Drawing(boxes, arrows, LEFT * 2 + ACROSS * 2 + WIDE, TOP + rows * DOWN + TALL + LEFT)


def _places(moves: Moves) -> dict[str, tuple[int, int]]:
    """Column and row: straight on down the middle, what leads back on the left, what ends on the right."""
    path = main_path(moves)
    places = {status: (1, row) for row, status in enumerate(path)}
    for status in moves:
        if status in places:
            continue
        rows = [places[here][1] for here in path if status in moves[here]]
        column = 0 if any(there in places for there in moves[status]) else 2
        places[status] = (column, rows[0] if len(rows) < MANY else len(path) - 1)
    return places


def _arrow(here: tuple[int, int], there: tuple[int, int], words: str) -> Arrow:
    (column, row), (to_column, to_row) = here, there
    x, y = LEFT + column * ACROSS, TOP + row * DOWN
    to_x, to_y = LEFT + to_column * ACROSS, TOP + to_row * DOWN
    middle, half = x + WIDE // 2, TALL // 2
    if column == to_column:  # straight down
        return Arrow(((middle, y + TALL), (middle, to_y - 4)), words, middle + 12, y + TALL + 31, "start")
    if row == to_row:  # to the side
        begins, ends = (x, to_x + WIDE + 4) if to_x < x else (x + WIDE, to_x - 4)
        return Arrow(((begins, y + half), (ends, y + half)), words, (begins + ends) // 2, y - 8, "middle")
    # Back up: out at the top, and into the side of the box above.
    return Arrow(((middle, y), (middle, to_y + half), (to_x - 4, to_y + half)), words, middle - 12, y - 24, "end")


def _wrapped(title: str) -> tuple[str, ...]:
    lines = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LONGEST_LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)


def stays(steps: Sequence[tuple[str, datetime]], *, desks: Mapping[str, str], at: datetime) -> list[Stay]:
    """How long it was in each state that it reached, in whole days; in the last one until ``at``."""
    ends = [*(later for _, later in steps[1:]), None][: len(steps)]
    return [
        Stay(status, desks[status], began, ended, max(((ended or at) - began).days, 0))
        for (status, began), ended in zip(steps, ends, strict=True)
    ]


def days_at_desks(stayed: Sequence[Stay]) -> list[tuple[str, int]]:
    """The days at each desk, in the order in which it first came there."""
    total: dict[str, int] = {}
    for each in stayed:
        if each.desk:
            total[each.desk] = total.get(each.desk, 0) + each.days
    return list(total.items())

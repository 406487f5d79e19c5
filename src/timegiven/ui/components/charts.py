"""Bar charts as SVG without styles of their own: lengths are in per cent, so that words keep their size on a phone."""

from math import floor, log10

from timegiven.kernel import words

_TALL = 260


def bar_chart(chart: dict) -> dict:
    """A chart from ``{title, unit, rows: [(label, value)], horizontal}``, with the same numbers as a table."""
    rows = [(str(label), value) for label, value in chart["rows"]]
    top = round_top(max((value for _, value in rows), default=0))
    return {
        "title": chart["title"],
        "unit": chart.get("unit", ""),
        "label": chart.get("label", ""),
        "note": chart.get("note", ""),
        "rows": rows,
        "many": len(rows) > 6,
        "horizontal": bool(chart.get("horizontal")),
        "bars": _across(rows, top) if chart.get("horizontal") else _upright(rows, top),
        "ticks": [
            {"text": words.figure(tick), "at": _TALL - _TALL * part // 4, "part": part * 25}
            for part, tick in ticks(top)
        ],
        "tall": _TALL,
    }


def round_top(most: float) -> float:
    """The end of the scale: a round number not below the longest bar, that divides into four."""
    if most <= 4:
        return 4
    step = 10 ** floor(log10(most / 4))
    factors = (1, 2, 3, 4, 5, 6, 8, 10) if step < 10 else (1, 2, 2.5, 3, 4, 5, 6, 8, 10)
    return next(step * factor * 4 for factor in factors if step * factor * 4 >= most)


def ticks(top: float) -> list[tuple[int, float]]:
    """Five marks from nothing to the end of the scale."""
    marks = [top * part / 4 for part in range(5)]
    return [(part, int(mark) if float(mark).is_integer() else mark) for part, mark in enumerate(marks)]


def _upright(rows: list[tuple[str, float]], top: float) -> list[dict]:
    slot = 100 / max(len(rows), 1)
    bars = []
    for index, (label, value) in enumerate(rows):
        tall = _TALL * value / top
        bars.append(
            {
                "x": f"{slot * (index + 0.2):.2f}%",
                "wide": f"{slot * 0.6:.2f}%",
                "middle": f"{slot * (index + 0.5):.2f}%",
                "y": f"{_TALL - tall:.1f}",
                "tall": f"{tall:.1f}",
                "above": f"{_TALL - tall - 8:.1f}",
                "label": label,
                "value": words.figure(value),
                "last": index == len(rows) - 1,
                "odd": index % 2 != (len(rows) - 1) % 2,
            }
        )
    return bars


def _across(rows: list[tuple[str, float]], top: float) -> list[dict]:
    return [
        {"label": label, "value": words.figure(value), "wide": f"{100 * value / top:.2f}%"} for label, value in rows
    ]

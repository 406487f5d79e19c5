"""Bar charts as SVG without styles of their own: the geometry is here, the colours are in the style sheet."""

from math import ceil, floor, log10

WIDTH = 640
_BARS_HIGH = 280
_ROW = 36


def bar_chart(chart: dict, number: int = 0) -> dict:
    """A chart from ``{title, unit, rows: [(label, value)], horizontal}``, with the same numbers as a table."""
    rows = [(str(label), value) for label, value in chart["rows"]]
    shape = _across if chart.get("horizontal") else _upright
    top = _round_top(max((value for _, value in rows), default=0))
    return {
        "title": chart["title"],
        "unit": chart.get("unit", ""),
        "label": chart.get("label", ""),
        "note": chart.get("note", ""),
        "rows": rows,
        "horizontal": bool(chart.get("horizontal")),
        "width": WIDTH,
        **shape(rows, top),
    }


def _round_top(most: float) -> float:
    """The end of the scale: a round number not below the longest bar, that divides into four."""
    if most <= 4:
        return 4
    step = 10 ** floor(log10(most / 4))
    return next(step * factor * 4 for factor in (1, 2, 2.5, 5, 10) if step * factor * 4 >= most)


def _ticks(top: float) -> list[float]:
    return [int(tick) if float(tick).is_integer() else tick for tick in (top * part / 4 for part in range(5))]


def _upright(rows: list[tuple[str, float]], top: float) -> dict:
    left, head, foot = 56, 26, 34
    slot = (WIDTH - left) / max(len(rows), 1)
    wide = min(slot * 0.6, 64)
    base = head + _BARS_HIGH
    # Labels thin out before they collide.
    every = max(1, ceil(max((len(label) for label, _ in rows), default=1) * 8 / slot))
    return {
        "height": base + foot,
        "grid": [{"y": round(base - _BARS_HIGH * tick / top, 1), "text": f"{tick:,}"} for tick in _ticks(top)],
        "left": left,
        "bars": [
            {
                "x": round(left + slot * index + (slot - wide) / 2, 1),
                "y": round(base - _BARS_HIGH * value / top, 1),
                "wide": round(wide, 1),
                "tall": round(_BARS_HIGH * value / top, 1),
                "middle": round(left + slot * (index + 0.5), 1),
                "above": round(base - _BARS_HIGH * value / top - 8, 1),
                "below": base + 22,
                "label": label if index % every == 0 or index == len(rows) - 1 else "",
                "value": f"{value:,}" if slot > 34 else "",
                "last": index == len(rows) - 1,
            }
            for index, (label, value) in enumerate(rows)
        ],
    }


def _across(rows: list[tuple[str, float]], top: float) -> dict:
    left = min(max((len(label) for label, _ in rows), default=0) * 8 + 12, 240)
    most = WIDTH - left - 64
    base = len(rows) * _ROW + 4
    return {
        "height": base + 26,
        "base": base,
        "left": left,
        "grid": [{"x": round(left + most * tick / top, 1), "text": f"{tick:,}"} for tick in _ticks(top)],
        "bars": [
            {
                "x": left,
                "y": index * _ROW + 7,
                "wide": round(most * value / top, 1),
                "tall": _ROW - 14,
                "middle": index * _ROW + _ROW / 2 + 5,
                "end": round(left + most * value / top + 8, 1),
                "text_x": left - 10,
                "label": label,
                "value": f"{value:,}",
            }
            for index, (label, value) in enumerate(rows)
        ],
    }

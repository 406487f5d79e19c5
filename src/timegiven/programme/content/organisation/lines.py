"""Who answered to whom, and when: the same units read as 2007's tree or as today's."""

from datetime import date

from .boroughs import BCU_DATES, BCUS, BOROUGHS
from .force import GROUPS, JOINED, OCUS, TODAY_FROM
from .spec import Line, UnitSpec
from .stations import STATIONS
from .units import UNITS

# A headquarters unit that outlived its branch moved to one of these; for demonstration.
_MOVED_IN_2012 = {"CO": "SCO", "SCD": "SCO"}
_MOVED_IN_2018 = {"TP": "FLP", "SCO": "MO", "HRD": "CORP", "RES": "CORP", "DOI": "CORP", "DPA": "CORP", "DCC": "PROF"}


def bcu_of(borough_code: str) -> str:
    """The code of the BCU that holds this borough today."""
    return next(borough.bcu for borough in BOROUGHS if borough.code == borough_code)


def _borough_lines() -> list[Line]:
    lines = []
    for borough in BOROUGHS:
        moved = BCU_DATES[borough.bcu]
        end_of_tp = min(moved, TODAY_FROM)
        lines.append(Line(borough.code, "TP", borough.unit.from_on, end_of_tp))
        if end_of_tp < moved:
            # Between the end of Territorial Policing and its BCU a borough answered to the new branch.
            lines.append(Line(borough.code, "FLP", end_of_tp, moved))
        lines.append(Line(borough.code, borough.bcu, moved))
    return lines


def _steps(unit: UnitSpec) -> list[tuple[date, str]]:
    """Each branch that a headquarters unit or BCU answered to, with the day on which it began to."""
    steps = [(unit.from_on, unit.parent)]
    for day, moves in ((JOINED, _MOVED_IN_2012), (TODAY_FROM, _MOVED_IN_2018)):
        still_there = unit.until_on is None or unit.until_on > day
        if steps[-1][1] in moves and steps[-1][0] < day and still_there:
            steps.append((day, moves[steps[-1][1]]))
    return steps


def _stepped_lines(unit: UnitSpec) -> list[Line]:
    steps = _steps(unit)
    ends = [day for day, _ in steps[1:]] + [unit.until_on]
    return [Line(unit.code, above, day, end) for (day, above), end in zip(steps, ends, strict=True)]


def _steady_lines(units: tuple[UnitSpec, ...]) -> list[Line]:
    return [Line(unit.code, unit.parent, unit.from_on, unit.until_on) for unit in units]


LINES: tuple[Line, ...] = (
    *_steady_lines(GROUPS),
    *(line for unit in OCUS + BCUS for line in _stepped_lines(unit)),
    *_borough_lines(),
    *_steady_lines(STATIONS),
    *_steady_lines(UNITS),
)

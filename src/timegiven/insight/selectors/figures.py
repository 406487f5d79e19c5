"""The figures of a report to a committee, as they stand on a day: nobody can be picked out.

Everything is said in words and plain values, so that it can be kept with the report as it was.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from timegiven.engagement import selectors as engagement
from timegiven.hours import selectors as hours
from timegiven.insight import rules
from timegiven.insight.policies import FEWEST_PEOPLE, NEAREST, RETIRED_FROM, YOUNG_UNTIL
from timegiven.insight.selectors.value import compared
from timegiven.joining import selectors as joining
from timegiven.kernel.time import add_months, at_london, month_of
from timegiven.kernel.words import day as in_words
from timegiven.kernel.words import figure, month, pounds, several, so_many
from timegiven.library import selectors as library
from timegiven.library.models import RoleProfile
from timegiven.people import selectors as people
from timegiven.programme import selectors as programme
from timegiven.programme.models import Unit
from timegiven.programme.policy import all_on

AGES = (0, 18, 25, 35, 45, 55, 65, 75)
MOST_LINES = 6
BOROUGHS, OUTSIDE = "The boroughs", "Outside the boroughs"


@dataclass(frozen=True)
class Limits:
    """How people are counted."""

    fewest: int
    nearest: int

    def whole(self, count: int) -> str:
        """A count of all there are."""
        return rules.said(count, fewest=self.fewest)

    def part(self, count: int) -> str:
        """A count of some of them, rounded."""
        return rules.said(count, fewest=self.fewest, nearest=self.nearest)

    def rows(self, counts: Iterable[tuple[str, int]]) -> list[rules.Row]:
        return rules.rows_told(counts, fewest=self.fewest)


@dataclass(frozen=True)
class Year:
    """Twelve whole months: who gave time where, and how much."""

    first: date

    @property
    def until(self) -> date:
        return add_months(self.first, 12)

    def __str__(self) -> str:
        return f"{month(self.first)} to {month(add_months(self.first, 11))}"


def figures(day: date, *, with_comparator: bool = False) -> dict[str, Any]:
    """What the programme knows of itself on a day; the year is the twelve whole months before the day’s own."""
    fewest, nearest, young, retired = all_on(day, FEWEST_PEOPLE, NEAREST, YOUNG_UNTIL, RETIRED_FROM)
    limits, until = Limits(fewest, nearest), month_of(day)
    year, before = Year(add_months(until, -12)), Year(add_months(until, -24))
    return {
        "day": in_words(day),
        "year": str(year),
        "fewest": fewest,
        "nearest": nearest,
        **_volunteers(day, limits, young=young, retired=retired),
        **_where(day, year, before, limits),
        "work": _work(day),
        **_equality(year, limits),
        **_ideas(year),
        "hoping": limits.whole(engagement.number_hoping(day)),
        "comparator": _comparator(year) if with_comparator else None,
    }


def _volunteers(day: date, limits: Limits, *, young: int, retired: int) -> dict[str, Any]:
    with_us = list(people.volunteers_on(day).select_related("person").only("status", "person__born_on"))
    ages = [age for each in with_us if (age := each.person.age_on(day)) is not None]
    bands = rules.age_bands(ages, edges=AGES, fewest=limits.fewest)
    return {
        "volunteers": limits.whole(len(with_us)),
        "ages": [[row.label, limits.part(row.count)] for row in bands],
        "young_until": young,
        "young": limits.part(sum(1 for age in ages if age < young)),
        "retired_from": retired,
        "retired": limits.part(sum(1 for age in ages if age >= retired)),
    }


class _Places:
    """Which business group each borough and OCU belongs to on a day; the boroughs’ own is the home of the programme."""

    def __init__(self, day: date) -> None:
        self.units = {unit.pk: unit for unit in programme.boroughs()}
        groups = programme.groups_on(day)
        homes = {groups[key].name for key, unit in self.units.items() if self._is_borough(unit) and key in groups}
        self.home = several(sorted(homes)) or BOROUGHS
        self.names = {key: self._name(unit, groups.get(key), homes) for key, unit in self.units.items()}

    def _name(self, unit: Unit, group: Unit | None, homes: set[str]) -> str:
        if self._is_borough(unit) or (group is not None and group.name in homes):
            return self.home
        return group.name if group is not None else OUTSIDE

    @staticmethod
    def _is_borough(unit: Unit) -> bool:
        return unit.kind == Unit.Kind.BOROUGH

    def name_of(self, key: int) -> str:
        return self.names.get(key, OUTSIDE)


def _where(day: date, year: Year, before: Year, limits: Limits) -> dict[str, Any]:
    """Time and people by business group, this year and the year before, and what that says of the boroughs."""
    places = _Places(day)
    gave, gave_before = (hours.who_gave(each.first, each.until) for each in (year, before))
    minutes, minutes_before = (
        _by_group(hours.minutes_by_borough(each.first, each.until), places) for each in (year, before)
    )
    here, then = _people_by_group(gave, places), _people_by_group(gave_before, places)
    taking_part = {key for _, key in gave}
    named = [places.units[key] for key in taking_part if key in places.units]
    order = [places.home, *sorted(set(here) - {places.home})]
    told = limits.rows((name, len(here[name])) for name in order)
    return {
        "gave": limits.whole(len({person for person, _ in gave})),
        "hours": figure(sum(minutes.values()) // 60),
        "before": str(before),
        "home": places.home,
        "groups": [
            {
                "name": row.label,
                "people": limits.part(row.count),
                "hours": figure(sum(minutes[name] for name in row.keys) // 60),
                **_earlier(places.home, row, then, minutes_before, limits),
            }
            for row in told
        ],
        "boroughs": sorted(unit.name for unit in named if unit.kind == Unit.Kind.BOROUGH),
        "ocus": sorted(unit.name for unit in named if unit.kind == Unit.Kind.OCU),
        **_check(places.home, here, then, minutes, minutes_before, limits),
    }


def _earlier(
    home: str, row: rules.Row, then: dict[str, set[int]], minutes_before: Counter[str], limits: Limits
) -> dict[str, str]:
    """The year before: where few gave time, how much they gave is not told."""
    count = len(set().union(*(then[name] for name in row.keys)))
    given = figure(sum(minutes_before[name] for name in row.keys) // 60)
    is_told = (count == 0 or count >= limits.fewest) and not _few_elsewhere(home, then, limits)
    return {"people_before": limits.part(count), "hours_before": given if is_told else "not told"}


def _by_group(minutes: dict[int, int], places: _Places) -> Counter[str]:
    found: Counter[str] = Counter()
    for key, given in minutes.items():
        found[places.name_of(key)] += given
    return found


def _people_by_group(gave: set[tuple[int, int]], places: _Places) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for person, key in gave:
        found[places.name_of(key)].add(person)
    return found


def _check(
    home: str,
    here: dict[str, set[int]],
    then: dict[str, set[int]],
    minutes: Counter[str],
    minutes_before: Counter[str],
    limits: Limits,
) -> dict[str, Any]:
    """Whether the extension takes from the boroughs, in plain sentences (clause 147)."""
    now, earlier = minutes[home] // 60, minutes_before[home] // 60
    if len(then[home]) < limits.fewest or len(here[home]) < limits.fewest:
        few = "There are too few volunteers in one of the two years to compare the boroughs with the year before."
        return {"check": [few], "boroughs_fell": False}
    elsewhere = set().union(*(found for name, found in here.items() if name != home))
    left_for = len((then[home] & elsewhere) - here[home])
    fell = now < earlier
    way = "less" if fell else "more"
    change = abs(now - earlier) * 100 // max(earlier, 1)
    told = [
        *_amounts(home, (here, then), (now, earlier), limits),
        f"The time given there is {change or 'less than 1'} per cent {way} than in the year before."
        if now != earlier
        else "As much was given there as in the year before.",
        f"Of those who gave time there in the year before, {limits.part(left_for)} gave it only elsewhere this year.",
        "So the extension may be taking from the boroughs: below is said what is made of it."
        if fell
        else "So nothing here says that the extension takes from the boroughs.",
    ]
    return {"check": told, "boroughs_fell": fell}


def _amounts(
    home: str, people: tuple[dict[str, set[int]], dict[str, set[int]]], given: tuple[int, int], limits: Limits
) -> list[str]:
    """How much was given in the boroughs, unless what few gave elsewhere could be found by taking it from the whole."""
    if any(_few_elsewhere(home, each, limits) for each in people):
        return [f"Nearly all time is given in {home}: so few give it elsewhere that the two are not told apart."]
    here, then = (limits.part(len(each[home])) for each in people)
    now, earlier = (so_many(each, "hour") for each in given)
    return [f"In {home}, {here} volunteers gave {now}, after {then} volunteers and {earlier} in the year before."]


def _few_elsewhere(home: str, people: dict[str, set[int]], limits: Limits) -> bool:
    """Whether some gave time outside the boroughs, and too few to be told of."""
    return 0 < len(set().union(*(found for name, found in people.items() if name != home))) < limits.fewest


def _work(day: date) -> list[list[str]]:
    """How many roles of each kind are approved and in force: roles, not people."""
    kinds = Counter(library.register(day).values_list("profile__category", flat=True))
    return [[str(label), figure(kinds[key])] for key, label in RoleProfile.Category.choices if kinds[key]]


def _equality(year: Year, limits: Limits) -> dict[str, Any]:
    """What applicants of the year answered, without a name; in shares of the rounded counts."""
    answered, asked = joining.equality_answers(year.first, year.until)
    questions = [
        {"title": each.title, "rows": _shares(each, limits)}
        for each in asked
        if answered >= limits.fewest and limits.rows(each.counts)
    ]
    return {"answered": limits.whole(answered), "questions": questions, "minority_share": _minority(asked[0], limits)}


def _shares(asked: joining.Asked, limits: Limits) -> list[list[str]]:
    rows = limits.rows(asked.counts)
    rounded = [(row.label, rules.rounded(row.count, limits.nearest)) for row in rows]
    whole = sum(count for _, count in rounded)
    return [[label, limits.part(count), f"{round(count * 100 / whole)} per cent"] for label, count in rounded]


def _minority(ethnic: joining.Asked, limits: Limits) -> str:
    """The share who are not White, as the report of 2007 counted people of black and minority ethnic origin."""
    counts = dict(ethnic.counts)
    white = counts.pop("White", 0)
    both = [("White", white), ("Other", sum(counts.values()))]
    rows = {row.label: rules.rounded(row.count, limits.nearest) for row in limits.rows(both)}
    return f"{round(rows['Other'] * 100 / sum(rows.values()))} per cent" if {"White", "Other"} <= set(rows) else ""


def _ideas(year: Year) -> dict[str, Any]:
    span = at_london(year.first, time()), at_london(year.until, time())
    became = engagement.ideas_answered(*span)
    answered, taken_up = sum(became.values()), became.get("DONE", 0) + became.get("TRYING", 0)
    said = f"In that year {so_many(answered, 'idea')} of volunteers got an answer, and {figure(taken_up)} of them "
    return {
        "ideas_said": f"{said}{'is' if taken_up == 1 else 'are'} tried or done."
        if answered
        else "In that year no idea of a volunteer was answered.",
        "ideas": engagement.ideas_done(*span)[:MOST_LINES],
    }


def _comparator(year: Year) -> list[str]:
    found = compared(year.first, year.until)
    return [pounds(found.low), pounds(found.high)]

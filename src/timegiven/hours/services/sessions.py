"""Enter the minutes of thousands of sessions at once, by the rules of ``give`` and under the same locks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F

from timegiven.hours import rules
from timegiven.hours.models import Closing, Entry, Month, Total
from timegiven.kernel import bulk
from timegiven.kernel.references import new_references
from timegiven.people.models import Person

PersonMonth = tuple[int, date]
Cap = Callable[[int, date], int]  # the most minutes of this person in the month of this day


class SessionGift(NamedTuple):
    """Minutes that one person gave on a London day; the rows that it concerns by their keys."""

    person: int
    borough: int
    strand: int
    unit: int
    on: date
    minutes: int
    source: str
    profile: str
    month: PersonMonth


class Held(NamedTuple):
    """Months that are locked until the transaction ends: their keys, and the minutes given in each."""

    keys: dict[PersonMonth, int]
    given: dict[PersonMonth, int]


def hold_months(months: Iterable[PersonMonth], *, cap: Cap) -> Held:
    """Hold the months of many people still, always in the same order; those that are not there yet are begun."""
    wanted = sorted(set(months))
    begun: dict[str, Sequence[Any]] = {
        "person_id": [each[0] for each in wanted],
        "starts_on": [each[1] for each in wanted],
        "cap_minutes": [cap(*each) for each in wanted],
        "minutes": [0] * len(wanted),
    }
    bulk.write_missing(Month, begun)
    people, starts = {each[0] for each in wanted}, {each[1] for each in wanted}
    locked = Month.objects.select_for_update().filter(person__in=people, starts_on__in=starts)
    rows = locked.order_by("person_id", "starts_on").values_list("person_id", "starts_on", "pk", "minutes")
    kept = {(person, start): (key, minutes) for person, start, key, minutes in rows}
    return Held({each: kept[each][0] for each in wanted}, {each: kept[each][1] for each in wanted})


@transaction.atomic
def give_sessions(gifts: Sequence[SessionGift], held: Held, *, cap: Cap, by: Person, at: datetime) -> list[int]:
    """Enter all of these sessions, whose months are held; return the keys of the entries, in their order.

    Raises NotAllowed, and enters nothing, when a month would pass its cap or is closed.
    """
    _fill_months(gifts, held, cap)
    _add_up(gifts)
    keys = bulk.new_keys(Entry, len(gifts))
    columns: dict[str, Sequence[Any]] = {
        "id": keys,
        "reference": new_references(len(gifts)),
        "month_id": [held.keys[gift.month] for gift in gifts],
        "person_id": [gift.person for gift in gifts],
        "borough_id": [gift.borough for gift in gifts],
        "unit_id": [gift.unit for gift in gifts],
        "strand_id": [gift.strand for gift in gifts],
        "on": [gift.on for gift in gifts],
        "minutes": [gift.minutes for gift in gifts],
        "source": [gift.source for gift in gifts],
        "profile": [gift.profile for gift in gifts],
    }
    bulk.write(Entry, columns, kind=Entry.Kind.SESSION, by_id=by.pk, at=at)
    return keys


def _fill_months(gifts: Sequence[SessionGift], held: Held, cap: Cap) -> None:
    """Check each against the cap of its day, one after the other, and write what the months come to."""
    given, caps = dict(held.given), {}
    for gift in gifts:
        caps[gift.month] = most = cap(gift.person, gift.on)
        rules.check_cap(given=given[gift.month], more=gift.minutes, cap=most, starts_on=gift.month[1])
        given[gift.month] += gift.minutes
    months = sorted(caps)
    told = {"minutes": [given[each] for each in months], "cap_minutes": [caps[each] for each in months]}
    bulk.change(Month, [held.keys[each] for each in months], told)


def _add_up(gifts: Sequence[SessionGift]) -> None:
    """Move the totals, locked in one order after the months, and refuse a month that is closed."""
    more: dict[tuple[int, int, date], int] = defaultdict(int)
    for gift in gifts:
        more[gift.borough, gift.strand, gift.month[1]] += gift.minutes
    starts = {each[2] for each in more}
    closed = dict(Closing.objects.filter(starts_on__in=starts).values_list("starts_on", "closed_at"))
    new = (Total(borough_id=b, strand_id=s, starts_on=on, closed_at=closed.get(on)) for b, s, on in sorted(more))
    Total.objects.bulk_create(new, ignore_conflicts=True)
    locked = Total.objects.select_for_update().filter(starts_on__in=starts, borough__in={each[0] for each in more})
    for total in locked.order_by("borough_id", "strand_id", "starts_on"):
        minutes = more.get((total.borough_id, total.strand_id, total.starts_on))
        if minutes is not None:
            rules.check_open(starts_on=total.starts_on, is_closed=total.closed_at is not None, why="")
            Total.objects.filter(pk=total.pk).update(minutes=F("minutes") + minutes)

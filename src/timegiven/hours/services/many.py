"""Enter the time of very many people at once, by the rules of ``give`` and under the same locks: all of it, or none."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F

from timegiven.hours import rules
from timegiven.hours.models import Closing, Entry, Month, Total
from timegiven.kernel import bulk
from timegiven.kernel.among import Among
from timegiven.kernel.references import new_references
from timegiven.kernel.refusals import NotAllowed
from timegiven.people.models import Person

PersonMonth = tuple[int, date]  # a person and the first day of a month
Cap = Callable[[int, int, date], int]  # the most minutes of a person, in a strand, in the month of a day


class Gift(NamedTuple):
    """Minutes that one person gave on a London day, and the reference of what says so; other rows by their keys."""

    person: int
    borough: int
    strand: int
    month: PersonMonth
    on: date
    minutes: int
    source: str
    unit: int | None = None
    profile: str = ""


class Held(NamedTuple):
    """Months that are locked until the transaction ends: their keys, and the minutes given in each."""

    keys: dict[PersonMonth, int]
    given: dict[PersonMonth, int]


class Refusals(NotAllowed):
    """What stands in the way of some of many, by their place in the list; as a sentence it is the first of them."""

    def __init__(self, by_place: Mapping[int, NotAllowed]) -> None:
        first = by_place[min(by_place)]
        super().__init__(first.reason, next_step=first.next_step, ask=first.ask)
        self.by_place = by_place


def hold_months(wanted: Mapping[PersonMonth, int], *, cap: Cap) -> Held:
    """Hold months of people, given with the person's strand, still until the transaction ends; begin those missing.

    Whoever holds several takes them in the same order, so that two never wait for each other.
    """
    months = sorted(wanted)
    begun: dict[str, Sequence[Any]] = {
        "person_id": [person for person, _ in months],
        "starts_on": [starts_on for _, starts_on in months],
        "cap_minutes": [cap(person, wanted[person, starts_on], starts_on) for person, starts_on in months],
        "minutes": [0] * len(months),
    }
    bulk.write_missing(Month, begun)
    people, starts = Among({person for person, _ in months}), {starts_on for _, starts_on in months}
    locked = Month.objects.select_for_update().filter(person__in=people, starts_on__in=starts)
    rows = locked.order_by("person_id", "starts_on").values_list("person_id", "starts_on", "pk", "minutes")
    kept = {(person, starts_on): (key, minutes) for person, starts_on, key, minutes in rows}
    return Held({each: kept[each][0] for each in months}, {each: kept[each][1] for each in months})


@transaction.atomic
def give_many(
    gifts: Sequence[Gift], *, kind: str, cap: Cap, by: Person, at: datetime, why: str = "", held: Held | None = None
) -> list[int]:
    """Enter minutes given by many people; return the keys of the entries, in the order of the gifts.

    Raises Refusals, and enters nothing, when a month has no room or is closed. The months are held first, unless the
    caller has ``held`` them, and the totals after them, as ``give`` does. ``why`` is wanted for months that have been
    closed.
    """
    held = held or hold_months({gift.month: gift.strand for gift in gifts}, cap=cap)
    closed = _add_up(gifts)
    _fill_months(gifts, held, cap, closed, why)
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
        "is_after_closing": [gift.month[1] in closed for gift in gifts],
        "why": [why[:200] if gift.month[1] in closed else "" for gift in gifts],
    }
    bulk.write(Entry, columns, kind=kind, by_id=by.pk, at=at)
    return keys


def _fill_months(gifts: Sequence[Gift], held: Held, cap: Cap, closed: set[date], why: str) -> None:
    """Check each against the cap of its day, one after the other, and write what the months come to."""
    given, caps = dict(held.given), {}
    refused: dict[int, NotAllowed] = {}
    for place, gift in enumerate(gifts):
        starts_on = gift.month[1]
        caps[gift.month] = most = cap(gift.person, gift.strand, gift.on)
        try:
            rules.check_cap(given=given[gift.month], more=gift.minutes, cap=most, starts_on=starts_on)
            rules.check_open(starts_on=starts_on, is_closed=starts_on in closed, why=why)
        except NotAllowed as refusal:
            refused[place] = refusal
        else:
            given[gift.month] += gift.minutes
    if refused:
        raise Refusals(refused)
    months = sorted(caps)
    told = {"minutes": [given[each] for each in months], "cap_minutes": [caps[each] for each in months]}
    bulk.change(Month, [held.keys[each] for each in months], told)


def _add_up(gifts: Iterable[Gift]) -> set[date]:
    """Move the totals, locked in one order after the months; return which of the months have been closed."""
    more: dict[tuple[int, int, date], int] = defaultdict(int)
    for gift in gifts:
        more[gift.borough, gift.strand, gift.month[1]] += gift.minutes
    starts = {each[2] for each in more}
    closed = dict(Closing.objects.filter(starts_on__in=starts).values_list("starts_on", "closed_at"))
    new = (Total(borough_id=b, strand_id=s, starts_on=on, closed_at=closed.get(on)) for b, s, on in sorted(more))
    Total.objects.bulk_create(new, ignore_conflicts=True)
    found = set()
    locked = Total.objects.select_for_update().filter(starts_on__in=starts, borough__in={each[0] for each in more})
    for total in locked.order_by("borough_id", "strand_id", "starts_on"):
        minutes = more.get((total.borough_id, total.strand_id, total.starts_on))
        if minutes is not None:
            Total.objects.filter(pk=total.pk).update(minutes=F("minutes") + minutes)
            if total.closed_at is not None:
                found.add(total.starts_on)
    return found

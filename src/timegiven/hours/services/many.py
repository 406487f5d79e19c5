"""Enter the time of many people at once: all of it, or none, with a few questions for any number of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from timegiven.hours import rules, selectors
from timegiven.hours.models import Entry, Month
from timegiven.hours.services.ledger import add_up
from timegiven.kernel.refusals import NotAllowed
from timegiven.kernel.time import month_of
from timegiven.people.models import Person, Volunteer

_Key = tuple[int, date]  # a person and the first day of a month
_AT_ONCE = 500


@dataclass(frozen=True)
class Gift:
    """What one person gave on one day, and the reference of what says so."""

    volunteer: Volunteer
    on: date
    minutes: int
    source: str

    @property
    def month(self) -> _Key:
        return self.volunteer.person_id, month_of(self.on)


class Refusals(NotAllowed):
    """What stands in the way of some of many, by their place in the list; as a sentence it is the first of them."""

    def __init__(self, by_place: Mapping[int, NotAllowed]) -> None:
        first = by_place[min(by_place)]
        super().__init__(first.reason, next_step=first.next_step, ask=first.ask)
        self.by_place = by_place


@transaction.atomic
def give_many(gifts: Sequence[Gift], *, kind: str, by: Person, at: datetime, why: str = "") -> None:
    """Enter minutes given by many people. Raises Refusals, and enters nothing, when a month has no room or is closed.

    The months are held first, by person, and the totals after them, as ``give`` does. ``why`` is wanted for months
    that have been closed.
    """
    months, caps = _held(gifts)
    closed = _moved_totals(gifts)
    refused: dict[int, NotAllowed] = {}
    added: dict[_Key, int] = defaultdict(int)
    entries = []
    for place, gift in enumerate(gifts):
        month, cap, is_closed = months[gift.month], caps[gift.month], gift.month[1] in closed
        try:
            rules.check_cap(given=month.minutes, more=gift.minutes, cap=cap, starts_on=month.starts_on)
            rules.check_open(starts_on=month.starts_on, is_closed=is_closed, why=why)
        except NotAllowed as refusal:
            refused[place] = refusal
            continue
        month.minutes += gift.minutes
        added[gift.month] += gift.minutes
        entries.append(_entry(gift, month, kind=kind, by=by, at=at, why=why if is_closed else ""))
    if refused:
        raise Refusals(refused)
    alike: dict[tuple[int, int], list[int]] = defaultdict(list)  # what is added and the cap: one question for each
    for key, minutes in added.items():
        alike[minutes, caps[key]].append(months[key].pk)
    for (minutes, cap), pks in alike.items():
        Month.objects.filter(pk__in=pks).update(minutes=F("minutes") + minutes, cap_minutes=cap)
    Entry.objects.bulk_create(entries, batch_size=_AT_ONCE)


def _held(gifts: Iterable[Gift]) -> tuple[dict[_Key, Month], dict[_Key, int]]:
    """The months of all these, locked in one order, and how long each may be."""
    volunteers: dict[date, dict[int, Volunteer]] = defaultdict(dict)
    for gift in gifts:
        volunteers[gift.month[1]][gift.month[0]] = gift.volunteer
    months: dict[_Key, Month] = {}
    caps: dict[_Key, int] = {}
    for first, theirs in sorted(volunteers.items()):
        signed = selectors.signed_for(theirs, first)
        usual = {strand: selectors.cap_on(first, strand) for strand in {each.strand for each in theirs.values()}}
        caps |= {(pk, first): max(usual[each.strand], signed.get(pk, 0)) for pk, each in theirs.items()}
        Month.objects.bulk_create(
            (Month(person_id=pk, starts_on=first, cap_minutes=caps[pk, first]) for pk in sorted(theirs)),
            ignore_conflicts=True,
        )
        locked = Month.objects.select_for_update().filter(person__in=theirs, starts_on=first).order_by("person")
        months |= {(each.person_id, first): each for each in locked}
    return months, caps


def _moved_totals(gifts: Iterable[Gift]) -> set[date]:
    """Move the totals of boroughs and strands; return which of the months have been closed."""
    together: dict[tuple[date, int, int], int] = defaultdict(int)
    for gift in gifts:
        together[gift.month[1], gift.volunteer.borough_id, gift.volunteer.strand_id] += gift.minutes
    return {
        first
        for (first, borough, strand), minutes in sorted(together.items())
        if add_up(borough, strand, first, minutes)
    }


def _entry(gift: Gift, month: Month, *, kind: str, by: Person, at: datetime, why: str) -> Entry:
    return Entry(
        month=month,
        person_id=gift.volunteer.person_id,
        borough_id=gift.volunteer.borough_id,
        strand_id=gift.volunteer.strand_id,
        on=gift.on,
        minutes=gift.minutes,
        kind=kind,
        source=gift.source,
        by=by,
        at=at,
        is_after_closing=bool(why),
        why=why[:200],
    )

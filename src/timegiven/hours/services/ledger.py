"""Enter minutes in the ledger, under the month's cap, safely beside other writers."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Sum
from django.db.models.functions import TruncMonth

from timegiven.hours import rules, selectors
from timegiven.hours.models import Closing, Entry, Month, Total
from timegiven.hours.policies import COUNTS_TRAVEL
from timegiven.kernel.time import month_of
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Unit


@transaction.atomic
def give(
    volunteer: Volunteer,
    *,
    on: date,
    minutes: int,
    kind: str,
    source: str,
    by: Person,
    at: datetime,
    ask: str = "",
    unit: Unit | None = None,
    profile: str = "",
    why: str = "",
) -> Entry:
    """Enter ``minutes`` given on a London day. Raises NotAllowed when the month would pass its cap.

    The month's row is locked first, so of two reports sent at once the second sees the first. ``why`` is wanted for
    a month that has been closed.
    """
    if kind == Entry.Kind.TRAVEL:
        rules.check_counts(kind=kind, counts_travel=COUNTS_TRAVEL.on(on, volunteer.strand))
    cap = selectors.cap_for(volunteer.person, on, volunteer.strand)
    month = _locked(volunteer.person, on, cap)
    rules.check_cap(given=month.minutes, more=minutes, cap=cap, starts_on=month.starts_on, ask=ask)
    Month.objects.filter(pk=month.pk).update(minutes=month.minutes + minutes, cap_minutes=cap)
    is_closed = add_up(volunteer.borough_id, volunteer.strand_id, month.starts_on, minutes)
    rules.check_open(starts_on=month.starts_on, is_closed=is_closed, why=why, ask=ask)
    return Entry.objects.create(
        month=month,
        person=volunteer.person,
        borough=volunteer.borough,
        unit=unit,
        strand=volunteer.strand,
        on=on,
        minutes=minutes,
        kind=kind,
        source=source,
        profile=profile,
        by=by,
        at=at,
        is_after_closing=is_closed,
        why=why,
    )


@transaction.atomic
def take_back(entry: Entry, *, by: Person, at: datetime, why: str = "") -> Entry:
    """Enter the opposite of an entry that a correction replaces; both stay on record."""
    month = _locked(entry.person, entry.on, entry.month.cap_minutes)
    Month.objects.filter(pk=month.pk).update(minutes=month.minutes - entry.minutes)
    is_closed = add_up(entry.borough_id, entry.strand_id, month.starts_on, -entry.minutes)
    rules.check_open(starts_on=month.starts_on, is_closed=is_closed, why=why)
    return Entry.objects.create(
        month=month,
        person=entry.person,
        borough=entry.borough,
        unit=entry.unit,
        strand=entry.strand,
        on=entry.on,
        minutes=-entry.minutes,
        kind=entry.kind,
        source=entry.source,
        profile=entry.profile,
        by=by,
        at=at,
        is_after_closing=is_closed,
        why=why,
    )


def hold(volunteer: Volunteer, *, on: date) -> int:
    """Hold the month of a day still until the caller's transaction ends; return the minutes given in it.

    Whoever plans time under the cap reads it here, so that no report can move it meanwhile.
    """
    return _locked(volunteer.person, on, selectors.cap_for(volunteer.person, on, volunteer.strand)).minutes


def _locked(person: Person, on: date, cap: int) -> Month:
    """The month's row, locked: the guard against two parallel reports passing the cap together."""
    Month.objects.get_or_create(person=person, starts_on=month_of(on), defaults={"cap_minutes": cap})
    return Month.objects.select_for_update().get(person=person, starts_on=month_of(on))


def add_up(borough: int, strand: int, starts_on: date, minutes: int) -> bool:
    """Move the total of a borough, strand and month, and say whether the month has been closed.

    Taken after the person's month, so the order of locks holds. Whoever closes the month waits for this row, so an
    entry is either part of what the closing counted, or marked as a change after it.
    """
    locked = Total.objects.select_for_update()
    total, is_new = locked.get_or_create(borough_id=borough, strand_id=strand, starts_on=starts_on)
    if is_new and (closing := Closing.objects.filter(starts_on=starts_on).first()):
        Total.objects.filter(pk=total.pk).update(closed_at=closing.closed_at)
        total.closed_at = closing.closed_at
    Total.objects.filter(pk=total.pk).update(minutes=F("minutes") + minutes)
    return total.closed_at is not None


@transaction.atomic
def recount() -> None:
    """Count all totals anew from the entries, after entries came in by another way than ``give``."""
    closed = dict(Closing.objects.values_list("starts_on", "closed_at"))
    Total.objects.all().delete()
    grouped = Entry.objects.annotate(starts_on=TruncMonth("on")).values("borough_id", "strand_id", "starts_on")
    Total.objects.bulk_create(
        Total(**row, closed_at=closed.get(row["starts_on"]))
        for row in grouped.annotate(minutes=Sum("minutes")).order_by()
    )

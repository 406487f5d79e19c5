"""Enter minutes in the ledger, under the month's cap, safely beside other writers."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Sum
from django.db.models.functions import TruncMonth

from timegiven.hours import rules
from timegiven.hours.models import Entry, Month, Total
from timegiven.hours.policies import MONTHLY_CAP
from timegiven.kernel.time import month_of
from timegiven.people.models import Person, Volunteer


@transaction.atomic
def give(
    volunteer: Volunteer, *, on: date, minutes: int, kind: str, source: str, by: Person, at: datetime, ask: str = ""
) -> Entry:
    """Enter ``minutes`` given on a London day. Raises NotAllowed when the month would pass its cap.

    The month's row is locked first, so of two reports sent at once the second sees the first.
    """
    cap = MONTHLY_CAP.on(on, volunteer.strand)
    month = _locked(volunteer.person, on, cap)
    rules.check_cap(given=month.minutes, more=minutes, cap=cap, starts_on=month.starts_on, ask=ask)
    Month.objects.filter(pk=month.pk).update(minutes=month.minutes + minutes, cap_minutes=cap)
    _add_up(volunteer.borough_id, volunteer.strand_id, month.starts_on, minutes)
    return Entry.objects.create(
        month=month,
        person=volunteer.person,
        borough=volunteer.borough,
        strand=volunteer.strand,
        on=on,
        minutes=minutes,
        kind=kind,
        source=source,
        by=by,
        at=at,
    )


@transaction.atomic
def take_back(entry: Entry, *, by: Person, at: datetime) -> Entry:
    """Enter the opposite of an entry that a correction replaces; both stay on record."""
    month = _locked(entry.person, entry.on, entry.month.cap_minutes)
    Month.objects.filter(pk=month.pk).update(minutes=month.minutes - entry.minutes)
    _add_up(entry.borough_id, entry.strand_id, month.starts_on, -entry.minutes)
    return Entry.objects.create(
        month=month,
        person=entry.person,
        borough=entry.borough,
        strand=entry.strand,
        on=entry.on,
        minutes=-entry.minutes,
        kind=entry.kind,
        source=entry.source,
        by=by,
        at=at,
    )


def hold(volunteer: Volunteer, *, on: date) -> int:
    """Hold the month of a day still until the caller's transaction ends; return the minutes given in it.

    Whoever plans time under the cap reads it here, so that no report can move it meanwhile.
    """
    return _locked(volunteer.person, on, MONTHLY_CAP.on(on, volunteer.strand)).minutes


def _locked(person: Person, on: date, cap: int) -> Month:
    """The month's row, locked: the guard against two parallel reports passing the cap together."""
    Month.objects.get_or_create(person=person, starts_on=month_of(on), defaults={"cap_minutes": cap})
    return Month.objects.select_for_update().get(person=person, starts_on=month_of(on))


def _add_up(borough: int, strand: int, starts_on: date, minutes: int) -> None:
    """Move the total of a borough, strand and month; taken after the person's month, so the order of locks holds."""
    total, _ = Total.objects.get_or_create(borough_id=borough, strand_id=strand, starts_on=starts_on)
    Total.objects.filter(pk=total.pk).update(minutes=F("minutes") + minutes)


@transaction.atomic
def recount() -> None:
    """Count all totals anew from the entries, after entries came in by another way than ``give``."""
    Total.objects.all().delete()
    grouped = Entry.objects.annotate(starts_on=TruncMonth("on")).values("borough_id", "strand_id", "starts_on")
    Total.objects.bulk_create(Total(**row) for row in grouped.annotate(minutes=Sum("minutes")).order_by())

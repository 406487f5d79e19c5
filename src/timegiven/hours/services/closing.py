"""Close a month, and sign for a longer one."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Count, Sum

from timegiven.audit import services as audit
from timegiven.hours import access, rules, selectors
from timegiven.hours.models import Closing, Entry, Extension, Total
from timegiven.hours.policies import CLOSES_AFTER, MONTHLY_CAP, MOST_SIGNED_FOR
from timegiven.kernel.time import london_day, month_of, next_month
from timegiven.people.models import Person, Volunteer


@transaction.atomic
def close(starts_on: date, *, by: Person | None, at: datetime) -> Closing:
    """Close a month for the whole programme: its totals stand, and what changes later shows as a change.

    ``by`` is nobody when the policy's day has come and the worker closes it.
    """
    if by is not None:
        access.close.require(by, london_day(at))
    rules.check_over(starts_on=starts_on, today=london_day(at), closes_after=CLOSES_AFTER.on(starts_on))
    _hold_totals(starts_on)
    Total.objects.filter(starts_on=starts_on).update(closed_at=at)
    found = Entry.objects.filter(on__gte=starts_on, on__lt=next_month(starts_on))
    summed = found.aggregate(minutes=Sum("minutes"), entries=Count("pk"))
    made, is_new = Closing.objects.get_or_create(
        starts_on=starts_on,
        defaults={
            "closed_at": at,
            "closed_by": by,
            "minutes": summed["minutes"] or 0,
            "entries": summed["entries"],
        },
    )
    if is_new:
        audit.record("closed", of=made, by=by, at=at, why=f"{starts_on:%B %Y}")
    return made


def _hold_totals(starts_on: date) -> None:
    """Let nobody give time in a month until the caller's transaction ends."""
    # Whoever gives time in this month has one of these rows until their transaction has ended. The rows that are not
    # there yet are made first, so that nobody makes one meanwhile.
    Total.objects.bulk_create(
        (
            Total(borough_id=borough, strand_id=strand, starts_on=starts_on)
            for borough, strand in Volunteer.objects.values_list("borough_id", "strand_id").distinct()
        ),
        ignore_conflicts=True,
    )
    list(Total.objects.select_for_update().filter(starts_on=starts_on).order_by("pk"))


def close_due(*, at: datetime) -> int:
    """Close every month whose day has come; return how many."""
    today = london_day(at)
    closed = set(Closing.objects.values_list("starts_on", flat=True))
    first = Total.objects.order_by("starts_on").values_list("starts_on", flat=True).first()
    due = []
    while first and next_month(first) + timedelta(days=CLOSES_AFTER.on(first)) <= today:
        due += [first] if first not in closed else []
        first = next_month(first)
    for each in due:
        close(each, by=None, at=at)
    return len(due)


@transaction.atomic
def sign_for(volunteer: Volunteer, *, month: date, cap_minutes: int, why: str, by: Person, at: datetime) -> Extension:
    """Let one person give more in one month, by name and for a reason: for a surge, where the strand has that."""
    starts_on = month_of(month)
    access.sign_for.require(by, volunteer, london_day(at))
    most = MOST_SIGNED_FOR.on(starts_on, volunteer.strand)
    rules.check_may_lengthen(usual=MONTHLY_CAP.on(starts_on, volunteer.strand), most=most)
    now = selectors.cap_for(volunteer.person, starts_on, volunteer.strand)
    rules.check_extension(cap=cap_minutes, now=now, most=most, starts_on=starts_on)
    signed = Extension.objects.create(
        person=volunteer.person, starts_on=starts_on, cap_minutes=cap_minutes, why=why, signed_by=by, signed_at=at
    )
    audit.record("signed for more time", of=signed, by=by, at=at, about=volunteer.person, why=why)
    return signed

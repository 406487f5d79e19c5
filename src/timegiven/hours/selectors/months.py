"""A person's months: what was given, what is left, who may still give how much."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Sum

from timegiven.hours.models import Entry, Extension, Month
from timegiven.hours.policies import FORTNIGHTLY_HOPE, MONTHLY_CAP, MOST_SIGNED_FOR
from timegiven.kernel import prepared
from timegiven.kernel.among import Among, AmongGiven
from timegiven.kernel.prepared import Prepared
from timegiven.kernel.time import month_of, next_month
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person, Volunteer
from timegiven.programme.models import Strand


def cap_on(day: date, strand: Strand) -> int:
    """The most minutes that one person may give in the month of ``day``."""
    cap: int = MONTHLY_CAP.on(day, strand)
    return cap


def cap_for(person: Person, day: date, strand: Strand) -> int:
    """The most minutes that this person may give in the month of ``day``: longer where somebody signed for it."""
    return max(cap_on(day, strand), signed_for([person.pk], day).get(person.pk, 0))


def signed_for(people: Iterable[int], day: date) -> dict[int, int]:
    """How long the month of ``day`` may be, by person id, for those for whom somebody signed: one query."""
    signed = Extension.objects.filter(person__in=list(people), starts_on=month_of(day))
    return dict(signed.values_list("person_id").annotate(cap=Max("cap_minutes")).order_by())


def caps_of(people: Iterable[int], strands: Iterable[Strand]) -> Callable[[int, int, date], int]:
    """The cap of (person, strand, day) for any of these, as ``cap_for`` says it, read once."""
    usual = {strand.pk: MONTHLY_CAP.reader(strand) for strand in strands}
    signed: dict[tuple[int, date], int] = {}
    for person, starts_on, cap in Extension.objects.filter(person__in=Among(set(people))).values_list(
        "person_id", "starts_on", "cap_minutes"
    ):
        signed[person, starts_on] = max(cap, signed.get((person, starts_on), 0))
    return lambda person, strand, day: max(usual[strand](day), signed.get((person, month_of(day)), 0))


def extensions_from(person: Person, day: date) -> list[Extension]:
    """Who signed for a longer month, when and why: the longest of each month, from the month of ``day`` on."""
    signed = Extension.objects.filter(person=person, starts_on__gte=month_of(day)).select_related("signed_by")
    return list({each.starts_on: each for each in signed.order_by("starts_on", "cap_minutes", "-pk")}.values())


def most_signed_for(day: date, strand: Strand) -> int:
    """How far a month of this strand may be lengthened by signature; 0 where it may not."""
    most: int = MOST_SIGNED_FOR.on(day, strand)
    return most


def hope_on(day: date, strand: Strand) -> int:
    """The minutes in a fortnight that would be appreciated: shown to the volunteer alone (clauses 37, 45)."""
    hope: int = FORTNIGHTLY_HOPE.on(day, strand)
    return hope


def given_in(person: Person, day: date) -> int:
    """Minutes given in the month of ``day``: one indexed query."""
    return given_by([person.pk], day).get(person.pk, 0)


def left_in(person: Person, day: date, strand: Strand) -> int:
    """Minutes that may still be given in the month of ``day``."""
    return max(cap_for(person, day, strand) - given_in(person, day), 0)


def given_by(people: Iterable[int], day: date) -> dict[int, int]:
    """Minutes given in the month of ``day``, by person id, for many people in one query."""
    asked = list(people)
    return dict(_given_by(people=asked, first=month_of(day))) if asked else {}


@Prepared
def _given_by() -> QuerySet[Any]:
    month = Month.objects.filter(starts_on=prepared.day("first"), person__in=AmongGiven("people"))
    return month.values_list("person_id", "minutes")


def entries_of(person: Person, day: date) -> QuerySet[Entry]:
    """The entries of one month, oldest first."""
    return Entry.objects.filter(person=person, on__gte=month_of(day), on__lt=next_month(day)).order_by("on", "pk")


def all_entries_of(person: Person) -> QuerySet[Entry]:
    """Everything in the ledger of a person, oldest first."""
    return Entry.objects.filter(person=person).order_by("on", "pk")


def added_by_hand(entries: Iterable[Entry]) -> set[int]:
    """The keys of those that were added by hand and not taken back since."""
    found = [each for each in entries if each.kind in Entry.ADDED]
    gone = {each.source for each in found if each.minutes < 0}
    return {each.pk for each in found if each.minutes > 0 and each.source not in gone}


def added_seen_by(viewer: Person, day: date) -> QuerySet[Entry]:
    """What was added by hand to the time of those whom one looks after; some of it perhaps where they were before."""
    mine = people.scope(viewer, (Role.MVPM,), day, on="person__volunteer__borough")
    return Entry.objects.filter(mine, kind__in=Entry.ADDED, minutes__gt=0).select_related("person__volunteer__borough")


def months_of(person: Person) -> QuerySet[Month]:
    return Month.objects.filter(person=person, minutes__gt=0).order_by("-starts_on")


def total_of(person: Person) -> int:
    """All minutes a person has ever given."""
    return Month.objects.filter(person=person).aggregate(total=Sum("minutes"))["total"] or 0


def changes_of_the_cap(first: date, last: date) -> set[date]:
    """The days after ``first``, until ``last``, with which a month or another cap begins."""
    days, begins = MONTHLY_CAP.changes(first, last), next_month(first)
    while begins <= last:
        days.add(begins)
        begins = next_month(begins)
    return days


def room_asked(day: date, minutes: int) -> dict[str, Any]:
    """What ``with_room_in`` is told for so many minutes (at least one): how much a month may hold before, by strand."""
    asked = max(minutes, 1)
    caps = MONTHLY_CAP.by_strand(day, Strand.objects.all())
    room = {strand: cap - asked for strand, cap in caps.items() if cap >= asked}
    return {"month": month_of(day), "asked": asked, "strands": list(room), "most": list(room.values())}


def with_room_in(month: Any, asked: Any, strands: list[Any], most: list[Any]) -> QuerySet[Volunteer]:
    """The volunteers whose month holds no more than that of their strand may, or for whom somebody signed."""
    room = Q(pk__in=[])
    for strand, held in zip(strands, most, strict=True):
        room |= Q(~Exists(_full(month, held, asked)), strand=strand)
    return Volunteer.objects.filter(room)


def _full(month: Any, most: Any, asked: Any) -> QuerySet[Month]:
    """The month of a volunteer that holds more than that, and for which nobody signed for as much as it would be."""
    signed = Extension.objects.filter(person=OuterRef("person"), starts_on=OuterRef("starts_on"))
    allowed = Exists(signed.filter(cap_minutes__gte=OuterRef("minutes") + asked))
    return Month.objects.filter(~allowed, person=OuterRef("person"), starts_on=month, minutes__gt=most)

"""Whether the insurance in force covers a role, and which certificates run out."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from timegiven.library import rules
from timegiven.library.models import ProfileVersion
from timegiven.library.policies import COVER_NOTICE_DAYS
from timegiven.programme.models import Cover, Strand


def cover_needed(version: ProfileVersion) -> list[str]:
    """The kinds of cover that the marks of a version call for (clauses 56, 105, 111)."""
    return rules.needed_cover({mark: getattr(version, mark) for mark in rules.COVER_MARKS})


def cover_missing(version: ProfileVersion, day: date) -> list[str]:
    """The kinds of cover, in words, that a version needs and no certificate in force gives on this day (clause 56)."""
    return _missing(cover_needed(version), version.profile.strand, day)


def cover_missing_to_all(strand: Strand, day: date) -> list[str]:
    """The kinds of cover, in words, that every role needs and no certificate in force gives on this day (clause 56)."""
    return _missing(rules.needed_cover({}), strand, day)


def _missing(needed: list[str], strand: Strand, day: date) -> list[str]:
    have = set(Cover.objects.on(day).filter(strand=strand, kind__in=needed).values_list("kind", flat=True))
    return [str(Cover.Kind(kind).label) for kind in needed if kind not in have]


def cover_running_out(day: date) -> QuerySet[Cover]:
    """The certificates that end within the time of notice and that no other certificate takes over from."""
    until = day + timedelta(days=max(COVER_NOTICE_DAYS.on(day)))
    same = Cover.objects.filter(strand=OuterRef("strand"), kind=OuterRef("kind")).exclude(pk=OuterRef("pk"))
    after = Q(until_on=None) | Q(until_on__gt=OuterRef("until_on"))
    goes_on = same.filter(after, from_on__lte=OuterRef("until_on"))
    ending = Cover.objects.on(day).filter(until_on__lte=until)
    return ending.filter(~Exists(goes_on)).select_related("strand").order_by("until_on", "pk")

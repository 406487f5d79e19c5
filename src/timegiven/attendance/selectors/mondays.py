"""What waits for the MVP Manager about sessions: questions, late entries, words to read, sessions to confirm."""

import json
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from timegiven.attendance.models import LateEntry, Query, SessionReport
from timegiven.attendance.policies import UNIT_CONFIRMS
from timegiven.attendance.selectors.reports import reports_seen_by
from timegiven.kernel import prepared
from timegiven.kernel.prepared import Prepared
from timegiven.kernel.time import at_london
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person
from timegiven.programme.models import Strand
from timegiven.rota.models import Offer

LOOKED_BACK = timedelta(days=62)  # older ones are believed, and asked about no more


def queries_seen_by(person: Person, day: date) -> QuerySet[Query]:
    """The quiet questions of the boroughs that one runs, or stands in for; nobody sees those about themselves."""
    mine = people.runs_or_stands_in(person, day, on="report__placement__unit", besides="report__person")
    found = Query.objects.filter(mine, report__voided_at=None).exclude(report__person=person)
    return found.select_related(
        "report__person", "report__placement__version__profile", "report__placement__unit__borough",
        "report__placement__volunteer__borough", "answered_by",
    ).order_by("asked_at", "pk")  # fmt: skip


def query_of(report: SessionReport) -> Query | None:
    """The quiet question that a report asks."""
    return Query.objects.filter(report=report).select_related("answered_by").first()


def open_queries(person: Person, day: date) -> QuerySet[Query]:
    return queries_seen_by(person, day).filter(answered_at=None, report__replaced_by__replaces=None)


def late_entries_seen_by(person: Person, day: date) -> QuerySet[LateEntry]:
    """Late reports: one's own, and those of the boroughs that one runs, or stands in for."""
    mine = Q(person=person) | people.runs_or_stands_in(person, day, on="placement__unit", besides="person")
    return (
        LateEntry.objects.filter(mine)
        .select_related("person", "offer__duty", "placement__volunteer__person", "placement__volunteer__strand",
                        "placement__volunteer__borough", "placement__version__profile", "placement__unit__borough")
        .order_by("sent_at", "pk")
    )  # fmt: skip


def open_late(person: Person, day: date) -> QuerySet[LateEntry]:
    """Those that wait for this MVP Manager, or for the Central Team where there is none."""
    mine = people.runs_or_stands_in(person, day, on="placement__unit", besides="person")
    return late_entries_seen_by(person, day).filter(mine, settled_at=None).order_by("-is_concern", "sent_at", "pk")


def not_handed_over(offers: QuerySet[Offer]) -> QuerySet[Offer]:
    """Without those of which a late report waits for the MVP Manager: nobody is asked about these duties again."""
    return offers.exclude(pk__in=_handed_over().values("offer"))


def handed_over_by(person: Person) -> set[str]:
    """The references of one's own offers of which a late report waits."""
    return set(_handed_over_by(person=person.pk))


@Prepared
def _handed_over_by() -> QuerySet[Any]:
    return _handed_over().filter(person=prepared.key("person")).values_list("offer__reference", flat=True)


def _handed_over() -> QuerySet[LateEntry]:
    return LateEntry.objects.filter(settled_at=None).exclude(offer=None)


def typed_in(late: LateEntry) -> dict[str, list[str]]:
    """What the volunteer had typed."""
    typed: dict[str, list[str]] = json.loads(str(late.typed))
    return typed


def to_read(person: Person, day: date) -> QuerySet[SessionReport]:
    """Reports with a worry, an idea or a thank-you that the MVP Manager has not read; what is worrying comes first."""
    mine = people.runs_or_stands_in(person, day, on="placement__unit", besides="person")
    unread = reports_seen_by(person, day).filter(mine, SessionReport.STANDING, has_words=True, read_at=None)
    return unread.exclude(person=person).order_by("-is_concern", "starts_at", "pk")


def strands_that_confirm(day: date) -> list[Strand]:
    """The strands whose sessions are confirmed."""
    return [strand for strand in Strand.objects.all() if UNIT_CONFIRMS.on(day, strand)]


def to_confirm(person: Person, day: date) -> QuerySet[SessionReport]:
    """Sessions that took place and are not confirmed yet, where the policy asks for it."""
    mine = people.scope(person, (Role.MVPM, Role.UNIT_MANAGER), day, on="placement__unit")
    recent = reports_seen_by(person, day).filter(mine, SessionReport.STANDING, confirmed_at=None)
    recent = recent.filter(starts_at__gte=at_london(day, time()) - LOOKED_BACK)
    wanted = recent.filter(placement__volunteer__strand__in=strands_that_confirm(day))
    return wanted.exclude(person=person).order_by("starts_at", "person__name", "pk")


def not_told(person: Person, at: datetime, day: date) -> QuerySet[Offer]:
    """Sessions of a week ago and longer, in the boroughs that one runs, of which nobody has told."""
    mine = people.scope(person, (Role.MVPM,), day, on="duty__unit")
    past = Offer.objects.filter(mine, status=Offer.Status.ACCEPTED, duty__ends_at__lte=at - timedelta(days=7))
    return not_handed_over(past).filter(duty__ends_at__gt=at - LOOKED_BACK).select_related(
        "person", "placement", "duty__version__profile", "duty__unit__borough"
    ).order_by("duty__starts_at", "pk")  # fmt: skip

"""Milestones: who has passed one lately, and who is still to be thanked."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from timegiven.engagement.models import Milestone
from timegiven.engagement.policies import MILESTONE_DAYS, MILESTONE_HOURS, MILESTONE_YEARS
from timegiven.engagement.rules import passed, years_passed
from timegiven.hours.models import Entry, Month
from timegiven.kernel.desk import Need, in_all, numbers
from timegiven.kernel.time import at_london
from timegiven.kernel.words import so_many
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person, Volunteer
from timegiven.programme.policy import all_on


def milestones_seen_by(person: Person, day: date) -> QuerySet[Milestone]:
    """Those of the boroughs that one runs, or stands in for; one's own is for somebody else to say.

    Hours that a correction took away before anybody said thank you are not shown until they are reached again.
    """
    mine = people.runs_or_stands_in(person, day, on="volunteer__borough", besides="volunteer__person")
    given = Month.objects.filter(person=OuterRef("volunteer__person"))
    total = given.order_by().values("person").annotate(all=Sum("minutes")).values("all")
    gone = Q(kind=Milestone.Kind.HOURS, status=Milestone.Status.NOTICED, number__gt=Coalesce(Subquery(total), 0) / 60)
    found = Milestone.objects.filter(mine).exclude(gone).exclude(volunteer__person=person)
    return found.select_related("volunteer__person", "volunteer__borough")


def to_thank(person: Person, day: date) -> QuerySet[Milestone]:
    """Whom this MVP Manager may thank, the longest noticed first. Who has left is left in peace."""
    waiting = milestones_seen_by(person, day).filter(status=Milestone.Status.NOTICED)
    return waiting.exclude(volunteer__status=Volunteer.Status.LEFT).order_by("noticed_at", "volunteer__person__name")


def just_passed(day: date) -> Iterator[tuple[int, str, int]]:
    """(volunteer, kind, number) of every milestone passed lately and not noticed yet, in a few questions for all."""
    hours, years, within = all_on(day, MILESTONE_HOURS, MILESTONE_YEARS, MILESTONE_DAYS)
    known = set(Milestone.objects.values_list("volunteer", "kind", "number"))
    for found in (*_by_hours(day, hours, within), *_by_years(day, years, within)):
        if found not in known:
            yield found


def _by_hours(day: date, hours: list[int], within: int) -> Iterator[tuple[int, str, int]]:
    """Passed with what was given lately, or entered lately: a report may come after its month.

    Whose time was all entered lately has been taken over from elsewhere: only what was given lately is news.
    """
    least, since = min(hours, default=0) * 60, day - timedelta(days=within)
    after = at_london(since + timedelta(days=1), time())
    lately = dict(Entry.objects.filter(on__gt=since, on__lte=day).values_list("person").annotate(Sum("minutes")))
    entered = dict(Entry.objects.filter(at__gte=after).values_list("person").annotate(Sum("minutes")))
    totals = Month.objects.values("person").annotate(all=Sum("minutes")).filter(all__gte=least)
    given = {row["person"]: row["all"] for row in totals}
    here = Volunteer.objects.exclude(status=Volunteer.Status.LEFT).values_list("pk", "person")
    for volunteer, person in here:
        all_given, new = given.get(person, 0), entered.get(person, 0)
        number = passed(minutes=all_given, lately=lately.get(person, 0), hours=hours)
        if number is None and new < all_given:
            number = passed(minutes=all_given, lately=new, hours=hours)
        if number is not None:
            yield volunteer, Milestone.Kind.HOURS.value, number


def _by_years(day: date, years: list[int], within: int) -> Iterator[tuple[int, str, int]]:
    here = Volunteer.objects.exclude(status=Volunteer.Status.LEFT).values_list("pk", "since_on")
    for volunteer, since in here:
        number = years_passed(since=since, day=day, within=within, years=years)
        if number is not None:
            yield volunteer, Milestone.Kind.YEARS.value, number


def thanks_needs(person: Person, day: date) -> list[Need]:
    """Whom an MVP Manager may thank."""
    if not any(person.holds(role, day=day) for role in (Role.MVPM, Role.CENTRAL_TEAM)):
        return []
    return in_all(
        numbers(to_thank(person, day), "volunteer__borough"),
        lambda number: f"Say thank you to {so_many(number, 'volunteer')}",
        "engagement:thanks",
        hint="For hours given or years with us",
    )

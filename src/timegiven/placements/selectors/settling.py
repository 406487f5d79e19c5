"""How new volunteers settle in: who is to be asked, who has answered, what waits to be read."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet

from timegiven.hours.models import Entry
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person
from timegiven.placements import rules
from timegiven.placements.models import Placement, Settling
from timegiven.placements.policies import SETTLING_DAYS, SETTLING_SESSIONS
from timegiven.placements.selectors.placed import whole

Role = Appointment.Role
LONGEST = timedelta(days=180)  # whoever started longer ago has settled in


def settling_of(placement: Placement) -> Settling | None:
    """The questions that were asked about this placement, if it was time."""
    asked = Settling.objects.filter(placement=placement).select_related("read_by", "unit_answered_by")
    return asked.select_related(
        "placement__volunteer__person", "placement__volunteer__borough", "placement__unit"
    ).first()


def to_ask(day: date) -> Iterator[Placement]:
    """The placements of which it is time to ask: three questions, however many there are."""
    after_sessions, after_days = SETTLING_SESSIONS.on(day), SETTLING_DAYS.on(day)
    started = Placement.Status.STARTED
    new = whole().filter(status=started, settling__placement=None, from_on__gt=day - LONGEST, from_on__lte=day)
    given = Entry.objects.filter(kind=Entry.Kind.SESSION, minutes__gt=0, person__volunteer__placements__in=new)
    since = given.filter(on__gte=F("person__volunteer__placements__from_on"), on__lte=day)
    counted = since.values("person__volunteer__placements").annotate(days=Count("on", distinct=True))
    sessions = dict(counted.values_list("person__volunteer__placements", "days"))
    for placement in new.order_by("pk"):
        days = (day - placement.from_on).days
        facts = {"after_sessions": after_sessions, "after_days": after_days}
        if rules.is_time_to_ask(sessions=sessions.get(placement.pk, 0), days=days, **facts):
            yield placement


def settlings_to_answer(person: Person) -> QuerySet[Settling]:
    """The questions that wait for this volunteer."""
    mine = Settling.objects.filter(placement__volunteer__person=person, placement__status=Placement.Status.STARTED)
    return _whole(mine.filter(answered_at=None))


def settlings_of_unit(viewer: Person, day: date) -> QuerySet[Settling]:
    """The question that waits for this unit manager, about each new volunteer."""
    mine = people.scope(viewer, (Role.UNIT_MANAGER,), day, on="placement__unit")
    return _whole(Settling.objects.filter(mine, placement__status=Placement.Status.STARTED, unit_answered_at=None))


def settlings_to_read(viewer: Person, day: date) -> QuerySet[Settling]:
    """The answers in the boroughs that this person runs, or stands in for, that nobody has read yet."""
    on, about = "placement__volunteer__borough", "placement__volunteer__person"
    mine = people.runs_or_stands_in(viewer, day, on=on, besides=about)
    said = Q(answered_at__isnull=False) | Q(unit_answered_at__isnull=False)
    return _whole(Settling.objects.filter(mine, said, read_at=None).exclude(**{about: viewer}))


def _whole(found: QuerySet[Settling]) -> QuerySet[Settling]:
    return found.select_related("placement__volunteer__person", "placement__unit__borough").order_by("asked_at", "pk")

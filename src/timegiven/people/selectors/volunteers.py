"""What can be asked of people and volunteers."""

from datetime import date, time, timedelta

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from timegiven.kernel.time import at_london
from timegiven.people.models import Appointment, Person, Volunteer, VolunteerStep
from timegiven.people.selectors.appointments import scope

Role = Appointment.Role


def person(reference: str) -> Person:
    return Person.objects.get(reference=reference)


def known(reference: str) -> Person | None:
    """The person of this reference, or None for a letter to somebody who is no person of ours."""
    return Person.objects.filter(reference=reference).first() if reference else None


def volunteers_seen_by(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers whose record this person may open: their own, their borough's, or all for the Central Team.

    A unit manager reaches their own volunteers through placements, not here.
    """
    roles = (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)
    return Volunteer.objects.filter(Q(person=viewer) | scope(viewer, roles, day, on="borough")).select_related(
        "person", "borough", "strand"
    )


def volunteer_of(person: Person) -> Volunteer | None:
    return Volunteer.objects.filter(person=person).select_related("borough", "strand").first()


def volunteers_on(day: date) -> QuerySet[Volunteer]:
    """Who was a volunteer when a day ended, ``stood`` as ACTIVE or PAUSED then, whatever has become of them since."""
    until = at_london(day + timedelta(days=1), time())
    steps = VolunteerStep.objects.filter(of=OuterRef("pk"), at__lt=until).order_by("-at", "-pk")
    gone = Case(When(status="LEFT", left_on__lte=day, then=Value("LEFT")), default=Value("ACTIVE"))
    stood = Coalesce(Subquery(steps.values("status")[:1]), gone)
    return Volunteer.objects.filter(since_on__lte=day).annotate(stood=stood).exclude(stood="LEFT")

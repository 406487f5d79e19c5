"""The volunteers of whom somebody may see something: their own record, their borough's, or those of their unit."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import Placement
from timegiven.placements.selectors.placed import OVERSEERS, there

Role = Appointment.Role


def volunteers_near(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """Oneself, the volunteers whose record one oversees, and those who are placed at one's unit."""
    mine = people.scope(viewer, (Role.UNIT_MANAGER,), day, on="unit")
    here = Placement.objects.filter(mine, there(day), volunteer=OuterRef("pk"), status__in=Placement.LIVE)
    overseen = people.scope(viewer, OVERSEERS, day, on="borough")
    found = Volunteer.objects.filter(Q(person=viewer) | overseen | Exists(here))
    return found.select_related("person", "borough", "strand")

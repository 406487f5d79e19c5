"""The roles that a volunteer trains for, and what their unit may sign for."""

from django.db.models import QuerySet

from timegiven.library.models import ProfileVersion
from timegiven.people.models import Volunteer
from timegiven.placements.models import Placement
from timegiven.training import selectors as training
from timegiven.training.models import Course


def roles_of(volunteer: Volunteer) -> list[ProfileVersion]:
    """The role profiles of the placements that a volunteer has or is offered, by title."""
    status = (Placement.Status.OFFERED, *Placement.LIVE)
    held = Placement.objects.filter(volunteer=volunteer, status__in=status).values("version")
    return list(ProfileVersion.objects.filter(pk__in=held).select_related("profile").order_by("profile__title"))


def role_needing(volunteer: Volunteer, course: Course) -> ProfileVersion | None:
    """The role of a volunteer that needs a course; None when everybody needs it, or no role does."""
    if course.needed_for in (Course.Needed.ALL, Course.Needed.BEFORE):
        return None
    return next((each for each in roles_of(volunteer) if course in training.needed_for(each)), None)


def courses_to_sign(placement: Placement) -> QuerySet[Course]:
    """The courses that the unit teaches in an agreed way and that the role of this placement needs (clause 94)."""
    agreed = training.agreed_at(placement.unit).values("course")
    return training.needed_for(placement.version).filter(pk__in=agreed)

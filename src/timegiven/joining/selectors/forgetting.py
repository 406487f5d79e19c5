"""Which applications have been kept as long as the applicants were told."""

from datetime import date

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from timegiven.joining.models import Application
from timegiven.joining.policies import ANSWERS_KEPT_MONTHS
from timegiven.kernel.time import add_months
from timegiven.people import access as people_access
from timegiven.people.models import Person, Volunteer

Status = Application.Status
_ENDED = (Status.DECLINED, Status.WITHDRAWN)


def applications_to_forget(day: date) -> QuerySet[Application]:
    """Those that ended, or whose volunteer left, so many months ago, and still hold answers."""
    since = add_months(day, -ANSWERS_KEPT_MONTHS.on(day))
    left = Volunteer.objects.filter(person=OuterRef("person"), status=Volunteer.Status.LEFT, left_on__lte=since)
    return (
        Application.objects.exclude(saved=[])
        .annotate(ended_at=Max("steps__at"))
        .filter(Q(status__in=_ENDED, ended_at__date__lte=since) | Q(Exists(left), status=Status.APPROVED))
        .select_related("person")
        .order_by("pk")
    )


def is_unknown_otherwise(person: Person, day: date) -> bool:
    """Whether nothing but this application ties a person to the programme."""
    other = Application.objects.filter(person=person).exclude(status__in=_ENDED).exists()
    return not (other or Volunteer.objects.filter(person=person).exists() or people_access.is_staff(person, day))

"""Which applications have been kept as long as the applicants were told."""

from datetime import date

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from timegiven.audit.models import Event
from timegiven.joining.models import Application
from timegiven.joining.policies import ANSWERS_KEPT_MONTHS
from timegiven.kernel.time import add_months
from timegiven.people.models import Appointment, EmergencyContact, Person, Volunteer

Status = Application.Status
_ENDED = (Status.DECLINED, Status.WITHDRAWN)


def _since(day: date) -> date:
    """What has ended by this day is kept no longer."""
    return add_months(day, -ANSWERS_KEPT_MONTHS.on(day))


def applications_to_forget(day: date) -> QuerySet[Application]:
    """Those that ended, or whose volunteer left, so many months ago, and of which something is still held."""
    since = _since(day)
    left = Volunteer.objects.filter(person=OuterRef("person"), status=Volunteer.Status.LEFT, left_on__lte=since)
    named = EmergencyContact.objects.filter(person=OuterRef("person"))
    told = ~Q(person__phone="") | ~Q(person__address="") | Q(person__born_on__isnull=False) | Q(Exists(named))
    return (
        Application.objects.annotate(ended_at=Max("steps__at"))
        .filter(Q(status__in=_ENDED, ended_at__date__lte=since) | Q(Exists(left), status=Status.APPROVED))
        .filter(~Q(saved=[]) | (told & ~_tied("person", day)))
        .select_related("person")
        .order_by("pk")
    )


def applications_left_lying(day: date) -> QuerySet[Application]:
    """Those that were begun and never sent, and that nobody has touched for so many months."""
    since = _since(day)
    of_it = Event.objects.filter(kind=Application._meta.label_lower, subject=OuterRef("reference"))
    begun = Application.objects.filter(status=Status.REGISTERED, registered_at__date__lte=since)
    return begun.exclude(Exists(of_it.filter(at__date__gt=since))).select_related("person").order_by("pk")


def is_unknown_otherwise(person: Person, day: date) -> bool:
    """Whether nothing ties a person to the programme any more but what they have left behind."""
    return Person.objects.filter(~_tied("pk", day), pk=person.pk).exists()


def _tied(who: str, day: date) -> Q:
    """Somebody who applies or volunteers, or did not long ago, or has a post."""
    applies = Application.objects.filter(person=OuterRef(who)).exclude(status__in=(*_ENDED, Status.APPROVED))
    volunteers = Volunteer.objects.filter(person=OuterRef(who)).exclude(
        status=Volunteer.Status.LEFT, left_on__lte=_since(day)
    )
    serves = Appointment.objects.filter(person=OuterRef(who)).exclude(until_on__lte=day)
    return Q(Exists(applies)) | Q(Exists(volunteers)) | Q(Exists(serves))

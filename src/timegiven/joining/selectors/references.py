"""References: who was named, who has answered, who stands."""

from datetime import date, datetime

from django.db.models import Max, Q, QuerySet

from timegiven.joining.models import Application, Reference
from timegiven.joining.policies import REFERENCES_NEEDED
from timegiven.joining.rules import Someone
from timegiven.people import selectors as people
from timegiven.people.models import Person


def someone(person: Person) -> Someone:
    """A person as a name and the ways to reach it."""
    return Someone(person.name, person.email or "", person.phone, person.known_as)


def references_of(application: Application) -> QuerySet[Reference]:
    """The referees of an application, in the order in which they were named."""
    return Reference.objects.filter(application=application).order_by("pk")


def referees_on(application: Application, day: date) -> int:
    """How many people an application asks for: as many as the handbook does, and when it was sent as it named."""
    if application.status == Application.Status.REGISTERED:
        return int(REFERENCES_NEEDED.on(day, application.strand))
    return references_of(application).aggregate(last=Max("position"))["last"] or 0


def references_seen_by(person: Person, day: date) -> QuerySet[Reference]:
    """The references that this person may read: those of applications that they handle, never their own."""
    handled = people.runs_or_stands_in(person, day, on="application__borough", besides="application__person")
    return (
        Reference.objects.filter(handled)
        .exclude(application__person=person)
        .select_related("application__person", "application__borough", "application__strand")
    )


def own_references(person: Person, day: date) -> QuerySet[Reference]:
    """The referees that this person named, or of an application that they handle: never what they answered."""
    handled = people.runs_or_stands_in(person, day, on="application__borough", besides="application__person")
    return (
        Reference.objects.filter(Q(application__person=person) | handled)
        .defer("answers", "discussion")
        .select_related("application__person", "application__borough", "application__strand")
    )


def reference_by_link(link_digest: str) -> Reference | None:
    """The reference that a private link was made for, whether or not it is still open."""
    if not link_digest:
        return None
    return (
        Reference.objects.filter(link_digest=link_digest)
        .select_related("application__person", "application__borough", "application__strand")
        .first()
    )


_COULD_NOT = Q(status__in=[Reference.Status.DECLINED, Reference.Status.REPLACED]) | Q(is_satisfactory=False)


def standing_references(application: Application) -> int:
    """How many referees may still help or have helped."""
    return references_of(application).exclude(_COULD_NOT).count()


def is_one_lost(application: Application) -> bool:
    """Whether somebody who was named could not help."""
    return references_of(application).filter(_COULD_NOT).exists()


def links_ended(application: Application, at: datetime) -> QuerySet[Reference]:
    """Who was asked, has not answered, and can no longer do so by the link that they were sent."""
    silent = references_of(application).filter(status=Reference.Status.ASKED, link_expires_at__lte=at)
    return silent.exclude(email="")


def is_room_for_referee(application: Application, day: date) -> bool:
    """Whether another name is needed in place of somebody who could not help."""
    is_waiting = application.status in Application.OPEN and application.status != Application.Status.REGISTERED
    return is_waiting and standing_references(application) < REFERENCES_NEEDED.on(day, application.strand)

"""What can be asked about letters that go by post."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from timegiven.letters import selectors as letters
from timegiven.letters.models import Bundle, Letter
from timegiven.people.models import Appointment, Person
from timegiven.people.selectors.appointments import appointments, units
from timegiven.programme.models import Unit

Role = Appointment.Role
Status = Letter.Status


def letters_seen_by(viewer: Person, day: date, *, went: bool = False) -> QuerySet[Letter]:
    """The letters that wait to be posted: to a borough's volunteers and applicants, or all for the Central Team.

    A letter of another office, such as the Central Team's own, is nobody else's to post. With ``went`` those too that
    have been posted, and those that need not be any more.
    """
    found = letters.by_post() if went else letters.on_paper()
    held = appointments(viewer, day)
    if any(each.role == Role.CENTRAL_TEAM for each in held):
        return found
    readers = Person.objects.filter(volunteer__borough__in=units(viewer, [Role.MVPM], day))
    own = [each.unit.reference for each in held if each.role == Role.MVPM]
    return found.filter(Q(recipient__in=readers.values("reference"), office="") | Q(office__in=own))


def office_of_the_team(borough: Unit) -> str:
    """Where the Central Team posts letters of its own, which no MVP Manager prints: at the top of the force."""
    top, _, _ = borough.path.strip("/").partition("/")
    return Unit.objects.get(pk=top).reference


def letters_to_choose(viewer: Person, day: date) -> QuerySet[Letter]:
    """Those that wait and are in nobody's bundle, the longest waiting first."""
    return letters_seen_by(viewer, day).filter(bundle=None)


def not_needed_since(viewer: Person, day: date, since: datetime) -> QuerySet[Letter]:
    """Those that were taken off the list lately, because what they are about is off."""
    found = letters_seen_by(viewer, day, went=True).filter(status=Status.OVERTAKEN, overtaken_at__gt=since)
    return found.order_by("-overtaken_at", "-pk")


def bundles_seen_by(viewer: Person, day: date) -> QuerySet[Bundle]:
    """The bundles in which there is a letter that one may post, newest first."""
    return letters.bundles_of(letters_seen_by(viewer, day, went=True))


def bundles_to_post(viewer: Person, day: date) -> list[tuple[Bundle, int, str]]:
    """Those that are still to be posted: the bundle, how many of its letters wait, and who made it."""
    waiting = letters_seen_by(viewer, day).exclude(bundle=None)
    number = dict(waiting.order_by().values_list("bundle").annotate(Count("pk")))
    found = list(letters.bundles_of(waiting))
    names = dict(Person.objects.filter(reference__in=[each.made_by for each in found]).values_list("reference", "name"))
    return [(each, number[each.pk], names.get(each.made_by, "")) for each in found]


def letters_in(bundle: Bundle, viewer: Person, day: date) -> QuerySet[Letter]:
    """What this reader may post of a bundle, in the order in which it is printed: one person's letters together."""
    found = letters_seen_by(viewer, day, went=True).filter(bundle=bundle)
    return found.order_by("to_name", "recipient", "owed_at", "pk")


def addresses(references: Iterable[str]) -> dict[str, str]:
    """Where people live, by reference."""
    return {person.reference: person.address for person in Person.objects.filter(reference__in=list(references))}

"""Who is placed where, and who looks after them."""

from datetime import date

from django.db.models import Q, QuerySet

from timegiven.kernel import prepared
from timegiven.kernel.prepared import Prepared
from timegiven.library import selectors as library
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit

Role = Appointment.Role
OVERSEERS = (Role.MVPM, Role.CENTRAL_TEAM, Role.AUDITOR)


def whole() -> QuerySet[Placement]:
    """Placements with what their pages and letters say."""
    return Placement.objects.select_related(
        "volunteer__person", "volunteer__borough", "volunteer__strand", "version__profile", "unit__borough"
    )


def there(day: date) -> Q:
    """Placements count for the people of their unit; a loan only on its days."""
    return Q(is_loan=False) | Q(from_on__lte=day, until_on__gt=day)


def placements_seen_by(viewer: Person, day: date) -> QuerySet[Placement]:
    """The placements this person may open: their own, their unit's or their borough's.

    A unit sees them from the offer on, so that it can prepare; of a loan it sees nothing before or after its days. The
    MVP Manager of a borough to which somebody moves, or is lent, sees that placement.
    """
    from_elsewhere = Q(moved_from__isnull=False, status="OFFERED") | Q(is_loan=True)
    return whole().filter(
        Q(volunteer__person=viewer)
        | people.scope(viewer, OVERSEERS, day, on="volunteer__borough")
        | (people.scope(viewer, (Role.UNIT_MANAGER,), day, on="unit") & there(day))
        | (people.scope(viewer, (Role.MVPM,), day, on="unit") & from_elsewhere & there(day))
    )


def unanswered() -> QuerySet[Placement]:
    """The offers that wait for an answer."""
    return whole().filter(status=Placement.Status.OFFERED)


def of_retired_roles() -> QuerySet[Placement]:
    """The placements that go on, and the offers that wait, in roles that were retired."""
    status = (Placement.Status.OFFERED, *Placement.LIVE)
    return whole().filter(version__profile__in=library.retired_profiles(), status__in=status).order_by("pk")


def sharing(placement: Placement, day: date) -> list[Placement]:
    """The other volunteers in the same role at the same unit, by name (clauses 43, 50)."""
    same = Placement.objects.on(day).filter(version__profile=placement.version.profile_id, unit=placement.unit)
    others = same.filter(status__in=Placement.LIVE).exclude(volunteer=placement.volunteer)
    return list(others.select_related("volunteer__person").order_by("volunteer__person__name", "pk"))


def placements_of(volunteer: Volunteer) -> QuerySet[Placement]:
    """All placements of a volunteer, those that go on first, then the newest."""
    return (
        Placement.objects.filter(volunteer=volunteer)
        .select_related("version__profile", "unit__borough")
        .order_by("until_on", "-from_on", "-pk")
    )


def live_placements_of(person: Person) -> list[Placement]:
    """The placements that are agreed or started, with no more than a list says of each."""
    return _live_of(person=person.pk)


@Prepared
def _live_of() -> QuerySet[Placement]:
    live = Placement.objects.filter(volunteer__person=prepared.key("person"), status__in=Placement.LIVE)
    return live.select_related("version__profile", "unit__borough").only(
        *("reference", "status", "from_on", "weekly_minutes", "pattern"),
        *("version__profile__title", "unit__name", "unit__borough__name"),
    )


def at_unit(viewer: Person, day: date) -> QuerySet[Placement]:
    """The live placements at the units that this person manages."""
    return (
        whole()
        .filter(people.scope(viewer, (Role.UNIT_MANAGER,), day, on="unit"), there(day), status__in=Placement.LIVE)
        .order_by("unit__name", "volunteer__person__name", "pk")
    )


def units_managed_by(viewer: Person, day: date) -> QuerySet[Unit]:
    return Unit.objects.filter(
        pk__in=[held.unit_id for held in people.appointments(viewer, day) if held.role == Role.UNIT_MANAGER]
    ).order_by("name")


def mvpm_and_managers(placement: Placement, day: date) -> tuple[Person | None, list[Person]]:
    """Whom the volunteer may ring: the Borough MVP Manager, and the managers of the unit (clause 46)."""
    managers = people.holders(Role.UNIT_MANAGER, placement.unit, day)
    volunteer = placement.volunteer
    return people.mvpm_of(volunteer.borough, day, besides=volunteer.person), list(managers)

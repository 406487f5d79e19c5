"""Health cards: what helps, what to do, and for whom first aiders have one."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from timegiven.joining.models import Application
from timegiven.kernel.time import add_months
from timegiven.people import selectors as people
from timegiven.people.models import Appointment, Person, Volunteer
from timegiven.placements.models import HealthCard, Placement
from timegiven.placements.policies import HEALTH_CARD_MONTHS

Role = Appointment.Role


def card_of(volunteer: Volunteer) -> HealthCard | None:
    """The card, if anything was written."""
    return HealthCard.objects.filter(volunteer=volunteer).select_related("written_by").first()


def adjustments_of(person: Person) -> str:
    """What helps this person from day to day, in their own words; never a diagnosis (clauses 106, 107)."""
    card = HealthCard.objects.filter(volunteer__person=person).first()
    if card is not None:
        return card.helps
    application = Application.objects.filter(person=person).order_by("-registered_at", "-pk").first()
    return application.what_would_help if application else ""


def first_aid_cards(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers at this first aider's units who have agreed that first aiders read what to do."""
    near = _placed_where(viewer, Role.FIRST_AIDER, day)
    agreed = HealthCard.objects.filter(volunteer=OuterRef("pk"), for_first_aiders=True)
    found = Volunteer.objects.filter(Exists(near), Exists(agreed), status=Volunteer.Status.ACTIVE)
    return found.select_related("person", "borough").order_by("person__name", "pk")


def _placed_where(viewer: Person, role: str, day: date) -> QuerySet[Placement]:
    mine = people.scope(viewer, (role,), day, on="unit")
    return Placement.objects.filter(mine, volunteer=OuterRef("pk"), status__in=Placement.LIVE)


def volunteers_beside(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers of whose card this person may read something."""
    here = _placed_where(viewer, Role.UNIT_MANAGER, day)
    overseen = people.scope(viewer, (Role.MVPM,), day, on="borough")
    found = Volunteer.objects.filter(overseen) | Volunteer.objects.filter(Exists(here))
    found |= Volunteer.objects.filter(person=viewer) | Volunteer.objects.filter(
        pk__in=first_aid_cards(viewer, day).order_by().values("pk")
    )
    return found.select_related("person", "borough")


def cards_seen_by(viewer: Person, day: date) -> QuerySet[Volunteer]:
    """The volunteers with a card of which this person, who looks after them, may read something."""
    written = HealthCard.objects.filter(volunteer=OuterRef("pk"))
    found = volunteers_beside(viewer, day).exclude(person=viewer).exclude(status=Volunteer.Status.LEFT)
    return found.filter(Exists(written)).order_by("person__name", "pk")


def first_aiders_of(volunteer: Volunteer, day: date) -> list[Person]:
    """The first aiders of the units where a volunteer is placed, each once."""
    placed = Placement.objects.filter(volunteer=volunteer, status__in=Placement.LIVE).select_related("unit")
    found = [aider for each in placed for aider in people.holders(Role.FIRST_AIDER, each.unit, day)]
    return list(dict.fromkeys(found))


def cards_to_forget(day: date) -> QuerySet[HealthCard]:
    """The cards of those who left some months ago."""
    last = add_months(day, -HEALTH_CARD_MONTHS.on(day))
    return HealthCard.objects.filter(volunteer__status=Volunteer.Status.LEFT, volunteer__left_on__lte=last)


def to_ask_again(viewer: Person, day: date) -> QuerySet[HealthCard]:
    """The cards of this person's boroughs for which Occupational Health is to be asked again."""
    mine = people.scope(viewer, (Role.MVPM,), day, on="volunteer__borough")
    due = HealthCard.objects.filter(mine, look_again_on__lte=day).exclude(volunteer__status=Volunteer.Status.LEFT)
    return due.select_related("volunteer__person").order_by("look_again_on", "pk")

"""What was agreed beforehand, and whether one's own vehicle may be used for the role."""

from datetime import date

from django.db.models import Q, QuerySet

from timegiven.expenses.models import CostAgreement
from timegiven.people import selectors as people
from timegiven.people.access import Role
from timegiven.people.models import Person, Volunteer
from timegiven.placements import selectors as placements
from timegiven.placements.models import Placement, VehicleStatement

Status = CostAgreement.Status


def _whole() -> QuerySet[CostAgreement]:
    return CostAgreement.objects.select_related(
        "volunteer__person",
        "volunteer__borough",
        "placement__volunteer__strand",
        "placement__version__profile",
        "placement__unit__borough",
        "asked_by",
        "decided_by",
    )


def agreements_seen_by(person: Person, day: date) -> QuerySet[CostAgreement]:
    """One's own, and those of the boroughs that one runs. A unit manager sanctions no spending and sees none."""
    return _whole().filter(
        Q(volunteer__person=person) | people.scope(person, [Role.MVPM], day, on="volunteer__borough")
    )


def agreed_for(placement: Placement, day: date) -> QuerySet[CostAgreement]:
    """What was agreed for a placement and held on a day; the newest of each kind comes last."""
    held = CostAgreement.objects.on(day).filter(placement=placement, status__in=CostAgreement.HELD)
    return held.order_by("pk")


def agreed_with(volunteer: Volunteer) -> QuerySet[CostAgreement]:
    """Everything that was asked for or agreed with a volunteer: what holds first, then the newest."""
    return _whole().filter(volunteer=volunteer).order_by("status", "-from_on", "-pk")


def asked_for(person: Person, day: date) -> QuerySet[CostAgreement]:
    """What this MVP Manager has been asked to agree to, the longest waiting first; one's own is for others."""
    mine = people.scope(person, [Role.MVPM], day, on="volunteer__borough")
    found = _whole().filter(mine, status=Status.ASKED).exclude(volunteer__person=person)
    return found.order_by("from_on", "pk")


def clashing(volunteer: Volunteer, placement: Placement | None, kind: str, day: date) -> bool:
    """Whether this kind is asked for or agreed already: from this day on, or without a placement for this day."""
    there = CostAgreement.objects.filter(
        volunteer=volunteer, placement=placement, kind=kind, status__in=(Status.ASKED, Status.AGREED)
    ).exclude(until_on__lte=day)
    return (there if placement else there.filter(from_on=day)).exists()


def placements_of_own(person: Person) -> list[Placement]:
    """The placements for which somebody may ask that costs be agreed."""
    live = Placement.objects.filter(volunteer__person=person, status__in=Placement.LIVE)
    return list(live.select_related("version__profile", "unit__borough", "volunteer__person").order_by("pk"))


def placements_to_agree_for(person: Person, day: date) -> QuerySet[Placement]:
    """The placements that go on for which this person may ask or agree."""
    return placements.placements_seen_by(person, day).filter(
        Q(volunteer__person=person) | people.scope(person, [Role.MVPM], day, on="volunteer__borough"),
        status__in=Placement.LIVE,
    )


def vehicle_reasons(placement: Placement, day: date) -> list[str]:
    """Why one's own vehicle may not be used for this role on a day; nothing where all agree (clause 105)."""
    return placements.missing_for_own_vehicle(placement, day)


def has_told_insurer(volunteer: Volunteer, day: date) -> bool:
    """Whether a volunteer has said that their insurer knows they drive to where they volunteer (clause 104)."""
    return VehicleStatement.Kind.DRIVES_HERE in placements.statements_of(volunteer, day)


def drives(volunteer: Volunteer) -> bool:
    """Whether miles in a car are agreed with a volunteer, so that the threshold of the tax year matters."""
    return CostAgreement.objects.filter(volunteer=volunteer, vehicle="CAR", status=Status.AGREED).exists()

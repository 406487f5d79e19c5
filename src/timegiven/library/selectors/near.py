"""How far the places of roles are from a postcode district. Whoever asks is not remembered."""

from datetime import date

from django.db.models import Q, QuerySet

from timegiven.library import rules
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.programme.content.districts import DISTRICTS
from timegiven.programme.models import Unit

Position = tuple[float, float]


def way_between(here: Position | None, there: Position | None) -> float | None:
    """How many miles lie between two places, as the crow flies; None where one of them is not known."""
    return rules.miles(here, there) if here and there else None


def district_in(address: str) -> str:
    """The postcode district of an address, which ends with its postcode; nothing where there is none."""
    words = address.replace(",", " ").split()
    found = [rules.district_of(" ".join(words[-count:])) for count in (2, 1) if len(words) >= count]
    return next((each for each in found if each), "")


def position_of(district: str) -> Position | None:
    """The middle of a district. Of W1, which has only parts (W1D, W1F), the middle of these; of W1A that of W1."""
    if district in DISTRICTS:
        return DISTRICTS[district]
    part = district[:-1] if district[-1:].isalpha() and district[-2:-1].isdigit() else district
    return rules.middle([where for name, where in DISTRICTS.items() if name[:-1] == part and name[-1].isalpha()])


def miles_from(district: str, found: QuerySet[ProfileVersion], day: date) -> dict[int, float]:
    """How far each version is: from the nearest place where it may be done today, or else its own unit's."""
    here = position_of(district)
    if here is None:
        return {}
    versions = found.order_by().values("pk")
    used = RiskAssessment.objects.filter(version__in=versions, assessed_on__lte=day, review_on__gt=day)
    places = [*used.values_list("version", "unit"), *found.order_by().values_list("pk", "profile__unit")]
    where = positions_of({unit for _, unit in places})
    nearest: dict[int, float] = {}
    for version, unit in places:
        if unit in where:
            away = rules.miles(here, where[unit])
            nearest[version] = min(away, nearest.get(version, away))
    return nearest


def positions_of(units: set[int]) -> dict[int, Position]:
    """Where units are: at their station, by their own entry, or else somewhere in their borough."""
    rows = Unit.objects.filter(pk__in=units).values_list(
        *("pk", "borough", "latitude", "longitude", "station__latitude", "station__longitude"),
        *("borough__latitude", "borough__longitude"),
    )
    found, lost = {}, {}
    for pk, borough, *numbers in rows:
        known = [(numbers[at], numbers[at + 1]) for at in (2, 0, 4) if numbers[at] is not None]
        if known:
            found[pk] = known[0]
        else:
            lost[pk] = borough
    if lost:
        middles = _middles(set(lost.values()))
        found |= {pk: middles[borough] for pk, borough in lost.items() if borough in middles}
    return found


def _middles(boroughs: set[int]) -> dict[int, Position]:
    """The middle of each borough's stations."""
    stations: dict[int, list[Position]] = {}
    of = Q(borough__in=boroughs, latitude__isnull=False, longitude__isnull=False)
    for borough, latitude, longitude in Unit.objects.filter(of).values_list("borough", "latitude", "longitude"):
        if borough is not None and latitude is not None and longitude is not None:
            stations.setdefault(borough, []).append((latitude, longitude))
    return {borough: where for borough, each in stations.items() if (where := rules.middle(each))}

"""The usual teams of a borough in 2007, each housed at the borough's first station.

Source: the work areas and offices named in the MVP Guide of 2007; the rest is general knowledge and for
demonstration. The last part of a unit's code is its type, which role profiles name: E09000007-FC is Camden's
front counter.
"""

from dataclasses import dataclass

from .boroughs import BOROUGHS, Borough
from .force import OCUS
from .spec import BEGAN, UnitSpec
from .stations import STATIONS


@dataclass(frozen=True)
class UnitType:
    """A kind of team that most boroughs have, or that headquarters has once."""

    key: str
    name: str
    in_every_borough: bool = True


_BOROUGH_TYPES: tuple[UnitType, ...] = (
    UnitType("FC", "Front counter"),
    UnitType("SN", "Safer Neighbourhoods"),
    UnitType("CSU", "Community Safety Unit"),
    UnitType("CCTV", "CCTV room"),
    UnitType("CJU", "Criminal Justice Unit"),
    UnitType("WCU", "Witness Care Unit"),
    UnitType("FRU", "Finance and Resource Unit"),
    UnitType("HR", "Human Resources"),
    UnitType("PRESS", "Press office"),
    UnitType("SMT", "Senior Management Team office"),
    UnitType("CID", "Criminal Investigation Department office"),
    UnitType("BIU", "Borough Intelligence Unit"),
    UnitType("CP", "Crime prevention office"),
    UnitType("EXH", "Exhibits store"),
    UnitType("BTU", "Borough training unit"),
    UnitType("CAD", "CAD room"),
    UnitType("MVP", "Met Volunteer Programme office"),
)

UNIT_TYPES: tuple[UnitType, ...] = _BOROUGH_TYPES + tuple(
    UnitType(ocu.code, ocu.name, in_every_borough=False) for ocu in OCUS
)


def _home_of(borough: Borough) -> UnitSpec:
    return next(station for station in STATIONS if station.parent == borough.code)


def _unit(borough: Borough, unit_type: UnitType) -> UnitSpec:
    home = _home_of(borough)
    return UnitSpec(
        code=f"{borough.code}-{unit_type.key}",
        name=unit_type.name,
        kind="unit",
        parent=borough.code,
        from_on=BEGAN,
        postcode=home.postcode,
        address=home.address,
        latitude=home.latitude,
        longitude=home.longitude,
        station=home.code,
    )


UNITS: tuple[UnitSpec, ...] = tuple(_unit(borough, unit_type) for borough in BOROUGHS for unit_type in _BOROUGH_TYPES)

"""The Metropolitan Police as a dated tree: 2007's boroughs under Territorial Policing, and today's twelve BCUs."""

from .boroughs import BCU_DATES, BCUS, BOROUGHS, Borough
from .force import FORCE, GROUPS, OCUS
from .lines import LINES, bcu_of
from .population import POPULATION, Population
from .spec import DEMONSTRATION_DATES, Line, UnitSpec
from .stations import STATIONS
from .units import UNIT_TYPES, UNITS, UnitType

__all__ = [
    "BCUS",
    "BCU_DATES",
    "BOROUGHS",
    "DEMONSTRATION_DATES",
    "FORCE",
    "GROUPS",
    "LINES",
    "OCUS",
    "ORGANISATION",
    "POPULATION",
    "STATIONS",
    "UNITS",
    "UNIT_TYPES",
    "Borough",
    "Line",
    "Population",
    "UnitSpec",
    "UnitType",
    "bcu_of",
]

# Parents come before their children, so that the tree can be loaded in this order.
ORGANISATION: tuple[UnitSpec, ...] = (
    FORCE,
    *GROUPS,
    *OCUS,
    *BCUS,
    *(borough.unit for borough in BOROUGHS),
    *STATIONS,
    *UNITS,
)

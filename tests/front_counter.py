"""A front counter in Camden and a volunteer who is ready for it: where the tests of several chapters take place."""

from dataclasses import dataclass

from tests import builders as build
from tests.kept import kept
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit


@dataclass
class FrontCounter:
    unit: Unit
    placement: Placement
    mvpm: Person
    manager: Person
    stranger: Person  # the MVP Manager of another borough

    @property
    def volunteer(self) -> Person:
        return self.placement.volunteer.person


@kept
def a_front_counter() -> FrontCounter:
    unit = build.a_unit()
    return FrontCounter(
        unit=unit,
        placement=build.a_ready_volunteer(unit=unit, name="Ada Okafor"),
        mvpm=build.an_mvpm(),
        manager=build.a_unit_manager(unit),
        stranger=build.an_mvpm(build.a_borough("Barnet")),
    )

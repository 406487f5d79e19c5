"""A front counter in Camden, a volunteer who is ready, and a clock that stands at midday on 24 April 2007."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from django.utils import timezone

from tests import builders as build
from tests.kept import kept
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit


@dataclass
class Scene:
    unit: Unit
    placement: Placement
    mvpm: Person
    manager: Person
    stranger: Person  # the MVP Manager of another borough

    @property
    def volunteer(self) -> Person:
        return self.placement.volunteer.person


@pytest.fixture
def scene(db: None) -> Scene:
    return set_the_scene()


@kept
def set_the_scene() -> Scene:
    unit = build.a_unit()
    return Scene(
        unit=unit,
        placement=build.a_ready_volunteer(unit=unit, name="Ada Okafor"),
        mvpm=build.an_mvpm(),
        manager=build.a_unit_manager(unit),
        stranger=build.an_mvpm(build.a_borough("Barnet")),
    )


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch):
    """Set what pages take for now: `clock(moment)`; midday on 24 April 2007 until then."""

    def show(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    show(build.NOW)
    return show

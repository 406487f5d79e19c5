"""A front counter in Camden, a volunteer who has been on a Tuesday, and a clock at midday on 2 May 2007."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone

from tests import builders as build
from tests.kept import kept
from timegiven.attendance import services
from timegiven.attendance.models import SessionReport
from timegiven.people.models import Person
from timegiven.placements.models import Placement
from timegiven.programme.models import Unit

AFTER = datetime(2007, 5, 2, 11, 0, tzinfo=UTC)  # the day after the duty of the builders
MAY = date(2007, 5, 1)


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

    def report(self, **changes: object) -> SessionReport:
        """Tuesday 1 May, 10am to 2pm, both tasks, unless said otherwise."""
        told = {"day": MAY, "starts": time(10), "ends": time(14), "tasks": [1, 2], "by": self.volunteer, "at": AFTER}
        return services.report(changes.pop("placement", self.placement), **told | changes)


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
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """What pages take for now."""
    monkeypatch.setattr(timezone, "now", lambda: AFTER)

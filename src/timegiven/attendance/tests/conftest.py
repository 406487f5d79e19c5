"""A front counter in Camden, a volunteer who has been on a Tuesday, and a clock at midday on 2 May 2007."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone

from tests.front_counter import FrontCounter, a_front_counter
from timegiven.attendance import services
from timegiven.attendance.models import SessionReport

AFTER = datetime(2007, 5, 2, 11, 0, tzinfo=UTC)  # the day after the duty of the builders
MAY = date(2007, 5, 1)


class Scene(FrontCounter):
    def report(self, **changes: object) -> SessionReport:
        """Tuesday 1 May, 10am to 2pm, both tasks, unless said otherwise."""
        told = {"day": MAY, "starts": time(10), "ends": time(14), "tasks": [1, 2], "by": self.volunteer, "at": AFTER}
        return services.report(changes.pop("placement", self.placement), **told | changes)


@pytest.fixture
def scene(db: None) -> Scene:
    return set_the_scene()


def set_the_scene() -> Scene:
    return Scene(**vars(a_front_counter()))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """What pages take for now."""
    monkeypatch.setattr(timezone, "now", lambda: AFTER)

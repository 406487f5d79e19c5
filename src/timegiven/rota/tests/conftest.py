"""A front counter in Camden, a volunteer who is ready, and a clock that stands at midday on 24 April 2007."""

from datetime import datetime

import pytest
from django.utils import timezone

from tests import builders as build
from tests.front_counter import FrontCounter as Scene
from tests.front_counter import a_front_counter


@pytest.fixture
def scene(db: None) -> Scene:
    return a_front_counter()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch):
    """Set what pages take for now: `clock(moment)`; midday on 24 April 2007 until then."""

    def show(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    show(build.NOW)
    return show

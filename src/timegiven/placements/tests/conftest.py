"""The pages' clock stands where the builders' does: Tuesday 24 April 2007."""

import pytest
from django.utils import timezone

from tests.builders import NOW


@pytest.fixture
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)

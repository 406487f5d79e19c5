"""What the tests of training share."""

import pytest
from django.utils import timezone

from tests.builders import NOW


@pytest.fixture
def time_stands(monkeypatch):
    """It is midday on Tuesday 24 April 2007 on the pages too."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)

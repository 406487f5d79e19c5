"""Concerns are told and heard at midday on the builders' day."""

import pytest
from django.utils import timezone

from tests.builders import NOW


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What pages take for now."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)

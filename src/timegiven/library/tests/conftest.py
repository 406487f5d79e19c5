"""The scene that the library's tests play in."""

import pytest
from django.utils import timezone

from timegiven.library.tests.scenes import Scene


@pytest.fixture
def scene(db: None) -> Scene:
    """April 2007."""
    return Scene()


@pytest.fixture
def scene_today(db: None) -> Scene:
    """Today, for pages, which read the real clock."""
    return Scene(at=timezone.now())

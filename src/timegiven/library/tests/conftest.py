"""The scene that the library's tests play in."""

import pytest
from django.utils import timezone

from tests.kept import kept
from timegiven.library.tests.scenes import Scene

a_scene = kept(Scene)


@pytest.fixture
def scene(db: None) -> Scene:
    """April 2007."""
    return a_scene()


@pytest.fixture
def scene_today(db: None) -> Scene:
    """Today, for pages, which read the real clock."""
    return a_scene(at=timezone.now().replace(minute=0, second=0, microsecond=0))  # the same for an hour, to be kept

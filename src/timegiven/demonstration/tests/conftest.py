"""The demonstration switched on for a test, and a small programme."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module

import pytest
from django.conf import settings as site
from django.test import override_settings
from django.urls import include, path

from timegiven.demonstration import make
from timegiven.demonstration.make.stage import SMALL, Stage

TODAY = date(2007, 4, 24)  # a Tuesday, like the builders'


def made(seed: int = 2007, today: date = TODAY) -> Stage:
    """A small programme, made in the database of the test."""
    stage = Stage(size=SMALL, today=today, seed=seed)
    for _ in make.make(stage):
        pass
    return stage


@pytest.fixture
def switched_on() -> Iterator[None]:
    """What TIMEGIVEN_DEMONSTRATION=1 does: the app is installed and its pages are mounted."""
    pages = path("demonstration/", include("timegiven.demonstration.urls"))
    on = {"DEMONSTRATION": True, "ROOT_URLCONF": (pages, *import_module(site.ROOT_URLCONF).urlpatterns)}
    if "timegiven.demonstration" not in site.INSTALLED_APPS:
        on["INSTALLED_APPS"] = ["timegiven.demonstration", *site.INSTALLED_APPS]
    with override_settings(**on):
        yield

"""A database of its own with demonstration data, and the settings of production but for the demonstration.

Import this before anything else of the site: it sets Django up.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]
os.environ.setdefault("TIMEGIVEN_VAR", str(ROOT / "var" / "benchmarks"))
os.environ["TIMEGIVEN_DEMONSTRATION"] = "1"
os.environ["DJANGO_SETTINGS_MODULE"] = "timegiven.site.settings"

import django
from django.conf import settings

django.setup()
settings.ROOT_URLCONF = "benchmarks.urls"

from django.core.management import call_command

from timegiven.demonstration import cast as demonstration_cast
from timegiven.people import selectors as people
from timegiven.people.models import Person


def demonstration(scale: int) -> None:
    """Fill the database anew, at so many times the size of the real programme."""
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("demonstrate", fresh=True, scale=scale, verbosity=0)


def cast(code: str) -> Person:
    """The person of the demonstration's cast with this code."""
    return people.person(demonstration_cast.PLAYERS[code].reference)

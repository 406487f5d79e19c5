"""The same dice and the same day make the same programme."""

import hashlib
from functools import cache

import pytest
from django.apps import apps
from django.db import transaction

from timegiven.demonstration.tests.conftest import made
from timegiven.people.models import Person


def _portrait(seed: int) -> tuple[dict[str, int], str]:
    """How many rows of each kind, and a digest of everybody's reference and name; nothing stays."""
    with transaction.atomic():
        made(seed)
        counts = {
            kind._meta.label: kind._default_manager.count()
            for kind in apps.get_models()
            if kind.__module__.startswith("timegiven.")
        }
        people = ";".join(f"{p.reference} {p.name} {p.born_on}" for p in Person.objects.order_by("pk"))
        transaction.set_rollback(True)
    return counts, hashlib.sha256(people.encode()).hexdigest()


@cache
def _first() -> tuple[dict[str, int], str]:
    """Both tests hold another against it."""
    return _portrait(2007)


@pytest.mark.django_db
def test_the_same_seed_makes_the_same_people_and_as_many_of_everything() -> None:
    again = _portrait(2007)

    assert again == _first()


@pytest.mark.django_db
def test_another_seed_makes_other_people() -> None:
    _, other = _portrait(2008)

    assert other != _first()[1]

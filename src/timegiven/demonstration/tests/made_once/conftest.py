"""One small programme for all tests of this folder, which only look at it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from timegiven.demonstration.make.stage import Stage
from timegiven.demonstration.tests.conftest import made


@pytest.fixture(scope="package")
def stage(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stage]:
    """Made before the first test, which takes longer than all of them; rolled back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield made()
        transaction.set_rollback(True)

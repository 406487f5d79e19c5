"""What a kept builder writes the second time is what it wrote the first time, and nothing else is ever kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, permutations
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import override_settings

from tests import builders
from tests.builders import a_borough, a_person, a_ready_volunteer, a_unit, an_mvpm
from tests.kept import kept
from timegiven.audit import services as audit
from timegiven.people.models import Person
from timegiven.programme.models import Strand, Unit

pytestmark = pytest.mark.django_db
ran: list[str] = []


@kept
def a_named_person(name: str = "Ada") -> Person:
    ran.append(name)
    return a_person(name)


@kept
def renamed(person: Person, name: str) -> Person:
    ran.append(name)
    person.name = name
    person.save()
    return person


@pytest.fixture(autouse=True)
def nothing_ran() -> None:
    ran.clear()


@contextmanager
def taken_back() -> Iterator[None]:
    """As a test takes back what it has written."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    models = [each for each in apps.get_models(include_auto_created=True) if each._meta.managed]
    return {each._meta.db_table: list(each.objects.order_by("pk").values_list()) for each in models}


def test_the_same_rows_and_the_same_objects() -> None:
    found = []
    for _ in range(3):
        with taken_back():
            unit = a_unit()
            placement = a_ready_volunteer(unit=unit, name="Ada Okafor")
            an_mvpm(a_borough())
            found.append((everything(), placement.volunteer.person.name, placement.unit is unit))

    assert found[0] == found[1] == found[2]
    assert found[0][1:] == ("Ada Okafor", True)


def test_a_builder_runs_once_for_each_way_in_which_it_is_called() -> None:
    for _ in range(3):
        with taken_back():
            a_named_person("Bea")
            a_named_person("Bea")
            a_named_person(name="Cem")

    assert ran == ["Bea", "Bea", "Cem"]
    assert not Person.objects.exists()


def test_what_comes_after_a_kept_row_gets_a_number_of_its_own() -> None:
    for _ in range(2):
        with taken_back():
            people = [a_named_person("Dev"), Person.objects.create(name="Eve", email="eve@example.org")]
            assert [each.name for each in Person.objects.order_by("pk")] == [each.name for each in people]


def test_what_a_builder_is_given_is_changed_as_it_changed_it() -> None:
    for _ in range(2):
        with taken_back():
            person = a_named_person("Fay")
            assert renamed(person, "Fay Gill") is person
            assert person.name == Person.objects.get().name == "Fay Gill"

    assert ran == ["Fay", "Fay Gill"]


def test_no_test_sees_what_another_did_to_its_copy() -> None:
    for _ in range(2):
        with taken_back():
            person = a_named_person("Hal")
            assert person.name == "Hal"
            person.name = "Somebody else"


def test_after_rows_of_its_own_a_test_builds_as_is_written() -> None:
    for _ in range(2):
        with taken_back():
            Strand.objects.create(code="X", name="Of its own")
            a_named_person("Ida")

    assert ran == ["Ida", "Ida"]


def test_after_a_change_of_its_own_a_test_is_given_what_followed_that_very_change() -> None:
    for name in ("Elsewhere", "Elsewhere", "Nowhere"):
        with taken_back():
            a_borough()
            Unit.objects.update(name=name)
            a_named_person("Lea")

    assert ran == ["Lea", "Lea"]


def test_a_builder_that_leaves_something_to_be_done_at_the_commit_is_not_kept() -> None:
    @kept
    def promised() -> None:
        ran.append("promised")
        transaction.on_commit(audit.saw)

    for _ in range(2):
        with taken_back():
            promised()

    assert ran == ["promised", "promised"]


def test_under_settings_of_its_own_a_test_builds_as_is_written() -> None:
    for _ in range(2):
        with taken_back(), override_settings(DATA_KEYS=["another"]):
            a_named_person("Jon")

    assert ran == ["Jon", "Jon"]


@pytest.mark.django_db(transaction=True)
def test_without_a_transaction_around_it_nothing_is_kept() -> None:
    for _ in range(2):
        assert not connection.in_atomic_block
        a_named_person("Kit")

    assert ran == ["Kit", "Kit"]


def test_no_name_that_a_builder_makes_up_is_the_beginning_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builders, "_numbers", count(1))

    names = [a_person().name for _ in range(12)]

    assert [(one, other) for one, other in permutations(names, 2) if other.startswith(one)] == []

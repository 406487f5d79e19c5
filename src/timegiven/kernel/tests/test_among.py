"""Very many keys as one value: the same rows as with each key named."""

import pytest

from tests import builders as build
from timegiven.kernel.among import Among
from timegiven.people.models import Person, Volunteer


@pytest.fixture
def volunteers(db: None) -> list[Volunteer]:
    return [build.a_volunteer() for _ in range(3)]


def test_finds_those_named_and_nobody_else(volunteers: list[Volunteer]) -> None:
    first, _, last = volunteers
    found = Volunteer.objects.filter(person__in=Among({first.person_id, last.person_id, 10**12}))
    assert set(found) == {first, last}


def test_leaves_out_those_named(volunteers: list[Volunteer]) -> None:
    first, second, last = volunteers
    assert set(Volunteer.objects.exclude(pk__in=Among([second.pk]))) == {first, last}


def test_nobody_named_is_nobody_found(volunteers: list[Volunteer]) -> None:
    assert not Volunteer.objects.filter(person__in=Among([])).exists()


def test_as_many_as_there_are_parameters_in_no_database(volunteers: list[Volunteer]) -> None:
    everybody = Among(range(1, 300_000))
    assert Person.objects.filter(pk__in=everybody).count() == Person.objects.filter(pk__lt=300_000).count()


def test_within_another_question(volunteers: list[Volunteer]) -> None:
    first = volunteers[0]
    people = Person.objects.filter(pk__in=Among([first.person_id]))
    assert list(Volunteer.objects.filter(person__in=people)) == [first]

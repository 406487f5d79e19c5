"""The same moment, on PostgreSQL: a letter lies in one bundle, is posted once, and not after it was overtaken."""

from threading import Barrier
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.db.models import QuerySet

from tests import builders as a
from tests.races import outcomes, refused, together
from timegiven.audit.models import Event
from timegiven.letters import services as letters
from timegiven.letters.models import Bundle, Letter
from timegiven.people import services

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
DUTY = SimpleNamespace(reference="DDDDDDDDDD")
MANY = 5


def some_letters() -> list[Letter]:
    to = a.a_volunteer(email=None).person
    return [letters.write("people/address_changed", to=to, at=a.NOW, about=[DUTY]) for _ in range(40)]


def putting(found: list[Letter]) -> list:
    managers, chosen = [a.an_mvpm() for _ in range(MANY)], [each.reference for each in found]
    return [lambda by=by: services.bundle(chosen, by=by, at=a.NOW) for by in managers]


def test_a_letter_lies_in_one_bundle() -> None:
    found = some_letters()

    assert outcomes(*putting(found)) == ["done"] + ["refused"] * (MANY - 1)

    assert Bundle.objects.get().letters.count() == len(found)


def test_without_the_lock_somebody_would_print_letters_that_are_in_another_bundle(monkeypatch) -> None:
    found = some_letters()
    all_have_looked, create = Barrier(MANY), Bundle.objects.create
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_: self)
    monkeypatch.setattr(Bundle.objects, "create", lambda **facts: [all_have_looked.wait(20), create(**facts)][1])

    answers = together(*putting(found))

    assert [number for _, number in answers] == [len(found)] * MANY


def test_a_bundle_is_posted_once() -> None:
    manager = a.an_mvpm()
    made, number = services.bundle([each.reference for each in some_letters()], by=manager, at=a.NOW)

    posting = [lambda: services.post_bundle(made, by=manager, at=a.NOW) for _ in range(MANY)]
    assert outcomes(*posting) == ["done"] + ["refused"] * (MANY - 1)

    assert Event.objects.filter(act="printed letter").count() == number


def test_what_is_posted_is_not_overtaken_nor_the_other_way_round() -> None:
    manager = a.an_mvpm()
    found = some_letters()
    made, _ = services.bundle([each.reference for each in found], by=manager, at=a.NOW)

    answers = together(overtaken, lambda: services.post_bundle(made, by=manager, at=a.NOW))

    statuses = set(Letter.objects.values_list("status", flat=True))
    assert statuses == ({"OVERTAKEN"} if refused(answers) else {"PRINTED"})


def overtaken() -> set[str]:
    with transaction.atomic():
        return letters.overtake([DUTY], why="Called off", at=a.NOW)

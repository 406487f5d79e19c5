"""A permission is a predicate whose docstring is the policy."""

import pytest

from timegiven.kernel import permission as register
from timegiven.kernel.permission import Permission, every_permission
from timegiven.kernel.refusals import NotPermitted


def open_the_door(person, door):
    """Only the keeper of a door
    opens it."""
    return door == person


may = Permission(open_the_door)


def test_a_permission_asks_and_answers_yes_or_no():
    assert (may("Priya", "Priya"), may("Priya", "Rose")) == (True, False)


def test_insisting_lets_the_right_person_pass():
    assert may.require("Priya", "Priya") is None


def test_insisting_refuses_with_the_policy_as_its_reason():
    with pytest.raises(NotPermitted) as refusal:
        may.require("Priya", "Rose")

    assert refusal.value.reason == "Only the keeper of a door opens it."


def test_a_permission_without_a_policy_cannot_be_made():
    def silent(person):
        return True

    with pytest.raises(TypeError, match="needs a docstring"):
        Permission(silent)


def test_the_decorator_enters_a_permission_in_the_register(monkeypatch):
    monkeypatch.setattr(register, "_register", [])

    made = register.permission(open_the_door)

    assert list(every_permission()) == [made]

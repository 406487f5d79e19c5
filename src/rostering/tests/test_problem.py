"""Nonsense is refused in words; what is merely hard is not."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from rostering.problem import Promise, Rules, Weights, Window, validate
from rostering.tests.build import a_duty, a_person, a_problem, london


def test_a_sound_problem_is_accepted():
    validate(a_problem([a_person("Ann", "desk")], [a_duty("desk")]))


def test_an_empty_problem_is_accepted():
    validate(a_problem([], []))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ends_at": london(0, 10)}, "lasts 0 minutes"),
        ({"ends_at": london(0, 9)}, "lasts -60 minutes"),
        ({"starts_at": datetime(2007, 4, 23, 10)}, "without a zone"),  # noqa: DTZ001 - the fault that is looked for
        ({"starts_at": london(0, 10) + timedelta(seconds=1)}, "whole minute"),
        ({"least": 2, "most": 1}, "asks for 2 to 1"),
        ({"least": 0, "most": 0}, "asks for 0 to 0"),
        ({"least": -1}, "asks for -1 to 1"),
        ({"value": float("nan")}, "has the value nan"),
        ({"value": -1.0}, "has the value -1.0"),
    ],
)
def test_a_duty_that_is_nonsense_is_refused(change, words):
    with pytest.raises(ValueError, match=words):
        validate(a_problem([], [replace(a_duty("desk"), **change)]))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ready_for": frozenset({"nowhere"})}, "ready for the duty 'nowhere'"),
        ({"credit": 1.5}, "credit of 'Ann'"),
        ({"free": (Window(london(1), london(0)),)}, "ends before it starts"),
        ({"busy": (Window(datetime(2007, 1, 1), datetime(2007, 1, 2)),)}, "without a zone"),  # noqa: DTZ001
        ({"metres": {"Camden": -1}}, "a distance"),
        ({"carries": {"Camden": 2.0}}, "carries a share"),
    ],
)
def test_a_person_who_is_nonsense_is_refused(change, words):
    with pytest.raises(ValueError, match=words):
        validate(a_problem([replace(a_person("Ann", "desk"), **change)], [a_duty("desk")]))


def test_a_person_or_a_duty_named_twice_is_refused():
    with pytest.raises(ValueError, match="person 'Ann' is there twice"):
        validate(a_problem([a_person("Ann"), a_person("Ann")], []))
    with pytest.raises(ValueError, match="duty 'desk' is there twice"):
        validate(a_problem([], [a_duty("desk"), a_duty("desk")]))


def test_a_promise_about_strangers_or_made_twice_is_refused():
    ann, desk = a_person("Ann", "desk"), a_duty("desk")

    with pytest.raises(ValueError, match="'Bob' and 'desk'"):
        validate(a_problem([ann], [desk], [Promise("Bob", "desk")]))
    with pytest.raises(ValueError, match="twice"):
        validate(a_problem([ann], [desk], [Promise("Ann", "desk"), Promise("Ann", "desk", is_accepted=False)]))


def test_weights_and_rules_that_are_nonsense_are_refused():
    with pytest.raises(ValueError, match="'hope'"):
        validate(a_problem([], [], weights=Weights(hope=-1)))
    with pytest.raises(ValueError, match="the most would be filled first"):
        validate(a_problem([], [], weights=Weights(least=1, most=2)))
    with pytest.raises(ValueError, match="rule is negative"):
        validate(a_problem([], [], rules=Rules(rest_minutes=-1)))

"""Whoever is placed in a role asks for an added task, and sees what becomes of it."""

import pytest
from django.test import Client

from tests.builders import (
    NOW,
    a_borough,
    a_placement,
    a_ready_volunteer,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_mvpm,
)
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.library.models import TaskRequest
from timegiven.placements import access, services
from timegiven.placements.models import Placement

WATER = "Water the plants in the waiting room"


@pytest.fixture
def placement(db: None) -> Placement:
    return a_ready_volunteer(unit=a_unit())


@pytest.mark.clause(57, 61)
def test_the_volunteer_asks_and_the_mvp_manager_hears_of_it(placement: Placement) -> None:
    mvpm = an_mvpm(placement.unit.borough)

    asked = services.ask_task(placement, task=WATER, why="They are dry", by=placement.volunteer.person, at=NOW)

    assert (asked.version, asked.unit) == (placement.version, placement.unit)
    assert asked.asked_by == placement.volunteer.person
    assert [(letter.template, letter.recipient) for letter in Letter.objects.all()] == [
        ("library/task_asked", mvpm.reference)
    ]


def test_who_may_ask(placement: Placement) -> None:
    day = NOW.date()
    people = {
        "volunteer": placement.volunteer.person,
        "unit manager": a_unit_manager(placement.unit),
        "another volunteer": a_volunteer().person,
        "manager of another unit": a_unit_manager(a_unit("Post room")),
        "MVPM": an_mvpm(placement.unit.borough),
        "MVPM of another borough": an_mvpm(a_borough("Barnet")),
    }

    may = [name for name, person in people.items() if access.ask_task(person, placement, day)]

    assert may == ["volunteer", "unit manager"]
    with pytest.raises(NotPermitted):
        services.ask_task(placement, task=WATER, by=people["another volunteer"], at=NOW)


@pytest.mark.parametrize("status", ["OFFERED", "DECLINED", "ENDED"])
def test_only_while_one_is_placed(db: None, status: str) -> None:
    was = a_ready_volunteer(unit=a_unit())
    placement = a_placement(a_volunteer(), was.version, status=status)

    with pytest.raises(NotPermitted):
        services.ask_task(placement, task=WATER, by=placement.volunteer.person, at=NOW)


def test_a_task_that_is_there_already_is_not_asked_for(placement: Placement) -> None:
    with pytest.raises(NotAllowed, match="on the profile already"):
        services.ask_task(placement, task="greet visitors", by=placement.volunteer.person, at=NOW)


def test_the_page_keeps_what_was_typed_and_shows_what_became_of_it(placement: Placement, client: Client) -> None:
    client.force_login(placement.volunteer.person)
    page = f"/placements/{placement.reference}/ask-for-a-task/"

    empty = client.post(page, {"task": "", "why": "They are dry"})
    reply = client.post(page, {"task": WATER, "why": "They are dry"})
    again = client.post(page, {"task": WATER, "why": ""})

    assert (empty.context["form"].errors, "They are dry" in empty.content.decode()) == (
        {"task": ["Enter the task"]},
        True,
    )
    assert (reply.status_code, TaskRequest.objects.count()) == (302, 1)
    assert "somebody has asked for the same task" in again.content.decode()
    assert "With the MVP Manager" in client.get(page).content.decode()
    assert page in client.get(f"/placements/{placement.reference}/").content.decode()


def test_the_page_is_not_there_for_others(placement: Placement, client: Client) -> None:
    page = f"/placements/{placement.reference}/ask-for-a-task/"

    def status(person: object) -> int:
        client.force_login(person)
        return client.get(page).status_code

    assert [status(a_volunteer().person), status(an_mvpm(placement.unit.borough))] == [404, 403]

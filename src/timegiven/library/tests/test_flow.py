"""The role creation flowchart, drawn from the table of moves."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.builders import NOW, a_borough, a_person, an_mvpm
from timegiven.library import rules, services
from timegiven.library.models import ProfileVersion
from timegiven.library.tests.scenes import Scene

LIFE = ProfileVersion.lifecycle
TITLES = {value: str(label) for value, label in ProfileVersion.Status.choices}


def drawn() -> rules.Drawing:
    return rules.drawing(LIFE.moves, titles=TITLES, desks=LIFE.desks, verbs={})


def test_straight_on_goes_from_the_draft_to_the_library_and_on_to_its_successor() -> None:
    assert rules.main_path(LIFE.moves) == ["DRAFT", "SUBMITTED", "APPROVED", "SUPERSEDED"]


@pytest.mark.clause(70)
def test_every_state_and_every_move_of_the_table_is_in_the_drawing() -> None:
    picture = drawn()

    told_in_words = sum(len(box.sources) for box in picture.boxes)
    assert {box.status for box in picture.boxes} == set(LIFE.moves)
    assert len(picture.arrows) + told_in_words == sum(len(onward) for onward in LIFE.moves.values())
    assert next(box.sources for box in picture.boxes if box.status == "RETIRED") == tuple(
        TITLES[here] for here, onward in LIFE.moves.items() if "RETIRED" in onward
    )


def test_no_two_boxes_share_a_place_and_all_lie_on_the_paper() -> None:
    picture = drawn()

    assert len({(box.x, box.y) for box in picture.boxes}) == len(picture.boxes)
    assert all(box.x + rules.WIDE <= picture.wide and box.y + rules.TALL <= picture.tall for box in picture.boxes)


def test_another_table_makes_another_drawing() -> None:
    moves = {"A": ("B",), "B": ("A", "C"), "C": ()}
    picture = rules.drawing(moves, titles={each: each for each in moves}, desks=dict.fromkeys(moves, ""), verbs={})

    assert rules.main_path(moves) == ["A", "B", "C"]
    assert len(picture.arrows) == 3


@pytest.mark.clause(70)
def test_the_days_at_each_desk_are_added_up_over_the_rounds() -> None:
    days = [("DRAFT", 0), ("SUBMITTED", 5), ("RETURNED", 12), ("DRAFT", 13), ("SUBMITTED", 20)]
    steps = [(status, NOW + timedelta(days=day)) for status, day in days]

    stayed = rules.stays(steps, desks=LIFE.desks, at=NOW + timedelta(days=21, hours=23))

    assert [each.days for each in stayed] == [5, 7, 1, 7, 1]
    assert rules.days_at_desks(stayed) == [("MVP Manager", 13), ("Steering Group", 8)]


def test_what_has_no_step_yet_has_been_nowhere() -> None:
    assert rules.stays([], desks=LIFE.desks, at=NOW) == []


@pytest.mark.clause(70)
def test_the_page_shows_where_a_profile_stands_and_what_happens_next(scene: Scene, client: Client) -> None:
    version = scene.returned()
    client.force_login(scene.mvpm)

    context = client.get(f"/roles/versions/{version.reference}/flow").context

    assert [each["box"].status for each in context["boxes"] if each["is_here"]] == ["RETURNED"]
    assert {each["box"].status for each in context["boxes"] if each["is_past"]} == {"DRAFT", "SUBMITTED"}
    assert context["next"].startswith("The MVP Manager and the unit answer the points")
    assert [row["title"] for row in context["stayed"]] == [
        "Draft",
        "With the Steering Group",
        "Returned with points to answer",
    ]


def test_anybody_may_see_how_roles_come_about_but_not_how_long_one_took(scene: Scene, client: Client) -> None:
    version = scene.approved()

    general = client.get("/roles/how")
    seen = {}
    for name, person in {
        "stranger": a_person(),
        "elsewhere": an_mvpm(a_borough("Barnet")),
        "manager": scene.manager,
    }.items():
        client.force_login(person)
        seen[name] = client.get(f"/roles/versions/{version.reference}/flow").status_code

    assert (general.status_code, b"Role creation flowchart" in general.content) == (200, True)
    assert seen == {"stranger": 403, "elsewhere": 403, "manager": 200}


def test_a_profile_put_aside_shows_its_end(scene: Scene, client: Client) -> None:
    version = scene.draft()
    services.retire(version, why="The unit has thought again", by=scene.mvpm, at=NOW)
    client.force_login(scene.mvpm)

    context = client.get(f"/roles/versions/{version.reference}/flow").context

    assert [each["box"].status for each in context["boxes"] if each["is_here"]] == ["RETIRED"]

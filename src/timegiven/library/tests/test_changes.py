"""What is different between two versions: as tracked changes, and in plain words."""

import pytest

from timegiven.library import rules, selectors, services
from timegiven.library.rules import Change, Content, Piece, TaskLine
from timegiven.library.tests.scenes import Scene


def tasks(*lines: str | TaskLine) -> Content:
    return Content(tasks=tuple(TaskLine(each) if isinstance(each, str) else each for each in lines))


def seen(old: Content, new: Content) -> list[tuple[str, str, str]]:
    return [(each.kind, each.before, each.after) for each in rules.tracked(old, new)]


def test_the_same_twice_is_no_change() -> None:
    content = Content(facts={"Kit": "Gloves"}, tasks=(TaskLine("Label the boxes"),), lists={"Skills": ("Patience",)})

    assert rules.changes(content, content) == []
    assert [each.kind for each in rules.tracked(content, content)] == ["same"] * 3


def test_a_task_more_and_a_task_less_stand_where_they_belong() -> None:
    old = tasks("Check the list", "Wash the van", "Label the boxes")
    new = tasks("Check the list", "Label the boxes", "Greet visitors at the door")

    assert seen(old, new) == [
        ("same", "Check the list", "Check the list"),
        ("removed", "Wash the van", ""),
        ("same", "Label the boxes", "Label the boxes"),
        ("added", "", "Greet visitors at the door"),
    ]


def test_a_task_in_other_words_is_one_task_changed_word_by_word() -> None:
    (change,) = rules.changes(tasks("Label the boxes for the archive"), tasks("Label the full boxes for the archive"))

    assert change.kind == "changed"
    assert change.pieces == (
        Piece("same", "Label the"),
        Piece("added", " full"),
        Piece("same", " boxes for the archive"),
    )


def test_tasks_that_have_little_in_common_are_two() -> None:
    found = rules.changes(tasks("Label the boxes"), tasks("Answer the telephone"))

    assert [each.kind for each in found] == ["removed", "added"]


def test_the_order_alone_is_no_change() -> None:
    assert rules.changes(tasks("One", "Two"), tasks("Two", "One")) == []


def test_a_full_stop_or_a_capital_letter_is_no_change() -> None:
    assert rules.changes(tasks("Label the boxes."), tasks("label the  Boxes")) == []


def test_of_two_old_tasks_the_most_alike_is_the_mate() -> None:
    old = tasks("Sort the red boxes", "Sort the blue boxes")
    new = tasks("Sort the blue boxes", "Sort the green boxes")

    assert seen(old, new) == [
        ("same", "Sort the blue boxes", "Sort the blue boxes"),
        ("changed", "Sort the red boxes", "Sort the green boxes"),
    ]


def test_a_mark_that_came_or_went_changes_the_task() -> None:
    old = tasks(TaskLine("Wheel boxes to the van", ("Lifting",)))
    new = tasks(TaskLine("Wheel boxes to the van", ("Away from the station", "AWARE")))

    (change,) = rules.changes(old, new)

    assert (change.marks_added, change.marks_removed) == (("Away from the station", "AWARE"), ("Lifting",))
    assert change.sentence == (
        "Changed task: Wheel boxes to the van. New about it: away from the station, AWARE. No longer: lifting."
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (tasks(), tasks(TaskLine("Label boxes", ("Lifting",))), "New task: Label boxes. To know about it: lifting."),
        (tasks("Label boxes."), tasks(), "No longer a task: Label boxes."),
        (tasks("Label boxes"), tasks("Label big boxes"), "Changed task: Label big boxes. It was: Label boxes."),
        (Content({"Kit": ""}), Content({"Kit": "Gloves"}), "Kit: now “Gloves”. Nothing was said about it before."),
        (Content({"Kit": "Gloves"}), Content({"Kit": ""}), "Kit: no longer “Gloves”."),
        (Content({"Kit": "Gloves"}), Content({"Kit": "Mask"}), "Kit: was “Gloves”, now “Mask”."),
        (Content(lists={"Skills": ()}), Content(lists={"Skills": ("Polish",)}),
         "Skills: now “Polish”. Nothing was said about it before."),
    ],
)  # fmt: skip
def test_each_change_is_a_plain_sentence(old: Content, new: Content, sentence: str) -> None:
    assert [each.sentence for each in rules.changes(old, new)] == [sentence]


def test_tasks_come_first_among_the_changes() -> None:
    old = Content({"Kit": ""}, tasks("One").tasks)
    new = Content({"Kit": "Gloves"}, tasks("Two").tasks)

    assert [each.part for each in rules.changes(old, new)] == ["Tasks", "Tasks", "Kit"]


@pytest.mark.clause(57)
def test_the_tasks_common_to_both_are_those_with_the_same_words_and_marks() -> None:
    old = tasks("Check the list", TaskLine("Carry boxes"), "Wash the van")
    new = tasks("check the list.", TaskLine("Carry boxes", ("Lifting",)), "Greet visitors")

    assert rules.tasks_in_both(old.tasks, new.tasks) == ["check the list."]


def test_nothing_typed_can_break_the_words() -> None:
    (change,) = rules.changes(Content({"Kit": "<b>a</b>  b"}), Content({"Kit": "<b>a</b> c"}))

    assert "".join(each.text for each in change.pieces if each.kind != "removed") == "<b>a</b> c"


@pytest.mark.clause(57, 58)
def test_two_versions_are_compared_from_the_tables(scene: Scene) -> None:
    old = scene.approved()
    new = services.revise(old, why="A task more", by=scene.mvpm, at=scene.at)

    services.add_tasks(new, texts=["Wheel boxes to the yard"], marks={"is_off_site": True}, by=scene.mvpm, at=scene.at)
    services.describe(new, part="kit", kit="Cotton gloves and a mask", dress="", by=scene.mvpm, at=scene.at)

    new.refresh_from_db()
    assert selectors.tasks_in_both(old, new) == ["Check papers against their list", "Label the boxes"]
    assert [each.sentence for each in selectors.changes(old, new)] == [
        "New task: Wheel boxes to the yard. To know about it: away from the station.",
        "Kit: was “Cotton gloves”, now “Cotton gloves and a mask”.",
    ]


def test_an_empty_change_has_no_pieces() -> None:
    assert rules.tracked(Content({"Kit": ""}), Content({"Kit": ""})) == [Change("Kit", "same", "", "")]

"""The tasks of a draft: added, changed, moved and taken out, one by one; their marks make the role's own."""

import pytest
from django.test import Client

from tests.builders import NOW, a_borough, an_mvpm
from timegiven.kernel.refusals import NotAllowed, NotPermitted, SomeoneElseActed
from timegiven.library import rules, services
from timegiven.library.models import ProfileVersion, Task
from timegiven.library.tests.scenes import TASKS, Scene

CHECK, LABEL = TASKS


def listed(version: ProfileVersion) -> list[str]:
    return list(version.tasks.order_by("position").values_list("text", flat=True))


def marks(version: ProfileVersion) -> list[str]:
    version.refresh_from_db()
    return [name for name in rules.MARK_FIELDS if getattr(version, name)]


def page(version: ProfileVersion, more: str = "") -> str:
    return f"/roles/versions/{version.reference}/tasks{more}"


@pytest.mark.clause(61, 73)
def test_tasks_are_added_at_the_end_with_their_marks(scene: Scene) -> None:
    version = scene.draft()

    services.add_tasks(
        version, texts=["Greet visitors", "Show the way"], marks={"is_public_facing": True}, by=scene.mvpm, at=NOW
    )

    assert listed(version) == [CHECK, LABEL, "Greet visitors", "Show the way"]
    assert marks(version) == ["is_public_facing", "is_lifting"]
    assert [task.is_public_facing for task in version.tasks.order_by("position")] == [False, False, True, True]


@pytest.mark.clause(92, 93)
def test_the_marks_of_the_role_follow_those_of_its_tasks(scene: Scene) -> None:
    version = scene.draft()
    told = {"by": scene.mvpm, "at": NOW}

    services.change_task(version, position=1, was=CHECK, text=CHECK, marks={"is_lone": True}, **told)
    one = marks(version)
    services.remove_task(version, position=2, was=LABEL, **told)

    assert (one, marks(version)) == (["is_lifting", "is_lone"], ["is_lone"])


def test_every_mark_of_a_task_is_one_of_the_role(scene: Scene) -> None:
    version = scene.proposal()

    services.add_tasks(version, texts=["All"], marks=dict.fromkeys(rules.MARK_FIELDS, True), by=scene.mvpm, at=NOW)

    assert marks(version) == list(rules.MARK_FIELDS)
    assert {f.name for f in Task._meta.fields} >= set(rules.MARK_FIELDS)


def test_a_task_moves_up_and_down_and_stays_at_the_ends(scene: Scene) -> None:
    version = scene.draft()

    def move(position: int, was: str, *, up: bool) -> list[str]:
        services.move_task(version, position=position, was=was, up=up, by=scene.mvpm, at=NOW)
        return listed(version)

    assert move(2, LABEL, up=True) == [LABEL, CHECK]
    assert move(1, LABEL, up=True) == [LABEL, CHECK]
    assert move(2, CHECK, up=False) == [LABEL, CHECK]
    assert move(1, LABEL, up=False) == [CHECK, LABEL]


def test_a_task_keeps_its_marks_when_it_moves(scene: Scene) -> None:
    version = scene.draft()
    services.add_tasks(version, texts=["Log in"], marks={"needs_aware": True}, by=scene.mvpm, at=NOW)

    services.move_task(version, position=3, was="Log in", up=True, by=scene.mvpm, at=NOW)

    assert list(version.tasks.order_by("position").values_list("text", "needs_aware")) == [
        (CHECK, False),
        ("Log in", True),
        (LABEL, False),
    ]


def test_the_last_task_may_go_and_then_the_draft_goes_no_further(scene: Scene) -> None:
    version = scene.draft()
    for position, was in ((2, LABEL), (1, CHECK)):
        services.remove_task(version, position=position, was=was, by=scene.mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="“Tasks” is not filled in yet"):
        services.submit(version, by=scene.mvpm, at=NOW)


def test_whoever_read_another_list_is_told(scene: Scene) -> None:
    version = scene.draft()
    told = {"by": scene.mvpm, "at": NOW}

    with pytest.raises(SomeoneElseActed):
        services.change_task(version, position=1, was="Something else", text="New", marks={}, **told)
    with pytest.raises(SomeoneElseActed):
        services.move_task(version, position=9, was=CHECK, up=True, **told)
    with pytest.raises(SomeoneElseActed):
        services.remove_task(version, position=1, was=LABEL, **told)

    assert listed(version) == TASKS


@pytest.mark.clause(103)
@pytest.mark.parametrize("way", ["mark", "words"])
def test_driving_a_police_vehicle_is_refused_outright(scene: Scene, way: str) -> None:
    version = scene.draft()
    text, ticked = ("Bring boxes", {rules.MPS_VEHICLE: True}) if way == "mark" else ("Drive the police van", {})

    with pytest.raises(NotAllowed, match=r"not permitted that volunteers drive any MPS vehicles.*clause 103"):
        services.add_tasks(version, texts=[text], marks=ticked, by=scene.mvpm, at=NOW)

    assert listed(version) == TASKS


@pytest.mark.clause(105)
def test_ones_own_vehicle_is_on_the_profile_and_has_to_be_in_the_assessment(scene: Scene) -> None:
    version = scene.draft()
    services.add_tasks(
        version, texts=["Bring leaflets to the stall"], marks={"allows_own_vehicle": True}, by=scene.mvpm, at=NOW
    )

    with pytest.raises(NotAllowed, match="says nothing about driving"):
        services.submit(version, by=scene.mvpm, at=NOW)


@pytest.mark.parametrize("who", ["manager", "chair", "other"])
def test_only_the_boroughs_own_mvp_manager_lists_tasks(scene: Scene, who: str) -> None:
    version = scene.draft()
    told = {"by": an_mvpm(a_borough("Barnet")) if who == "other" else getattr(scene, who), "at": NOW}

    for deed in (
        lambda: services.add_tasks(version, texts=["New"], marks={}, **told),
        lambda: services.change_task(version, position=1, was=CHECK, text="New", marks={}, **told),
        lambda: services.move_task(version, position=1, was=CHECK, up=False, **told),
        lambda: services.remove_task(version, position=1, was=CHECK, **told),
    ):
        with pytest.raises(NotPermitted):
            deed()
    assert listed(version) == TASKS


def test_the_tasks_of_what_is_with_the_group_stay(scene: Scene, client: Client) -> None:
    version = scene.paper()
    client.force_login(scene.mvpm)

    reply = client.post(page(version), {"tasks": "One more"})

    assert ("with the steering group" in reply.content.decode(), "One more" in reply.content.decode()) == (True, True)
    assert listed(version) == TASKS


def test_the_page_reads_one_task_a_line_without_bullets(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(page(version), {"tasks": "- Check\n\n2. Label   boxes\n• Wheel", "ticked": ["is_lifting"]})

    assert (reply.status_code, reply.url) == (302, page(version))
    assert listed(version) == ["Check", "Label boxes", "Wheel"]
    assert marks(version) == ["is_lifting"]


@pytest.mark.clause(61)
def test_two_hundred_pasted_tasks_are_refused_and_nothing_is_lost(scene: Scene, client: Client) -> None:
    version = scene.draft()
    client.force_login(scene.mvpm)
    pasted = "\n".join(f"Task number {number}" for number in range(200))

    reply = client.post(page(version), {"tasks": pasted, "ticked": ["is_lone"]})

    words = reply.content.decode()
    assert (reply.status_code, "it has 202 tasks, and 12 is the most" in words) == (200, True)
    assert ("Task number 0\n" in words, "Task number 199" in words) == (True, True)
    assert reply.context["adding"]["ticked"].value() == ["is_lone"]
    assert listed(version) == TASKS


def test_a_task_may_not_be_an_essay(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    added = client.post(page(version), {"tasks": "Ok\n" + "x" * 201})
    services.add_tasks(version, texts=["One"], marks={}, by=scene.mvpm, at=NOW)
    changed = client.post(page(version, "/1"), {"text": "x" * 201, "was": "One"})

    assert added.context["form"].errors == {"tasks": ["Task 2 must be 200 characters or fewer"]}
    assert changed.context["form"].errors == {"text": ["Task 1 must be 200 characters or fewer"]}


def test_pasted_markup_and_control_characters_are_only_text(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    client.post(page(version), {"tasks": "<script>x</script>\x07 File\u202e it"})

    assert listed(version) == ["<script>x</script> File it"]
    for address in (page(version), f"/roles/versions/{version.reference}"):
        shown = client.get(address).content.decode()
        assert ("&lt;script&gt;x&lt;/script&gt; File it" in shown, "<script>x" in shown) == (True, False)


def test_lines_with_nothing_but_bullets_are_no_tasks(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(page(version), {"tasks": "\u200b\n \t\n"})

    assert reply.context["form"].errors == {"tasks": ["Enter at least one task"]}


def test_the_page_of_a_task_changes_it(scene: Scene, client: Client) -> None:
    version = scene.draft()
    client.force_login(scene.mvpm)

    shown = client.get(page(version, "/2")).context["form"]
    reply = client.post(page(version, "/2"), {"text": "Label the full boxes", "was": LABEL, "ticked": ["is_lone"]})

    assert (shown["text"].value(), shown["ticked"].value()) == (LABEL, ["is_lifting"])
    assert (reply.status_code, listed(version)) == (302, [CHECK, "Label the full boxes"])
    assert marks(version) == ["is_lifting", "is_lone"]


def test_the_buttons_move_and_take_out(scene: Scene, client: Client) -> None:
    version = scene.draft()
    client.force_login(scene.mvpm)

    moved = client.post(page(version), {"position": "2", "was": LABEL, "way": "up"})
    after_move = listed(version)
    asked = client.get(page(version, "/1/remove"))
    gone = client.post(page(version, "/1/remove"), {"was": LABEL})

    assert (moved.status_code, after_move) == (302, [LABEL, CHECK])
    assert LABEL in asked.content.decode()
    assert (gone.status_code, listed(version)) == (302, [CHECK])


def test_an_old_page_is_told_that_the_list_has_changed(scene: Scene, client: Client) -> None:
    version = scene.draft()
    client.force_login(scene.mvpm)

    replies = [
        client.post(page(version), {"position": "1", "was": "Gone", "way": "up"}),
        client.post(page(version, "/1"), {"text": "New", "was": "Gone"}),
        client.post(page(version, "/1/remove"), {"was": "Gone"}),
    ]

    assert ["somebody else has changed the list" in reply.content.decode() for reply in replies] == [True] * 3
    assert client.get(page(version, "/9")).status_code == 404
    assert listed(version) == TASKS

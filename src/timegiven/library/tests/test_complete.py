"""The MVP Manager completes a draft, and answers the questions again when the unit has thought."""

import pytest
from django.test import Client

from tests.builders import NOW, a_borough, an_mvpm
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.library import services
from timegiven.library.tests.scenes import MARKS, NO, REASONS, TASKS, Scene


@pytest.mark.clause(71, 73)
def test_purpose_tasks_and_marks_are_kept(scene: Scene) -> None:
    version = scene.proposal()

    services.complete(version, purpose=" Empty it. ", tasks=TASKS, by=scene.mvpm, at=NOW, **MARKS)

    version.refresh_from_db()
    assert (version.purpose, version.is_lifting, version.weekly_minutes) == ("Empty it.", True, 240)
    assert list(version.tasks.order_by("position").values_list("position", "text")) == list(enumerate(TASKS, start=1))


def test_tasks_are_replaced_by_the_newer_list(scene: Scene) -> None:
    version = scene.draft()

    services.complete(version, purpose="It.", tasks=["Sort", TASKS[0]], by=scene.mvpm, at=NOW, **MARKS)

    assert list(version.tasks.order_by("position").values_list("text", flat=True)) == ["Sort", TASKS[0]]


@pytest.mark.clause(103)
def test_driving_a_police_van_is_refused_and_nothing_changes(scene: Scene) -> None:
    version = scene.draft()

    with pytest.raises(NotAllowed, match="police vehicle"):
        services.complete(version, purpose="Other", tasks=["Drive the police van"], by=scene.mvpm, at=NOW, **MARKS)

    version.refresh_from_db()
    assert (version.purpose, version.tasks.count()) == ("Empty the corner.", 2)


def test_a_profile_with_the_steering_group_stays_as_it_is(scene: Scene) -> None:
    version = scene.paper()

    with pytest.raises(NotAllowed, match="with the steering group"):
        services.complete(version, purpose="Other", tasks=["New"], by=scene.mvpm, at=NOW, **MARKS)
    with pytest.raises(NotAllowed, match="with the steering group"):
        services.answer(version, answers=NO, reasons=REASONS, by=scene.mvpm, at=NOW)

    assert version.tasks.count() == 2


@pytest.mark.parametrize("who", ["manager", "chair", "other"])
def test_only_the_boroughs_own_mvp_manager_completes(scene: Scene, who: str) -> None:
    version = scene.proposal()
    person = an_mvpm(a_borough("Barnet")) if who == "other" else getattr(scene, who)

    with pytest.raises(NotPermitted):
        services.complete(version, purpose="It", tasks=TASKS, by=person, at=NOW, **MARKS)


@pytest.mark.clause(63)
def test_a_yes_may_stand_in_a_draft_but_not_go_on(scene: Scene) -> None:
    version = scene.draft()

    services.answer(version, answers={**NO, "is_overtime": True}, reasons=REASONS, by=scene.mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="overtime"):
        services.submit(version, by=scene.mvpm, at=NOW)
    version.refresh_from_db()
    assert (version.status, version.is_overtime) == ("DRAFT", True)


def test_a_mark_of_the_whole_role_is_set_on_each_of_its_tasks(scene: Scene) -> None:
    version = scene.draft()

    assert [(task.is_lifting, task.needs_aware) for task in version.tasks.all()] == [(True, False), (True, False)]


def test_the_questions_page_saves_the_answers(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)
    typed = {**dict.fromkeys(NO, "no"), **REASONS, "why_not_overtime": "Nobody was ever paid for it."}

    reply = client.post(f"/roles/versions/{version.reference}/answer", typed)

    version.refresh_from_db()
    assert (reply.status_code, version.why_not_overtime) == (302, "Nobody was ever paid for it.")


def test_a_draft_does_not_exist_for_another_borough(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(an_mvpm(a_borough("Barnet")))

    assert client.get(f"/roles/versions/{version.reference}/complete").status_code == 404


def test_the_unit_manager_sees_the_draft_and_reads_why_not_to_change_it(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.manager)

    seen = client.get(f"/roles/versions/{version.reference}")
    refused = client.get(f"/roles/versions/{version.reference}/complete")

    assert (seen.status_code, refused.status_code) == (200, 403)
    assert f"It is the turn of the MVP Manager, {scene.mvpm.name}." in seen.content.decode()

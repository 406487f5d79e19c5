"""The unit asks for an added task; the MVP Manager takes it up in the next version, or says why not."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import NOW, a_borough, a_risk_assessment, a_unit, a_unit_manager, a_volunteer, an_mvpm
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted, SomeoneElseActed
from timegiven.letters.models import Letter
from timegiven.library import rules, selectors, services
from timegiven.library.models import ProfileVersion, TaskRequest
from timegiven.library.tests.scenes import TASKS, Scene

WHEEL = "Wheel full boxes to the yard"


def asked(scene: Scene, version: ProfileVersion, task: str = WHEEL) -> TaskRequest:
    return services.ask(version, unit=scene.unit, task=task, why="It saves a walk", by=scene.manager, at=scene.at)


def letters() -> list[tuple[str, str]]:
    return list(Letter.objects.filter(template__startswith="library/task").values_list("template", "recipient"))


@pytest.mark.clause(57)
def test_the_unit_asks_and_the_mvp_manager_is_told(scene: Scene) -> None:
    version = scene.approved()

    request = asked(scene, version)

    assert (request.version, request.unit, request.task, request.asked_by) == (
        version,
        scene.unit,
        WHEEL,
        scene.manager,
    )
    assert selectors.state_of(request) == ("With the MVP Manager", "yellow")
    assert letters() == [("library/task_asked", scene.mvpm.reference)]
    assert selectors.tasks_of(version)[-1].text == TASKS[-1]


@pytest.mark.clause(57, 58)
def test_taken_up_it_stands_in_the_next_version_and_not_in_this_one(scene: Scene) -> None:
    version = scene.approved()
    request = asked(scene, version)

    draft = services.take_up_task(request, text=WHEEL, marks={"is_off_site": True}, by=scene.mvpm, at=NOW)

    request.refresh_from_db()
    draft.refresh_from_db()
    assert (draft.number, draft.status, request.draft) == (2, "DRAFT", draft)
    assert [task.text for task in selectors.tasks_of(draft)] == [*TASKS, WHEEL]
    assert [task.text for task in selectors.tasks_of(version)] == TASKS
    assert (draft.is_off_site, selectors.state_of(request)[0]) == (True, "Being written and assessed")
    assert letters()[-1] == ("library/task_taken_up", scene.manager.reference)
    with pytest.raises(NotAllowed, match="“Meeting the team” is not filled in yet"):  # all is looked at anew
        services.submit(draft, by=scene.mvpm, at=NOW)


def test_the_asker_follows_it_to_the_end(scene: Scene) -> None:
    request = asked(scene, scene.approved())

    def state() -> str:
        return selectors.state_of(selectors.requests_seen_by(scene.manager, NOW.date()).get(pk=request.pk))[0]

    draft = services.take_up_task(request, text=WHEEL, marks={}, by=scene.mvpm, at=NOW)
    scene.look_again(draft)
    services.submit(draft, by=scene.mvpm, at=NOW)
    with_the_group = state()
    ProfileVersion.objects.filter(pk=draft.pk).update(approved_on=NOW.date())

    assert (with_the_group, state()) == ("With the Steering Group", "Approved")


def test_a_second_request_goes_into_the_draft_that_is_being_written(scene: Scene) -> None:
    version = scene.approved()
    one, two = asked(scene, version), asked(scene, version, "Water the plants")

    first = services.take_up_task(one, text=WHEEL, marks={}, by=scene.mvpm, at=NOW)
    second = services.take_up_task(two, text="Water the plants", marks={}, by=scene.mvpm, at=NOW)

    assert first == second
    assert [task.text for task in selectors.tasks_of(first)] == [*TASKS, WHEEL, "Water the plants"]


def test_while_the_group_decides_it_waits(scene: Scene) -> None:
    version = scene.approved()
    draft = services.revise(version, why="More", by=scene.mvpm, at=NOW)
    scene.look_again(draft)
    services.submit(draft, by=scene.mvpm, at=NOW)
    request = asked(scene, version)

    with pytest.raises(NotAllowed, match="what is decided on does not change meanwhile"):
        services.take_up_task(request, text=WHEEL, marks={}, by=scene.mvpm, at=NOW)

    assert selectors.requests_to_answer(scene.mvpm, NOW.date()).get() == request


def test_declined_the_asker_reads_why(scene: Scene) -> None:
    request = asked(scene, scene.approved())

    with pytest.raises(NotAllowed, match="the reason is missing"):
        services.decline_task(request, why=" ", by=scene.mvpm, at=NOW)
    services.decline_task(request, why="The porter is paid to do it.", by=scene.mvpm, at=NOW)

    request.refresh_from_db()
    assert (request.why_not, selectors.state_of(request)[0]) == ("The porter is paid to do it.", "Not taken up")
    assert letters()[-1] == ("library/task_declined", scene.manager.reference)
    assert "The porter is paid to do it." in Letter.objects.get(template="library/task_declined").text


def test_it_is_answered_once(scene: Scene) -> None:
    request = asked(scene, scene.approved())
    services.decline_task(request, why="No", by=scene.mvpm, at=NOW)

    with pytest.raises(SomeoneElseActed):
        services.take_up_task(request, text=WHEEL, marks={}, by=scene.mvpm, at=NOW)
    with pytest.raises(SomeoneElseActed):
        services.decline_task(request, why="Again", by=scene.mvpm, at=NOW)


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        (TASKS[0].upper() + ".", "is on the profile already"),
        (WHEEL, "somebody has asked for the same task"),
        ("Drive the police van to the yard", "not permitted that volunteers drive any MPS vehicles"),
    ],
)
@pytest.mark.clause(61, 103)
def test_what_need_not_or_cannot_be_asked_for(scene: Scene, task: str, reason: str) -> None:
    version = scene.approved()
    asked(scene, version)

    with pytest.raises(NotAllowed, match=reason):
        asked(scene, version, task)

    assert TaskRequest.objects.count() == 1


def test_nothing_is_asked_of_a_version_that_is_not_in_force(scene: Scene) -> None:
    with pytest.raises(NotAllowed, match="not in force"):
        asked(scene, scene.draft())


def test_who_asks_and_who_answers(scene: Scene) -> None:
    version = scene.approved()
    strangers = [scene.chair, a_unit_manager(a_unit("Post room")), a_volunteer().person, an_mvpm(a_borough("Barnet"))]

    for person in strangers:
        with pytest.raises(NotPermitted):
            services.ask(version, unit=scene.unit, task=WHEEL, by=person, at=NOW)
    request = asked(scene, version)
    for person in [*strangers, scene.manager]:
        with pytest.raises(NotPermitted):
            services.take_up_task(request, text=WHEEL, marks={}, by=person, at=NOW)
        with pytest.raises(NotPermitted):
            services.decline_task(request, why="No", by=person, at=NOW)


@pytest.mark.clause(103)
def test_taking_up_with_a_police_vehicle_is_refused_and_begins_nothing(scene: Scene) -> None:
    request = asked(scene, scene.approved())

    with pytest.raises(NotAllowed, match="police vehicle"):
        services.take_up_task(request, text=WHEEL, marks={rules.MPS_VEHICLE: True}, by=scene.mvpm, at=NOW)

    assert (ProfileVersion.objects.count(), Event.objects.filter(act="took up a task").count()) == (1, 0)


def test_the_page_of_the_unit_and_the_first_screen_of_the_mvp_manager(scene_today: Scene, client: Client) -> None:
    version = scene_today.approved()
    client.force_login(scene_today.manager)

    page = f"/roles/versions/{version.reference}/ask"
    empty = client.post(page, {"unit": scene_today.unit.reference, "task": "", "why": "Keep me"})
    reply = client.post(page, {"unit": scene_today.unit.reference, "task": f"{WHEEL}\u202e", "why": ""})

    request = TaskRequest.objects.get()
    needs = {need.url_name: (need.text, need.query) for need in selectors.needs(scene_today.mvpm, NOW.date())}
    assert (empty.context["form"].errors, "Keep me" in empty.content.decode()) == ({"task": ["Enter the task"]}, True)
    assert (reply.url, request.task) == (f"/roles/requests/{request.reference}", WHEEL)
    assert needs["library:requests"] == ("Answer 1 request for an added task", "?waiting=on")


def test_the_mvp_manager_answers_on_the_pages(scene_today: Scene, client: Client) -> None:
    version = scene_today.approved()
    one, two = asked(scene_today, version), asked(scene_today, version, "Water the plants")
    client.force_login(scene_today.mvpm)

    listed = client.get("/roles/requests?waiting=on").context["rows"]
    taken = client.post(f"/roles/requests/{one.reference}/take-up", {"text": WHEEL, "ticked": ["is_lifting"]})
    late = client.post(f"/roles/requests/{one.reference}/decline", {"why": "Too late"})
    declined = client.post(f"/roles/requests/{two.reference}/decline", {"why": "There are no plants"})

    draft = ProfileVersion.objects.get(number=2)
    assert [row["asked"] for row in listed] == [two, one]
    assert (taken.status_code, taken.url) == (302, f"/roles/versions/{draft.reference}/complete")
    assert ("has been answered already" in late.content.decode(), "Too late" in late.content.decode()) == (True, True)
    assert (declined.status_code, client.get("/roles/requests?waiting=on").context["rows"]) == (302, [])
    assert "There are no plants" in client.get(f"/roles/requests/{two.reference}").content.decode()


def test_who_sees_a_request(scene: Scene, client: Client) -> None:
    request = asked(scene, scene.approved())

    def status(person: object) -> int:
        client.force_login(person)
        return client.get(f"/roles/requests/{request.reference}").status_code

    strangers = (a_volunteer().person, scene.chair, an_mvpm(a_borough("Barnet")), a_unit_manager(a_unit("Post room")))
    assert [status(person) for person in (scene.manager, scene.mvpm, *strangers)] == [200, 200, 404, 404, 404, 404]


def test_one_request_or_many_take_the_same_number_of_queries(scene: Scene, client: Client) -> None:
    version = scene.approved()
    a_risk_assessment(version)
    asked(scene, version)
    client.force_login(scene.mvpm)
    client.get("/roles/requests")

    def queries() -> int:
        with CaptureQueriesContext(connection) as made:
            client.get("/roles/requests")
        return len(made)

    one = queries()
    for number in range(5):
        asked(scene, version, f"Task {number}")
    assert queries() == one

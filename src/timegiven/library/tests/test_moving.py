"""Taking a returned profile up again, beginning the next version, retiring a role."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import NOW, TODAY, a_borough, a_risk_assessment, a_unit, a_volunteer, an_mvpm, the_central_team
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.library import access, selectors, services
from timegiven.library.models import ProfileVersion
from timegiven.library.tests.scenes import TASKS, Scene


@pytest.mark.clause(63)
def test_a_returned_profile_becomes_a_draft_again(scene: Scene) -> None:
    version = scene.returned()

    services.take_up(version, by=scene.mvpm, at=NOW)

    assert version.status == "DRAFT"


def test_only_what_was_returned_is_taken_up(scene: Scene) -> None:
    version = scene.paper()

    with pytest.raises(NotAllowed):
        services.take_up(version, by=scene.mvpm, at=NOW)


@pytest.mark.clause(57, 58)
def test_a_new_version_starts_from_the_old_which_stays_in_force(scene: Scene) -> None:
    version = scene.approved()

    draft = services.revise(version, why="Add a task", by=scene.mvpm, at=NOW)

    assert (draft.number, draft.status, draft.purpose, draft.is_lifting) == (2, "DRAFT", version.purpose, True)
    assert [task.text for task in selectors.tasks_of(draft)] == TASKS
    assert list(selectors.approved_versions(TODAY)) == [version]


@pytest.mark.clause(58)
def test_a_new_version_needs_its_own_talk_with_the_team_and_risk_assessment(scene: Scene) -> None:
    draft = services.revise(scene.approved(), why="Add a task", by=scene.mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="“Meeting the team” is not filled in yet"):
        services.submit(draft, by=scene.mvpm, at=NOW)
    services.describe(draft, part="meeting", met_team_on=TODAY, by=scene.mvpm, at=NOW)
    with pytest.raises(NotAllowed, match="risk assessment"):
        services.submit(draft, by=scene.mvpm, at=NOW)


def test_one_new_version_at_a_time(scene: Scene) -> None:
    version = scene.approved()
    services.revise(version, why="Add a task", by=scene.mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="already"):
        services.revise(version, why="Another", by=scene.mvpm, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileVersion.objects.create(profile=version.profile, number=2, purpose="")


def test_a_draft_cannot_be_revised(scene: Scene) -> None:
    with pytest.raises(NotAllowed):
        services.revise(scene.draft(), why="Add a task", by=scene.mvpm, at=NOW)


@pytest.mark.clause(52)
def test_a_retired_role_is_in_force_no_longer_from_that_day(scene: Scene) -> None:
    version = scene.approved()

    services.retire(version, why="The office has closed", by=scene.mvpm, at=NOW.replace(day=26))

    version.refresh_from_db()
    assert version.status == "RETIRED"
    assert [selectors.in_force(version, TODAY.replace(day=day)) for day in (23, 24, 25, 26)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_draft_is_put_aside_and_its_name_is_free_again(scene: Scene) -> None:
    version = scene.draft()

    services.retire(version, why="The unit has thought again", by=scene.mvpm, at=NOW)

    version.refresh_from_db()
    assert (version.status, version.ended_on, scene.proposal().status) == ("RETIRED", None, "DRAFT")


def test_retiring_needs_a_reason_and_happens_once(scene: Scene) -> None:
    version = scene.approved()

    with pytest.raises(NotAllowed, match="reason"):
        services.retire(version, why=" ", by=scene.mvpm, at=NOW)
    services.retire(version, why="Closed", by=scene.mvpm, at=NOW)
    with pytest.raises(NotAllowed):
        services.retire(version, why="Closed", by=scene.mvpm, at=NOW)


def test_a_borough_does_not_retire_for_others_what_they_do_too(scene: Scene, client: Client) -> None:
    version = scene.approved()
    a_risk_assessment(version, unit=a_unit("Archive", borough=a_borough("Barnet")), review_on=date(2099, 1, 1))
    client.force_login(scene.mvpm)

    with pytest.raises(NotAllowed, match="it is done in Barnet too"):
        services.retire(version, why="Closed", by=scene.mvpm, at=NOW)
    page = client.get(f"/roles/versions/{version.reference}/retire")
    role = client.get(f"/roles/versions/{version.reference}").text
    services.retire(version, why="Closed", by=the_central_team(), at=NOW)

    assert (page.status_code, "Ask the Central Team to retire it for all" in page.text) == (409, True)
    assert ("/retire" in role, "the Central Team can retire it for all" in role) == (False, True)
    assert version.status == "RETIRED"


def test_a_retired_role_says_when_and_where_no_longer(scene: Scene, client: Client) -> None:
    version = scene.approved()
    services.retire(version, why="Closed", by=scene.mvpm, at=NOW)
    client.force_login(scene.mvpm)

    page = client.get(f"/roles/versions/{version.reference}").text

    assert "This role was retired on Tuesday 24 April 2007. Nobody does it any more." in page
    assert "Where volunteers can be offered it" not in page


def test_who_may_write_and_who_may_retire(scene: Scene) -> None:
    version = scene.approved()
    people = {
        "unit manager": scene.manager,
        "its MVPM": scene.mvpm,
        "MVPM of another borough": an_mvpm(a_borough("Barnet")),
        "chair": scene.chair,
        "Central Team": the_central_team(),
        "volunteer": a_volunteer().person,
    }

    may_write = [name for name, person in people.items() if access.write(person, version, TODAY)]
    may_retire = [name for name, person in people.items() if access.retire(person, version, TODAY)]

    assert (may_write, may_retire) == (["its MVPM"], ["its MVPM", "Central Team"])


@pytest.mark.parametrize("verb", ["take_up", "revise", "retire"])
def test_the_services_are_locked_too(scene: Scene, verb: str) -> None:
    version = scene.approved()
    why = {} if verb == "take_up" else {"why": "Because"}

    with pytest.raises(NotPermitted):
        getattr(services, verb)(version, by=scene.chair, at=NOW, **why)


def test_the_pages_do_it(scene: Scene, client: Client) -> None:
    client.force_login(scene.mvpm)
    back, there = scene.returned(), Scene(unit=a_unit("Post room")).approved()

    taken_up = client.post(f"/roles/versions/{back.reference}/take-up", {"once": "a key"})
    revised = client.post(f"/roles/versions/{there.reference}/revise", {"why": "Add a task"})
    retired = client.post(f"/roles/versions/{there.reference}/retire", {"why": "Closed"})

    assert [taken_up.status_code, revised.status_code, retired.status_code] == [302, 302, 302]
    for version in (back, there):
        version.refresh_from_db()
    assert (back.status, there.status) == ("DRAFT", "RETIRED")


@pytest.mark.parametrize(("verb", "status"), [("take-up", 200), ("revise", 200), ("retire", 200)])
def test_out_of_turn_the_pages_say_so_and_keep_what_was_typed(
    scene: Scene, client: Client, verb: str, status: int
) -> None:
    version = scene.paper() if verb != "retire" else scene.approved()
    if verb == "retire":
        services.retire(version, why="Closed", by=scene.mvpm, at=NOW)
    client.force_login(scene.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/{verb}", {"why": "My own words"})

    page = reply.content.decode()
    assert (reply.status_code, "There is a problem" in page) == (status, True)
    assert ("My own words" in page) == (verb != "take-up")

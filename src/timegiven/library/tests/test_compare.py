"""Two versions as tracked changes, for whoever may see both."""

import pytest
from django.test import Client

from tests.builders import TODAY, a_borough, a_unit, a_volunteer
from timegiven.library import selectors, services
from timegiven.library.models import ProfileVersion
from timegiven.library.tests.scenes import NO, REASONS, TASKS, Scene


@pytest.fixture
def newer(scene: Scene) -> ProfileVersion:
    """Version 2, a draft: one task changed, one gone, one more with a mark."""
    draft = services.revise(scene.approved(), why="More to do", by=scene.mvpm, at=scene.at)
    told = {"by": scene.mvpm, "at": scene.at}
    services.change_task(
        draft, position=1, was=TASKS[0], text="Check all papers against their list", marks={"is_lifting": True}, **told
    )
    services.remove_task(draft, position=2, was=TASKS[1], **told)
    services.add_tasks(draft, texts=["<b>Wheel</b> boxes out"], marks={"is_off_site": True}, **told)
    return draft


def page(version: ProfileVersion, other: str = "") -> str:
    return f"/roles/versions/{version.reference}/compare" + (f"?other={other}" if other else "")


@pytest.mark.clause(57, 58)
def test_it_reads_like_tracked_changes_not_by_colour_alone(newer: ProfileVersion, scene: Scene, client: Client) -> None:
    client.force_login(scene.mvpm)

    reply = client.get(page(newer))

    words = " ".join(reply.content.decode().split())
    hidden = '<span class="govuk-visually-hidden">'
    assert f"Check<ins>{hidden}[added: </span> all{hidden}]</span></ins> papers against their list" in words
    assert f"<del>{hidden}[taken away: </span>Label the boxes{hidden}]</span></del>" in words
    assert "&lt;b&gt;Wheel&lt;/b&gt; boxes out" in words
    assert f"<ins>{hidden}[mark added: </span>away from the station{hidden}]</span></ins>" in words
    assert reply.context["count"] == 3
    assert reply.context["sentences"] == [
        "Changed task: Check all papers against their list. It was: Check papers against their list.",
        "No longer a task: Label the boxes.",
        "New task: <b>Wheel</b> boxes out. To know about it: away from the station.",
    ]


def test_any_two_versions_of_a_role_and_what_it_was_copied_from(scene: Scene, client: Client) -> None:
    first = scene.approved()
    barnet = Scene(unit=a_unit("Records office", borough=a_borough("Barnet")))
    copy = services.copy(
        first, unit=barnet.unit, title="Copied", answers=NO, reasons=REASONS, by=barnet.manager, at=scene.at
    )
    second = services.revise(first, why="More", by=scene.mvpm, at=scene.at)
    client.force_login(scene.mvpm)

    shown = client.get(page(second, first.reference)).context["other"]
    back = client.get(page(first, second.reference)).context["other"]
    client.force_login(barnet.manager)
    origin = client.get(page(copy)).context["other"]

    assert (shown, back, origin) == (first, second, first)


def test_one_sees_only_what_one_may_see(newer: ProfileVersion, client: Client) -> None:
    older = selectors.previous(newer)
    stranger = [client.get(page(each)).status_code for each in (newer, older)]
    client.force_login(a_volunteer().person)
    volunteer = [client.get(page(each)).status_code for each in (newer, older)]

    assert (stranger, volunteer) == ([404, 404], [404, 404])


def test_a_version_that_is_alone_has_nothing_to_be_compared_with(scene: Scene, client: Client) -> None:
    version = scene.approved()
    client.force_login(scene.mvpm)

    assert client.get(page(version)).status_code == 404
    assert page(version) not in client.get(f"/roles/versions/{version.reference}").content.decode()


def test_a_choice_that_is_none_shows_the_version_before(newer: ProfileVersion, scene: Scene, client: Client) -> None:
    client.force_login(scene.mvpm)

    assert client.get(page(newer, "NONSENSE")).context["other"] == selectors.previous(newer)


@pytest.mark.clause(68)
def test_a_copied_role_shows_where_it_comes_from_and_what_was_decided(scene: Scene, client: Client) -> None:
    first = scene.approved()
    barnet = Scene(unit=a_unit("Records office", borough=a_borough("Barnet")))
    copy = services.copy(
        first, unit=barnet.unit, title="Copied", answers=NO, reasons=REASONS, by=barnet.manager, at=scene.at
    )
    client.force_login(barnet.manager)
    address = f"/roles/versions/{copy.reference}"

    (origin,) = client.get(address).context["origins"]

    assert (origin["version"], origin["can_open"]) == (first, True)
    assert origin["decided"] == "Version 1, approved by the Steering Group on Tuesday 24 April 2007."
    assert [step.status for step in origin["steps"]] == ["DRAFT", "SUBMITTED", "APPROVED"]
    assert f"/roles/versions/{first.reference}" in client.get(address).content.decode()


@pytest.mark.clause(4, 12, 110, 111, 112)
def test_the_page_tells_a_volunteer_first_what_they_would_like_to_know(scene: Scene, client: Client) -> None:
    version = scene.approved()
    ProfileVersion.objects.filter(pk=version.pk).update(
        place="Records room, first floor",
        usual_times="Weekday mornings",
        helps_borough="Safer neighbourhoods: papers are found",
        helps_volunteer="Practice in an office",
        skills="Patience\nA clear hand",
        dress="Smart casual, no jeans",
        supervisor="Records supervisor",
        deputy="Duty officer",
        if_nobody_comes="The files wait.",
        is_off_site=True,
    )

    shown = client.get(f"/roles/{version.profile.reference}").context

    facts = {row["key"]: row["value"] for row in [*shown["glance"], *shown["facts"]]}
    assert (facts["Where"], facts["When"], facts["How long"]) == (
        "Records room, first floor",
        "Weekday mornings",
        "4 hours a week",
    )
    assert (facts["What to wear"], facts["Kit that we lend"]) == ("Smart casual, no jeans", "Cotton gloves")
    assert (facts["Who looks after you"], facts["If you cannot come"]) == (
        "Records supervisor or Duty officer",
        "That is fine. The files wait.",
    )
    assert [gain["title"] for gain in shown["gains"]] == [
        "What you get from it",
        "How it helps the unit",
        "How it helps the borough",
    ]
    assert shown["skills"] == ("Patience", "A clear hand")
    assert shown["meeting"] == []


@pytest.mark.clause(71, 72)
def test_staff_read_about_the_meeting_with_the_team(scene: Scene, client: Client) -> None:
    version = scene.draft()
    services.describe(
        version, part="meeting", met_team_on=TODAY, met_team_note="All agreed", by=scene.mvpm, at=scene.at
    )
    client.force_login(scene.manager)

    assert client.get(f"/roles/versions/{version.reference}").context["meeting"] == [
        {"key": "The team talked it over", "value": "Tuesday 24 April 2007. All agreed"}
    ]

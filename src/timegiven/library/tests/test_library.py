"""The library for everyone: approved roles, filters, one page a role, no names for strangers."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.builders import (
    TODAY,
    a_borough,
    a_risk_assessment,
    a_unit,
    a_version,
    a_volunteer,
    an_approved_version,
    insurance,
)
from timegiven.library import selectors, services
from timegiven.library.models import RiskAssessment, RoleProfile, Task
from timegiven.library.tests.scenes import MARKS, TASKS, Scene
from timegiven.library.views import shown_public
from timegiven.programme.models import Unit


def titles(client: Client, **filters: str) -> list[str]:
    return [version.title for version in client.get("/roles/", filters).context["page_obj"]]


@pytest.mark.clause(52, 68)
def test_strangers_see_what_is_approved_and_nothing_else(db: None, client: Client) -> None:
    unit = a_unit()
    for status in ("APPROVED", "DRAFT", "SUBMITTED", "RETURNED", "RETIRED"):
        a_version(unit=unit, status=status, title=f"{status.title()} role")

    assert titles(client) == ["Approved role"]


@pytest.mark.clause(68)
def test_words_kind_borough_and_open_roles_narrow_the_list(scene_today: Scene, client: Client) -> None:
    insurance()
    archive = scene_today.approved()
    barnet = a_unit("Front counter", borough=a_borough("Barnet"))
    counter = an_approved_version(unit=barnet, title="Front counter triage")
    Task.objects.create(version=counter, position=9, text="Sort lost umbrellas")
    RiskAssessment.objects.filter(version=counter).update(review_on=timezone.localdate())  # overdue today

    assert titles(client) == ["Archive files helper", "Front counter triage"]
    assert titles(client, words="umbrella") == ["Front counter triage"]
    assert titles(client, words="umbrella files") == []
    assert titles(client, category="ADMIN") == ["Archive files helper"]
    assert titles(client, borough=barnet.borough.reference) == ["Front counter triage"]
    assert titles(client, open="on") == ["Archive files helper"]
    assert titles(client, category="NONSENSE") == ["Archive files helper", "Front counter triage"]
    a_risk_assessment(archive, unit=barnet)
    RiskAssessment.objects.filter(version=archive, unit=barnet).update(
        review_on=timezone.localdate().replace(year=2090)
    )
    assert titles(client, borough=barnet.borough.reference) == ["Archive files helper", "Front counter triage"]


def test_an_empty_library_says_so(db: None, client: Client) -> None:
    assert "There is no role yet." in client.get("/roles/").text
    assert "There is no role yet." not in client.get("/roles/?words=archive").text


@pytest.mark.parametrize("view", ["", "table"])
def test_one_role_or_many_take_the_same_number_of_queries(db: None, client: Client, view: str) -> None:
    unit = a_unit()
    an_approved_version(unit=unit)
    client.get("/roles/")  # whatever is asked once in a process

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/roles/", {"view": view})
        return len(asked)

    one = queries()
    for number in range(9):
        an_approved_version(unit=unit, title=f"Role {number}")
    assert queries() == one


def test_a_page_holds_twenty_five(db: None, client: Client) -> None:
    unit = a_unit()
    for number in range(26):
        a_version(unit=unit, title=f"Role {number:02}")

    assert (len(titles(client)), titles(client, page="2")) == (25, ["Role 25"])


@pytest.mark.clause(68)
def test_the_public_page_names_nobody_and_the_staff_page_does(scene_today: Scene, client: Client) -> None:
    version = scene_today.approved()
    address = f"/roles/{version.profile.reference}"
    names = [scene_today.manager.name, scene_today.mvpm.name, scene_today.chair.name, scene_today.union.name]

    public = client.get(address).content.decode()
    client.force_login(a_volunteer().person)
    volunteers = client.get(address).content.decode()
    client.force_login(scene_today.mvpm)
    staff = client.get(address).content.decode()

    assert [name in public for name in names] == [False] * 4
    assert [name in volunteers for name in names[:3]] == [False] * 3
    assert [name in staff for name in names] == [True] * 4
    assert "Label the boxes" in public
    assert "A strained back from boxes" in public


@pytest.mark.clause(91, 92, 93)
def test_the_page_says_which_training_the_marks_call_for(db: None, client: Client) -> None:
    version = an_approved_version(unit=a_unit(), is_public_facing=True)

    reply = client.get(f"/roles/{version.profile.reference}")

    assert reply.context["training"] == [
        "Health and Safety, as everybody does",
        "Emergency Life Saving, because you meet the public",
    ]


@pytest.mark.parametrize("status", ["DRAFT", "SUBMITTED", "RETURNED"])
def test_what_is_in_the_making_does_not_exist_for_strangers_and_volunteers(
    db: None, client: Client, status: str
) -> None:
    version = a_version(unit=a_unit(), status=status)
    addresses = [f"/roles/{version.profile.reference}", f"/roles/versions/{version.reference}"]

    strangers = [client.get(address).status_code for address in addresses]
    client.force_login(a_volunteer().person)
    volunteers = [client.get(address).status_code for address in addresses]

    assert (strangers, volunteers) == ([404, 404], [404, 404])


def test_who_sees_a_draft(scene: Scene) -> None:
    draft = scene.draft()
    other = Scene(unit=a_unit("Custody", borough=a_borough("Barnet")))
    people = {"manager": scene.manager, "mvpm": scene.mvpm, "chair": scene.chair, "another mvpm": other.mvpm}

    def sees() -> list[str]:
        return [name for name, who in people.items() if draft in selectors.versions_seen_by(who, TODAY)]

    as_a_draft = sees()
    services.submit(draft, by=scene.mvpm, at=scene.at)

    assert (as_a_draft, sees()) == (["manager", "mvpm"], ["manager", "mvpm", "chair"])


def test_the_role_stays_the_old_version_until_the_new_one_is_approved(scene: Scene, client: Client) -> None:
    old = scene.approved()
    new = services.revise(old, why="Add a task", by=scene.mvpm, at=scene.at)
    client.force_login(scene.mvpm)

    shown = client.get(f"/roles/{old.profile.reference}").context

    assert (shown["version"], [version.number for version in shown["versions"]]) == (old, [2, 1])
    assert client.get(f"/roles/versions/{new.reference}").context["changes"]["sentences"] == []


@pytest.mark.clause(57, 58)
def test_the_page_says_what_is_new_in_a_version(scene: Scene, client: Client) -> None:
    new = services.revise(scene.approved(), why="Add a task", by=scene.mvpm, at=scene.at)
    services.add_tasks(new, texts=["Wheel boxes to the van"], marks={"is_off_site": True}, by=scene.mvpm, at=scene.at)
    client.force_login(scene.mvpm)

    changes = client.get(f"/roles/versions/{new.reference}").context["changes"]

    assert changes["sentences"] == ["New task: Wheel boxes to the van. To know about it: away from the station."]


def test_each_person_is_offered_only_the_buttons_they_may_press(scene: Scene, client: Client) -> None:
    draft = scene.draft()

    def offered(person, version) -> list[str]:
        client.force_login(person)
        return [act["name"] for act in client.get(f"/roles/versions/{version.reference}").context["acts"]]

    assert offered(scene.manager, draft) == []
    assert offered(scene.mvpm, draft) == ["complete", "answer", "assess", "submit", "retire"]
    services.submit(draft, by=scene.mvpm, at=scene.at)
    assert offered(scene.chair, draft) == ["decide"]
    assert offered(scene.mvpm, draft) == ["retire"]


@pytest.mark.clause(70)
def test_the_steps_show_how_far_a_role_is(scene: Scene, client: Client) -> None:
    version = scene.draft()
    client.force_login(scene.mvpm)

    steps = client.get(f"/roles/versions/{version.reference}").context["progress"]

    assert [step["state"] for step in steps] == ["done", "done", "done", "now", "later"]


def test_roles_to_choose_from_are_those_open_today(db: None) -> None:
    insurance()
    version = an_approved_version(unit=a_unit(), title="Archive helper")
    a_version(unit=a_unit("Post room"), title="Not assessed anywhere")

    assert selectors.roles(TODAY) == [(version.profile.reference, "Archive helper (Camden)")]
    assert list(selectors.approved_version_ids(TODAY).values_list("pk", flat=True).order_by("pk")) == [
        version.pk,
        version.pk + 1,
    ]


def test_the_button_on_top_is_what_comes_next(scene: Scene, client: Client) -> None:
    version = scene.proposal()

    def button(person) -> str | None:
        client.force_login(person)
        act = client.get(f"/roles/versions/{version.reference}").context["main_act"]
        return act and act["name"]

    assert (button(scene.mvpm), button(scene.manager)) == ("complete", None)
    services.complete(version, purpose="It", tasks=TASKS, by=scene.mvpm, at=scene.at, **MARKS)
    assert button(scene.mvpm) == "assess"
    scene.assess(version)
    assert button(scene.mvpm) == "submit"
    services.submit(version, by=scene.mvpm, at=scene.at)
    assert (button(scene.mvpm), button(scene.union)) == (None, "decide")
    scene.declare(version, "RETURNED", "Which papers?")
    assert button(scene.mvpm) == "take_up"


def test_strangers_do_not_see_what_is_in_force_no_longer(scene: Scene, client: Client) -> None:
    version = scene.approved()
    services.retire(version, why="Closed", by=scene.mvpm, at=scene.at)
    address = f"/roles/versions/{version.reference}"

    stranger = client.get(address).status_code
    client.force_login(a_volunteer().person)

    assert (stranger, client.get(address).status_code) == (404, 200)


@pytest.mark.clause(10, 11)
def test_the_kinds_of_contribution_and_work_are_those_of_the_guide(db: None) -> None:
    contributions = RoleProfile.Contribution.labels

    assert contributions == ["Specialist skill", "Trained task", "General office support"]
    assert {"ADMIN", "PUBLIC", "CCTV", "VICTIMS", "RESEARCH", "MEDIA"} - set(RoleProfile.Category.values) == set()


@pytest.mark.clause(9)
def test_a_volunteer_finds_the_roles_of_every_borough_and_whom_to_ask_there(db: None, client: Client) -> None:
    insurance()
    barnet = a_borough("Barnet")
    Unit.objects.filter(pk=barnet.pk).update(phone="020 7946 0123")
    an_approved_version(unit=a_unit("Fraud office", borough=barnet), title="Fraud office accountant")
    RiskAssessment.objects.update(review_on=timezone.localdate().replace(year=2090))
    client.force_login(a_volunteer(borough=a_borough("Camden")).person)

    [found] = client.get("/roles/", {"open": "on"}).context["page_obj"]
    page = client.get(shown_public.address_of(found))

    assert (found.title, page.status_code) == ("Fraud office accountant", 200)
    assert "020 7946 0123" in page.content.decode()

"""The profile as a list of parts, a page for each."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.builders import NOW, TODAY, a_borough, an_mvpm, the_strand
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.library import rules, selectors, services
from timegiven.library.models import ProfileVersion, RoleProfile, RoleTraining
from timegiven.library.tests.scenes import IDEA, NO, REASONS, Scene, the_paper

TYPED = {
    "kind": {"title": "Archive helper", "category": "RESEARCH", "contribution": "TRAINED", "strand": "CORP"},
    "about": {"purpose": "Empty the corner of old files."},
    "place": {"place": "Records room", "usual_times": "Mornings", "weekly_minutes_hours": "3",
              "weekly_minutes_minutes": "30"},
    "help": {"helps_unit": "Room to move", "helps_borough": "Papers found", "helps_volunteer": "Practice"},
    "skills": {"skills": "- Patience\n\n* A clear hand\n"},
    "training": {"lines": "How the archive is ordered\n"},
    "checks": {"vetting_level": "NPPV2F", "dbs_check": "STANDARD", "dbs_reason": "The 1975 Order"},
    "age": {"least_age": "18", "suits_under_18": "no"},
    "kit": {"kit": "Cotton gloves", "dress": "Smart casual"},
    "people": {"supervisor": "Records supervisor", "deputy": "Duty officer"},
    "number": {"wanted": "2", "if_nobody_comes": "The files wait."},
    "meeting": {"met_team_on": "1/4/2007", "met_team_note": "All agreed", "shadowed_on": "", "shadowed_note": ""},
}  # fmt: skip


def address(version: ProfileVersion, part: str) -> str:
    return f"/roles/versions/{version.reference}/parts/{part}"


@pytest.mark.clause(69, 71, 72, 73)
def test_every_part_has_its_page_and_is_kept(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    the_strand("CORP")
    client.force_login(scene.mvpm)

    replies = [client.post(address(version, part), typed).status_code for part, typed in TYPED.items()]

    version.refresh_from_db()
    assert replies == [302] * len(TYPED)
    assert {*TYPED, "tasks"} == {part.name for part in rules.PARTS}
    assert (version.skills, version.weekly_minutes, version.wanted) == ("Patience\nA clear hand", 210, 2)
    role = RoleProfile.objects.select_related("strand").get()
    assert (role.title, role.category, role.contribution, role.strand.code) == tuple(TYPED["kind"].values())
    assert (version.supervisor, version.suits_under_18, version.met_team_on) == (
        "Records supervisor",
        False,
        TODAY.replace(day=1),
    )
    assert list(version.own_training.values_list("position", "text")) == [(1, "How the archive is ordered")]


EMPTY = (
    "place", "usual_times", "helps_unit", "helps_borough", "helps_volunteer", "skills", "supervisor", "deputy",
    "if_nobody_comes",
)  # fmt: skip


@pytest.mark.clause(69)
def test_the_list_says_what_is_done_and_what_is_left(scene_today: Scene, client: Client) -> None:
    version = scene_today.draft()
    ProfileVersion.objects.filter(pk=version.pk).update(**dict.fromkeys(EMPTY, ""), met_team_on=None)
    client.force_login(scene_today.mvpm)

    before = client.get(f"/roles/versions/{version.reference}/complete").context
    for part, typed in TYPED.items():
        client.post(address(version, part), typed)
    after = client.get(f"/roles/versions/{version.reference}/complete").context

    done = [item["title"] for item in [*before["parts"], *before["governed"]] if item["status"] == "Done"]
    assert done == [
        "Name and kind of role",
        "What the role is for",
        "Tasks",
        "Training",
        "Vetting and DBS",
        "Age",
        "Kit and dress",
        "The three questions about paid jobs",
        "Risk assessment",
    ]
    assert (before["left"], before["of"], after["left"]) == (6, 15, 0)


def test_a_page_begins_with_what_is_there(scene: Scene, client: Client) -> None:
    version = scene.draft()
    RoleTraining.objects.create(version=version, position=1, text="Archive order")
    client.force_login(scene.mvpm)

    assert client.get(address(version, "kit")).context["form"]["kit"].value() == "Cotton gloves"
    assert client.get(address(version, "training")).context["form"]["lines"].value() == "Archive order"


def test_a_long_line_of_training_is_told_and_nothing_typed_is_lost(scene_today: Scene, client: Client) -> None:
    version = scene_today.draft()
    client.force_login(scene_today.mvpm)
    fits, too_long = "a" * 200, "b" * 201

    page = client.post(address(version, "training"), {"once": "k", "lines": f"{fits}\n{too_long}"})
    reply = client.post(address(version, "training"), {"once": "l", "lines": fits})

    assert page.context["form"].errors["lines"] == [
        "Line 2 must be 200 characters or fewer and has 201: make two lines of it, or say it more shortly"
    ]
    assert too_long in page.text
    assert reply.status_code == 302
    assert list(version.own_training.values_list("text", flat=True)) == [fits]


def test_a_deputy_is_another_post_than_the_supervisor(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(address(version, "people"), {"supervisor": "Records office", "deputy": "records office"})

    assert reply.context["form"].errors["deputy"] == ["The deputy must be another post than the supervisor"]


def test_what_is_missing_is_said_and_what_was_typed_stays(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(address(version, "people"), {"supervisor": "Records supervisor", "deputy": ""})

    assert reply.context["form"].errors == {"deputy": ["Enter the deputy’s post"]}
    assert 'value="Records supervisor"' in reply.content.decode()


def test_a_part_that_is_none_is_not_found(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    assert [client.get(address(version, name)).status_code for name in ("nonsense", "tasks")] == [404, 404]


@pytest.mark.clause(73)
def test_pasted_markup_and_unseen_characters_are_only_text(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    client.post(address(version, "about"), {"purpose": "<b>Help</b>\x07 the\u200b unit\u202e now"})

    version.refresh_from_db()
    assert version.purpose == "<b>Help</b> the unit now"
    assert "&lt;b&gt;Help&lt;/b&gt;" in client.get(f"/roles/versions/{version.reference}").content.decode()


@pytest.mark.parametrize("check", ["BASIC", "STANDARD", "ENHANCED", "BARRED"])
def test_a_dbs_check_names_its_reason_in_law(scene: Scene, check: str) -> None:
    version = scene.proposal()

    with pytest.raises(NotAllowed, match="does not say which law allows it"):
        services.describe(version, part="checks", dbs_check=check, dbs_reason=" ", by=scene.mvpm, at=NOW)

    assert set(rules.DBS_LAW) == {"NONE", "BASIC", "STANDARD", "ENHANCED", "BARRED"}


def test_a_role_for_adults_does_not_suit_people_under_18(scene: Scene) -> None:
    with pytest.raises(NotAllowed, match="under 18"):
        services.describe(
            scene.proposal(), part="age", least_age=18, suits_under_18=True, by=scene.mvpm, at=NOW
        )  # fmt: skip


@pytest.mark.clause(71, 72)
@pytest.mark.parametrize("day", ["met_team_on", "shadowed_on"])
def test_a_meeting_or_a_try_is_recorded_when_it_has_taken_place(scene: Scene, day: str) -> None:
    version = scene.proposal()

    with pytest.raises(NotAllowed, match="is in the future"):
        services.describe(version, part="meeting", by=scene.mvpm, at=NOW, **{day: TODAY + timedelta(days=1)})
    services.describe(version, part="meeting", by=scene.mvpm, at=NOW, **{day: TODAY})

    version.refresh_from_db()
    assert getattr(version, day) == TODAY


def test_each_part_is_on_record(scene: Scene) -> None:
    version = scene.proposal()

    services.describe(version, part="kit", kit="Gloves", by=scene.mvpm, at=NOW)
    services.name_training(version, lines=["Archive order"], by=scene.mvpm, at=NOW)

    acts = Event.objects.filter(subject=version.reference).order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["proposed", "wrote kit", "wrote training"]


@pytest.mark.parametrize("who", ["manager", "chair", "other"])
def test_only_the_boroughs_own_mvp_manager_writes(scene: Scene, who: str) -> None:
    version = scene.proposal()
    person = an_mvpm(a_borough("Barnet")) if who == "other" else getattr(scene, who)

    with pytest.raises(NotPermitted):
        services.describe(version, part="kit", kit="Gloves", by=person, at=NOW)
    with pytest.raises(NotPermitted):
        services.name_training(version, lines=["Flying"], by=person, at=NOW)


def test_what_is_with_the_steering_group_stays_as_it_is(scene: Scene, client: Client) -> None:
    version = scene.paper()
    client.force_login(scene.mvpm)

    reply = client.post(address(version, "kit"), {"kit": "A helmet", "dress": ""})

    version.refresh_from_db()
    assert (reply.status_code, "with the steering group" in reply.content.decode()) == (200, True)
    assert "A helmet" in reply.content.decode()
    assert version.kit == "Cotton gloves"
    with pytest.raises(NotAllowed):
        services.name_training(version, lines=["Flying"], by=scene.mvpm, at=NOW)


def test_the_answers_page_belongs_to_the_list(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(
        f"/roles/versions/{version.reference}/answer", {**dict.fromkeys(NO, "no"), **REASONS}
    )  # fmt: skip

    assert reply.url == f"/roles/versions/{version.reference}/complete"


def test_the_pages_do_not_exist_for_another_borough_and_are_shut_to_the_unit(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    pages = [f"/roles/versions/{version.reference}/complete", address(version, "kit")]

    client.force_login(an_mvpm(a_borough("Barnet")))
    other = [client.get(page).status_code for page in pages]
    client.force_login(scene.manager)

    assert (other, [client.get(page).status_code for page in pages]) == ([404, 404], [403, 403])


@pytest.mark.clause(135)
def test_part_of_volunteering_is_changed_until_a_version_is_approved(scene_today: Scene, client: Client) -> None:
    version = scene_today.returned()
    the_strand("CORP")
    client.force_login(scene_today.mvpm)
    services.take_up(version, by=scene_today.mvpm, at=scene_today.at)

    began_with = client.get(address(version, "kind")).context["form"]["strand"].value()
    client.post(address(version, "kind"), TYPED["kind"])
    services.submit(version, by=scene_today.mvpm, at=scene_today.at)
    since, changed = selectors.changes_since(the_paper(version), None)

    assert began_with == "MVP"
    assert (since, [each.part for each in changed]) == (
        "round 1",
        ["Name", "Part of volunteering", "Kind of work", "What the volunteer brings"],
    )


def test_what_volunteers_have_been_offered_by_a_name_keeps_it(scene_today: Scene, client: Client) -> None:
    approved = scene_today.approved()
    draft = services.revise(approved, why="A task more", by=scene_today.mvpm, at=scene_today.at)
    client.force_login(scene_today.mvpm)

    listed = client.get(f"/roles/versions/{draft.reference}/complete").context["parts"]
    with pytest.raises(NotAllowed, match="a version of this role has been approved"):
        services.sort(draft, title="Box mover", by=scene_today.mvpm, at=scene_today.at)

    assert listed[0]["title"] == "What the role is for"
    assert client.get(address(draft, "kind")).status_code == 404


def test_no_two_roles_of_a_unit_go_by_one_name(scene: Scene) -> None:
    idea = {**IDEA, "title": "Waiting room host"}
    services.propose(unit=scene.unit, answers=NO, reasons=REASONS, by=scene.manager, at=NOW, **idea)
    version = scene.proposal()
    kind = {"category": "ADMIN", "contribution": "OFFICE", "by": scene.mvpm, "at": NOW}

    with pytest.raises(NotAllowed, match="has a role called “waiting room host” already"):
        services.sort(version, title="waiting room host", **kind)
    services.sort(version, title="Archive FILES helper", **kind)

    assert set(RoleProfile.objects.values_list("title", flat=True)) == {"Waiting room host", "Archive FILES helper"}


def test_a_role_is_found_by_its_new_name(scene: Scene) -> None:
    version = scene.proposal()

    services.sort(version, title="Lighthouse helper", category="ADMIN", contribution="OFFICE", by=scene.mvpm, at=NOW)

    assert rules.root("lighthouse") in set(version.search_words.values_list("root", flat=True))


def test_only_the_borough_s_mvp_manager_names_a_role(scene: Scene) -> None:
    with pytest.raises(NotPermitted):
        services.sort(scene.proposal(), title="X", category="ADMIN", contribution="OFFICE", by=scene.manager, at=NOW)

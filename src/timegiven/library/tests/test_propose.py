"""A unit manager proposes a role, and the three questions guard paid jobs."""

import pytest
from django.test import Client

from tests.builders import (
    NOW,
    a_borough,
    a_member,
    a_person,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_approved_version,
    an_mvpm,
    the_central_team,
)
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.library import access, rules, services
from timegiven.library.models import ProfileVersion, RoleProfile
from timegiven.library.tests.scenes import IDEA, NO, REASONS, Scene

ANSWERED_NO = dict.fromkeys(NO, "no")


def typed(scene: Scene, **changes: str) -> dict[str, str]:
    return {**IDEA, "unit": scene.unit.reference, **ANSWERED_NO, **REASONS, **changes}


@pytest.mark.clause(12, 69)
def test_three_times_no_makes_a_draft(scene: Scene) -> None:
    version = scene.proposal()

    assert (version.status, version.number, version.title) == ("DRAFT", 1, "Archive files helper")
    assert version.profile.unit == scene.unit
    assert [(step.status, step.by) for step in version.steps.all()] == [("DRAFT", scene.manager)]


def test_the_mvp_manager_is_told(scene: Scene) -> None:
    scene.proposal()

    assert [(letter.template, letter.recipient) for letter in Letter.objects.all()] == [
        ("library/proposed", scene.mvpm.reference)
    ]


def test_an_mvp_manager_who_proposes_writes_no_letter_to_herself(scene: Scene) -> None:
    services.propose(unit=scene.unit, answers=NO, reasons=REASONS, by=scene.mvpm, at=NOW, **IDEA)

    assert Letter.objects.count() == 0


@pytest.mark.clause(63, 64, 65, 66)
@pytest.mark.parametrize("question", rules.QUESTIONS, ids=lambda question: question.field)
def test_one_yes_stops_it_with_the_reason_and_a_name(scene: Scene, question: rules.Question) -> None:
    answers = {**NO, question.field: True}

    with pytest.raises(rules.JobSubstitution) as refusal:
        services.propose(unit=scene.unit, answers=answers, reasons=REASONS, by=scene.manager, at=NOW, **IDEA)

    assert refusal.value.questions == (question,)
    assert question.if_yes in refusal.value.reason
    assert scene.mvpm.name in refusal.value.ask
    assert RoleProfile.objects.count() == 0


@pytest.mark.clause(63)
def test_that_a_proposal_was_stopped_is_on_record(scene: Scene) -> None:
    with pytest.raises(rules.JobSubstitution):
        services.propose(
            unit=scene.unit, answers={**NO, "is_paid_job": True}, reasons=REASONS, by=scene.manager, at=NOW, **IDEA
        )

    assert list(Event.objects.values_list("act", "actor", "subject", "why")) == [
        ("stopped proposal", scene.manager.reference, scene.unit.reference, "job substitution, clause 66")
    ]


def test_where_the_post_is_vacant_the_central_team_is_named(db: None) -> None:
    assert services.proposing.whom_to_ask(a_unit(), NOW.date()).startswith("Ask the Central Team")


def test_the_same_name_twice_in_a_unit_is_refused(scene: Scene) -> None:
    scene.proposal()

    with pytest.raises(NotAllowed, match="already"):
        services.propose(unit=scene.unit, answers=NO, reasons=REASONS, by=scene.manager, at=NOW, **IDEA)

    assert RoleProfile.objects.count() == 1


@pytest.mark.clause(12)
def test_who_may_propose_for_a_unit(db: None) -> None:
    unit, other = a_unit(), a_unit("Custody", borough=a_borough("Barnet"))
    people = {
        "its manager": a_unit_manager(unit),
        "manager of another unit": a_unit_manager(a_unit("Post room")),
        "its MVPM": an_mvpm(unit.borough),
        "MVPM of another borough": an_mvpm(other.borough),
        "Steering Group": a_member(),
        "Central Team": the_central_team(),
        "volunteer": a_volunteer().person,
        "stranger": a_person(),
    }

    may = [name for name, person in people.items() if access.propose(person, unit, NOW.date())]

    assert may == ["its manager", "its MVPM"]


def test_the_service_is_locked_too(scene: Scene) -> None:
    with pytest.raises(NotPermitted):
        services.propose(unit=scene.unit, answers=NO, reasons=REASONS, by=scene.chair, at=NOW, **IDEA)


def test_the_page_makes_a_draft_and_leads_to_it(scene: Scene, client: Client) -> None:
    client.force_login(scene.manager)

    reply = client.post("/roles/propose", typed(scene))

    version = ProfileVersion.objects.get()
    assert (reply.status_code, reply.url) == (302, f"/roles/versions/{version.reference}")


@pytest.mark.clause(63)
def test_a_yes_shows_why_it_stops_and_keeps_what_was_typed(scene: Scene, client: Client) -> None:
    client.force_login(scene.manager)

    reply = client.post("/roles/propose", typed(scene, is_overtime="yes", why_not_overtime="", once="k1"))

    page = reply.content.decode()
    assert (reply.status_code, "This idea stops here" in page) == (200, True)
    assert rules.QUESTIONS[1].if_yes in page
    assert scene.mvpm.email in page
    assert "Empty the corner of old files." in page
    assert (RoleProfile.objects.count(), Event.objects.filter(act="stopped proposal").count()) == (0, 1)


def test_a_no_without_its_reason_is_asked_for_again(scene: Scene, client: Client) -> None:
    client.force_login(scene.manager)

    reply = client.post("/roles/propose", typed(scene, why_not_paid_job=""))

    assert reply.context["form"].errors.get("why_not_paid_job") == [
        "Why is it in nobody’s job description? Say it in a sentence"
    ]
    assert b"Archive files helper" in reply.content
    assert RoleProfile.objects.count() == 0


def test_only_units_of_ones_own_are_offered(scene: Scene, client: Client) -> None:
    far = a_unit("Far office", borough=a_borough("Barnet"))
    near = a_unit("Near office", borough=scene.unit.borough)
    client.force_login(scene.manager)
    manager_sees = [value for value, _ in client.get("/roles/propose").context["form"].fields["unit"].choices]
    client.force_login(scene.mvpm)
    mvpm_sees = [value for value, _ in client.get("/roles/propose").context["form"].fields["unit"].choices]

    reply = client.post("/roles/propose", typed(scene, unit=far.reference))

    assert manager_sees == [scene.unit.reference]
    assert mvpm_sees == [near.reference, scene.unit.reference]
    assert list(reply.context["form"].errors) == ["unit"]


@pytest.mark.clause(67, 68, 70)
def test_the_idea_page_prompts_and_shows_what_other_boroughs_have(scene: Scene, client: Client) -> None:
    elsewhere = a_unit("Archive", borough=a_borough("Barnet"))
    an_approved_version(unit=elsewhere, title="Archive helper")
    client.force_login(scene.manager)

    prompts = client.get("/roles/idea").content.decode()
    reply = client.get("/roles/idea", {"words": "filing old papers"})

    assert [asked in prompts for asked, *_ in rules.PROMPTS] == [True] * 5
    assert [(each["version"].title, each["who"]) for each in reply.context["found"]] == [
        ("Archive helper", "Barnet does this already")
    ]
    assert "How a role comes about" in reply.content.decode()


def test_every_prompt_finds_something_to_look_at(scene: Scene, client: Client) -> None:
    for title in ("Data input helper", "Researcher", "Telephone helper", "Archive helper", "Photographer"):
        an_approved_version(unit=scene.unit, title=title)
    client.force_login(scene.manager)

    found = [client.get("/roles/idea", {"words": search}).context["found"] for *_, search in rules.PROMPTS]

    assert [len(each) > 0 for each in found] == [True] * 5


@pytest.mark.clause(64, 65, 66)
def test_each_question_is_explained_with_a_yes_and_a_no(scene: Scene, client: Client) -> None:
    client.force_login(scene.manager)

    page = client.get("/roles/propose").content.decode()

    said = [text for each in rules.QUESTIONS for text in (each.asked, each.example_yes, each.example_no)]
    assert [text in page for text in said] == [True] * 9


@pytest.mark.clause(63)
def test_a_yes_ends_with_what_could_be_offered_and_roles_like_it(scene: Scene, client: Client) -> None:
    an_approved_version(unit=a_unit("Archive", borough=a_borough("Barnet")), title="Archive helper")
    client.force_login(scene.manager)

    reply = client.post("/roles/propose", typed(scene, is_paid_job="yes"))

    assert [each["version"].title for each in reply.context["similar"]] == ["Archive helper"]
    assert rules.QUESTIONS[2].instead in reply.content.decode()


def test_a_volunteer_may_not_open_the_pages(scene: Scene, client: Client) -> None:
    client.force_login(a_volunteer().person)

    assert [client.get(path).status_code for path in ("/roles/idea", "/roles/propose")] == [403, 403]

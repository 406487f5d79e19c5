"""Another borough's role comes to one's own unit: its content and its history, not its answers, not its risks."""

import pytest
from django.test import Client

from tests.builders import NOW, TODAY, a_borough, a_unit, a_unit_manager, a_volunteer, an_mvpm
from timegiven.audit.models import Event
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.library import rules, selectors, services
from timegiven.library.models import ProfileVersion, RiskAssessment, RoleProfile, RoleTraining
from timegiven.library.tests.scenes import NO, TASKS, Scene

ANEW = {
    "why_not_obligation": "Barnet is bound to nothing here.",
    "why_not_overtime": "Barnet has no overtime for it.",
    "why_not_paid_job": "Barnet's jobs do not name it.",
}


@pytest.fixture
def original(scene: Scene) -> ProfileVersion:
    """Camden's, approved, with marks, training and words of its own."""
    version = scene.approved()
    facts = {"place": "Camden records room", "supervisor": "Camden supervisor", "skills": "Patience", "wanted": 3}
    ProfileVersion.objects.filter(pk=version.pk).update(**facts, met_team_on=TODAY, dress="Smart casual")
    RoleTraining.objects.create(version=version, position=1, text="How the archive is ordered")
    version.refresh_from_db()
    return version


@pytest.fixture
def barnet(db: None) -> Scene:
    return Scene(unit=a_unit("Records office", borough=a_borough("Barnet")))


def copied(version: ProfileVersion, barnet: Scene, **changes: object) -> ProfileVersion:
    facts = {"unit": barnet.unit, "title": "Archive helper", "answers": NO, "reasons": ANEW, "by": barnet.manager}
    return services.copy(version, at=NOW, **{**facts, **changes})


@pytest.mark.clause(68)
def test_the_content_comes_with_it_and_where_it_came_from_is_kept(original: ProfileVersion, barnet: Scene) -> None:
    draft = copied(original, barnet)

    draft.refresh_from_db()
    assert (draft.status, draft.number, draft.title, draft.profile.unit) == ("DRAFT", 1, "Archive helper", barnet.unit)
    assert (draft.profile.copied_from, draft.profile.proposed_by) == (original, barnet.manager)
    assert (draft.purpose, draft.skills, draft.wanted, draft.dress) == (
        "Empty the corner.",
        "Patience",
        3,
        "Smart casual",
    )
    assert [(task.text, task.is_lifting) for task in selectors.tasks_of(draft)] == [(text, True) for text in TASKS]
    assert draft.is_lifting
    assert selectors.training_of_its_own(draft) == ("How the archive is ordered",)


@pytest.mark.clause(53, 63, 71)
def test_what_belongs_to_the_other_unit_stays_there(original: ProfileVersion, barnet: Scene) -> None:
    draft = copied(original, barnet)

    draft.refresh_from_db()
    assert {name: getattr(draft, name) for name in ANEW} == ANEW
    assert (draft.place, draft.supervisor, draft.met_team_on) == ("", "", None)
    assert RiskAssessment.objects.filter(version=draft).count() == 0
    with pytest.raises(
        NotAllowed, match="“Place and times”, “Supervisor and deputy” and “Meeting the team” are not filled in"
    ):
        services.submit(draft, by=barnet.mvpm, at=NOW)


def test_the_original_is_untouched_and_the_mvp_manager_is_told(original: ProfileVersion, barnet: Scene) -> None:
    before = selectors.content_of(original)

    draft = copied(original, barnet)

    assert selectors.content_of(ProfileVersion.objects.get(pk=original.pk)) == before
    assert Letter.objects.filter(template="library/proposed").values_list("recipient", flat=True).last() == (
        barnet.mvpm.reference
    )
    acts = Event.objects.filter(subject=draft.reference).order_by("pk").values_list("act", "why")
    assert list(acts) == [("proposed", ""), ("copied", original.reference)]


@pytest.mark.clause(68)
def test_what_was_retired_for_cause_is_not_copied(original: ProfileVersion, barnet: Scene) -> None:
    services.retire(original, why="It took the clerk's job", is_for_cause=True, by=barnet_central(original), at=NOW)
    original.refresh_from_db()

    with pytest.raises(NotAllowed, match="it was not safe, or because it took the place of a paid job") as refused:
        copied(original, barnet)

    assert refused.value.next_step
    assert RoleProfile.objects.count() == 1


def barnet_central(version: ProfileVersion) -> object:
    return an_mvpm(version.profile.unit.borough)


def test_what_was_retired_in_peace_may_be_copied(original: ProfileVersion, barnet: Scene) -> None:
    services.retire(original, why="The corner is empty", by=barnet_central(original), at=NOW)

    assert copied(original, barnet).profile.copied_from == original


@pytest.mark.clause(52)
def test_what_was_never_approved_is_not_copied(scene: Scene) -> None:
    with pytest.raises(NotAllowed, match="has not approved it"):
        copied(scene.draft(), scene)


@pytest.mark.clause(63, 65)
def test_a_yes_stops_the_copy_and_goes_on_record(original: ProfileVersion, barnet: Scene) -> None:
    with pytest.raises(rules.JobSubstitution):
        copied(original, barnet, answers={**NO, "is_overtime": True})

    assert RoleProfile.objects.count() == 1
    assert Event.objects.filter(act="stopped proposal", subject=barnet.unit.reference).count() == 1


def test_who_may_copy_is_who_may_propose(original: ProfileVersion, barnet: Scene) -> None:
    copied(original, barnet, by=barnet.mvpm)

    for person in (barnet.chair, a_unit_manager(a_unit("Post room")), a_volunteer().person, an_mvpm()):
        with pytest.raises(NotPermitted):
            copied(original, barnet, title="Another", by=person)


def test_a_name_that_the_unit_has_already_is_refused(original: ProfileVersion, barnet: Scene) -> None:
    copied(original, barnet)

    with pytest.raises(NotAllowed, match="has a role called"):
        copied(original, barnet)


def typed(barnet: Scene, **changes: str) -> dict[str, str]:
    return {"unit": barnet.unit.reference, "title": "Archive helper", **dict.fromkeys(NO, "no"), **ANEW, **changes}


@pytest.mark.clause(68)
def test_the_idea_page_says_who_does_it_already_and_leads_to_a_copy(
    original: ProfileVersion, barnet: Scene, client: Client
) -> None:
    client.force_login(barnet.manager)

    (card,) = client.get("/roles/idea", {"words": "filing"}).context["found"]
    page = client.get(card["copy_url"]).content.decode()
    reply = client.post(card["copy_url"], typed(barnet))

    draft = ProfileVersion.objects.get(profile__unit=barnet.unit)
    assert (card["version"], card["who"]) == (original, "Camden does this already")
    assert card["decided"] == "Version 1, approved by the Steering Group on Tuesday 24 April 2007."
    assert [text in page for text in TASKS] == [True, True]
    assert (reply.status_code, reply.url) == (302, f"/roles/versions/{draft.reference}")


def test_the_idea_page_shows_what_was_tried_and_does_not_offer_what_ended_for_cause(
    original: ProfileVersion, barnet: Scene, client: Client
) -> None:
    client.force_login(barnet_central(original))
    client.post(f"/roles/versions/{original.reference}/retire", {"why": "Unsafe", "is_for_cause": "yes"})
    ProfileVersion.objects.filter(pk=original.pk).update(ended_on=TODAY)
    client.force_login(barnet.manager)

    (card,) = client.get("/roles/idea", {"words": "filing"}).context["found"]
    refused = client.post(f"/roles/versions/{original.reference}/copy", typed(barnet))

    assert (card["who"], card["copy_url"]) == ("Camden has tried this", "")
    assert "It cannot be copied." in card["decided"]
    assert ("We have not copied" in refused.content.decode(), "Archive helper" in refused.content.decode()) == (
        True,
        True,
    )
    assert RoleProfile.objects.count() == 1


def test_a_yes_on_the_page_says_what_could_be_offered_instead(
    original: ProfileVersion, barnet: Scene, client: Client
) -> None:
    client.force_login(barnet.manager)

    reply = client.post(f"/roles/versions/{original.reference}/copy", typed(barnet, is_paid_job="yes"))

    page = reply.content.decode()
    assert ("This idea stops here" in page, rules.QUESTIONS[2].instead in page) == (True, True)
    assert RoleProfile.objects.count() == 1


def test_a_volunteer_does_not_copy_roles(original: ProfileVersion, client: Client) -> None:
    client.force_login(a_volunteer().person)

    assert client.get(f"/roles/versions/{original.reference}/copy").status_code == 403

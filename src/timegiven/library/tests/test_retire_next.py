"""A role that is retired ends with the version of it that was being written or decided on, and stays retired."""

import pytest
from django.test import Client

from tests.builders import NOW, TODAY
from tests.races import outcomes, together
from timegiven.kernel.refusals import NotAllowed
from timegiven.letters.models import Letter
from timegiven.library import selectors, services
from timegiven.library.models import ProfileVersion
from timegiven.library.tests.scenes import Scene, the_paper
from timegiven.people.models import Person

WHY = "The office has closed"


def begun(scene: Scene) -> tuple[ProfileVersion, ProfileVersion]:
    """A role in force and its next version, ready for the group."""
    version = scene.approved()
    draft = services.revise(version, why="Add a task", by=scene.mvpm, at=NOW)
    scene.look_again(draft)
    return version, draft


def before_the_group(scene: Scene) -> tuple[ProfileVersion, ProfileVersion]:
    """The same, with every seat for it."""
    version, draft = begun(scene)
    services.submit(draft, by=scene.mvpm, at=NOW)
    for member in (scene.chair, scene.union, scene.safety, scene.risk):
        scene.say(draft, member)
    return version, draft


def statuses(*versions: ProfileVersion) -> list[str]:
    return [ProfileVersion.objects.get(pk=each.pk).status for each in versions]


def letters(template: str) -> set[str]:
    return {each.recipient for each in Letter.objects.filter(template=template)}


@pytest.mark.clause(52)
def test_the_draft_of_the_next_version_ends_with_the_role(scene: Scene) -> None:
    version, draft = begun(scene)

    services.retire(version, why=WHY, by=scene.mvpm, at=NOW)

    assert statuses(version, draft) == ["RETIRED", "RETIRED"]
    assert draft.steps.get(status="RETIRED").why == f"The role was retired. {WHY}"
    draft.refresh_from_db()
    assert (draft.approved_on, draft.ended_on) == (None, None)  # it was never in force
    with pytest.raises(NotAllowed, match="“retired” now"):
        services.submit(draft, by=scene.mvpm, at=NOW)
    assert list(selectors.drafts_seen_by(scene.mvpm, TODAY)) == []


@pytest.mark.clause(52)
def test_what_was_before_the_group_is_withdrawn_and_cannot_bring_the_role_back(scene: Scene) -> None:
    version, draft = before_the_group(scene)

    services.retire(version, why=WHY, by=scene.mvpm, at=NOW)

    with pytest.raises(NotAllowed, match="this role profile is “retired” now"):
        scene.declare(draft)
    assert (statuses(version, draft), the_paper(draft).outcome) == (["RETIRED", "RETIRED"], "WITHDRAWN")
    assert list(selectors.approved_versions(TODAY)) == []


def test_what_was_returned_ends_too(scene: Scene) -> None:
    version, draft = before_the_group(scene)
    scene.say(draft, scene.union, "RETURN", "Which boxes?")
    services.declare(the_paper(draft), outcome="RETURNED", reason="Which boxes?", by=scene.chair, at=NOW)

    services.retire(version, why=WHY, by=scene.mvpm, at=NOW)

    assert statuses(version, draft) == ["RETIRED", "RETIRED"]
    draft.refresh_from_db()
    with pytest.raises(NotAllowed):
        services.take_up(draft, by=scene.mvpm, at=NOW)


def test_those_who_wait_for_it_are_told_once(scene: Scene) -> None:
    version, _ = before_the_group(scene)
    members = {each.reference for each in (scene.chair, scene.union, scene.safety, scene.risk)}

    services.retire(version, why=WHY, by=scene.mvpm, at=NOW)

    told = Letter.objects.get(template="library/retired")
    assert (told.recipient, letters("library/put_aside")) == (scene.manager.reference, members)
    assert "Version 2, which was with the Steering Group, ends with it." in told.text
    to_members = Letter.objects.filter(template="library/put_aside").values_list("text", flat=True)
    assert all("you need not read it or vote" in text for text in to_members)


def test_a_draft_that_is_put_aside_is_taken_from_the_group_and_its_proposer_is_told(scene: Scene) -> None:
    version = scene.paper()

    services.retire(version, why="The unit has thought again", by=scene.mvpm, at=NOW)

    members = {each.reference for each in (scene.chair, scene.union, scene.safety, scene.risk)}
    assert letters("library/put_aside") == {*members, scene.manager.reference}
    assert letters("library/retired") == set()


def test_whoever_asked_for_a_task_hears_that_it_is_not_added(scene: Scene) -> None:
    version = scene.approved()
    asked = services.ask(version, unit=scene.unit, task="Wheel the boxes down", by=scene.manager, at=NOW)
    draft = services.take_up_task(asked, text="Wheel the boxes down", marks={}, by=scene.mvpm, at=NOW)

    services.retire(draft, why="Too heavy", by=scene.mvpm, at=NOW)

    asked.refresh_from_db()
    assert statuses(version, draft) == ["APPROVED", "RETIRED"]
    assert (letters("library/task_put_aside"), selectors.state_of(asked)[0]) == (
        {scene.manager.reference},
        "Put aside",
    )


def test_the_page_says_what_ends_with_the_role(scene: Scene, client: Client) -> None:
    version, _ = before_the_group(scene)
    client.force_login(scene.mvpm)

    page = client.get(f"/roles/versions/{version.reference}/retire").text

    assert "Version 2, which is with the Steering Group, ends too." in page


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    """Whoever comes first, a retired role has no version left that could bring it back."""

    def test_a_retirement_and_an_approval(self) -> None:
        scene = Scene()
        version, draft = before_the_group(scene)

        ended = outcomes(self.retires(version, scene.mvpm), self.declares(draft, scene.chair))

        assert ended == ["done", "refused"]
        assert statuses(version, draft) in (["RETIRED", "RETIRED"], ["SUPERSEDED", "APPROVED"])

    def test_a_retirement_and_a_new_version(self) -> None:
        scene = Scene()
        version = scene.approved()
        fresh = self.fresh(version)

        together(self.retires(version, scene.mvpm), lambda: services.revise(fresh, why="More", by=scene.mvpm, at=NOW))

        assert statuses(version) == ["RETIRED"]
        assert not ProfileVersion.objects.filter(status="DRAFT").exists()

    def fresh(self, version: ProfileVersion) -> ProfileVersion:
        return ProfileVersion.objects.select_related("profile__unit__borough").get(pk=version.pk)

    def retires(self, version: ProfileVersion, by: Person):
        row = self.fresh(version)
        return lambda: services.retire(row, why=WHY, by=by, at=NOW)

    def declares(self, draft: ProfileVersion, by: Person):
        paper = the_paper(self.fresh(draft))
        return lambda: services.declare(paper, outcome="APPROVED", by=by, at=NOW)

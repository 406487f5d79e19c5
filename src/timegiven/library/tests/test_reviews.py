"""The list of reviews, by unit with the overdue first, and the list of actions."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_person,
    a_risk_assessment,
    a_unit,
    a_unit_manager,
    a_version,
    an_mvpm,
    insurance,
    the_central_team,
)
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.library import selectors, services
from timegiven.library.models import Action, ProfileVersion, RiskAssessment
from timegiven.library.tests.scenes import ACTION, IMPROVED, Scene
from timegiven.people.models import Person
from timegiven.programme.models import Cover


def days(count: int) -> timedelta:
    return timedelta(days=count)


@pytest.mark.clause(59)
def test_units_with_the_longest_overdue_come_first_and_each_is_filtered(scene: Scene) -> None:
    post_room = a_unit("Post room")
    for unit, ahead in ((scene.unit, 10), (post_room, -3), (scene.unit, 400), (post_room, 50), (scene.unit, -1)):
        a_risk_assessment(a_version(unit=unit, title=f"{unit.name} {ahead}"), review_on=TODAY + days(ahead))

    def listed(**chosen: str) -> list[str]:
        return [each.version.title for each in selectors.reviews_by_unit(scene.mvpm, TODAY, **chosen)]

    assert listed() == ["Post room -3", "Post room 50", "Records office -1", "Records office 10"]
    assert listed(state="overdue") == ["Post room -3", "Records office -1"]
    assert listed(state="soon") == ["Records office 10", "Post room 50"]
    assert listed(state="all", unit=scene.unit.reference) == [
        "Records office -1",
        "Records office 10",
        "Records office 400",
    ]
    assert selectors.review_counts(scene.mvpm, TODAY) == {"overdue": 2, "soon": 2, "in_date": 3}


@pytest.mark.clause(58, 59)
def test_a_place_of_the_version_before_waits_for_an_assessment_of_the_new(scene: Scene) -> None:
    version, post_room = scene.approved(), a_unit("Post room")
    a_risk_assessment(version, unit=post_room)
    ProfileVersion.objects.filter(pk=version.pk).update(status="SUPERSEDED", ended_on=TODAY)
    newer = ProfileVersion.objects.create(
        profile=version.profile, number=2, status="APPROVED", purpose="Help.", approved_on=TODAY
    )
    a_risk_assessment(newer)

    waits = selectors.places_to_follow(scene.mvpm, TODAY)
    lines = [need.text for need in selectors.needs(scene.mvpm, TODAY)]
    a_risk_assessment(newer, unit=post_room)

    assert waits == [(newer, post_room)]
    assert lines == ["1 place to assess for a new version of a role"]
    assert selectors.places_to_follow(scene.mvpm, TODAY) == []


@pytest.mark.clause(59)
def test_overdue_reviews_are_on_the_first_screen_of_the_mvpm_and_of_the_unit(scene: Scene) -> None:
    a_risk_assessment(a_version(unit=scene.unit), review_on=TODAY)

    def first(person: Person) -> list[str]:
        return [need.text for need in selectors.needs(person, TODAY)]

    for person in (scene.mvpm, scene.manager):
        assert first(person) == ["1 risk assessment overdue for review"]
    for person in (an_mvpm(a_borough("Barnet")), a_unit_manager(a_unit("Next door")), scene.chair):
        assert first(person) == []


@pytest.mark.clause(56)
def test_certificates_to_renew_are_on_the_first_screen_of_the_central_team(scene: Scene) -> None:
    insurance()
    Cover.objects.filter(kind="PUBLIC").update(until_on=TODAY + days(7))

    (need,) = selectors.needs(the_central_team(), TODAY)

    assert (need.text, need.hint, need.url_name) == (
        "1 insurance certificate to renew",
        "Public liability ends on Tuesday 1 May 2007",
        "programme:cover",
    )


def an_action(scene: Scene, **change: object) -> Action:
    hazard = IMPROVED | {"actions": [ACTION | change]}
    services.assess(scene.approved(), unit=scene.unit, assessed_on=TODAY, hazards=[hazard], by=scene.mvpm, at=NOW)
    return Action.objects.get()


@pytest.mark.clause(53)
def test_an_action_is_marked_as_done_by_the_unit_or_the_mvpm(scene: Scene) -> None:
    action = an_action(scene)

    for person in (a_unit_manager(a_unit("Next door")), an_mvpm(a_borough("Barnet")), the_central_team(), a_person()):
        with pytest.raises(NotPermitted):
            services.finish(action, done_on=TODAY, by=person, at=NOW)
    services.finish(action, done_on=TODAY, by=scene.manager, at=NOW)
    with pytest.raises(NotAllowed, match="marked as done already"):
        services.finish(action, done_on=TODAY, by=scene.mvpm, at=NOW)

    action.refresh_from_db()
    assert (action.done_on, action.done_by) == (TODAY, scene.manager)


def test_the_table_refuses_an_action_done_by_nobody(scene: Scene) -> None:
    an_action(scene)

    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.update(done_on=TODAY)


@pytest.mark.clause(53)
def test_overdue_actions_are_on_the_first_screen_until_they_are_done(scene: Scene) -> None:
    action = an_action(scene, due_on=TODAY + days(1))

    def waits(person: Person, ahead: int) -> list[str]:
        return [
            need.text for need in selectors.needs(person, TODAY + days(ahead)) if need.url_name == "library:actions"
        ]

    before = waits(scene.mvpm, 1)
    overdue = [waits(person, 2) for person in (scene.mvpm, scene.manager, an_mvpm(a_borough("Barnet")))]
    services.finish(action, done_on=TODAY, by=scene.mvpm, at=NOW)

    line = ["1 action from risk assessments"]
    assert (before, overdue, waits(scene.mvpm, 2)) == ([], [line, line, []], [])


def test_actions_of_an_assessment_that_was_replaced_are_not_asked_for_again(scene: Scene) -> None:
    an_action(scene)

    scene.assess(ProfileVersion.objects.get())

    assert list(selectors.actions_by_day(scene.mvpm, TODAY)) == []


# The pages


def test_the_pages_show_what_is_due_and_take_the_day(scene_today: Scene, client: Client) -> None:
    scene, today = scene_today, timezone.localdate()
    hazard = IMPROVED | {"actions": [ACTION | {"due_on": today + days(3)}]}
    version = scene.approved()
    services.assess(version, unit=scene.unit, assessed_on=today, hazards=[hazard], by=scene.mvpm, at=scene.at)
    action = Action.objects.get()
    client.force_login(scene.manager)

    listed = client.get("/roles/reviews/actions").content.decode()
    wrong = client.post(f"/roles/reviews/actions/{action.reference}/done", {"done_on": f"{today + days(1):%d/%m/%Y}"})
    reply = client.post(f"/roles/reviews/actions/{action.reference}/done", {"done_on": f"{today:%d/%m/%Y}"})

    assert "Lower the top shelf" in listed
    assert "in the future" in wrong.content.decode()
    assert (reply.status_code, Action.objects.get().done_on) == (302, today)
    assert "Nothing here." in client.get("/roles/reviews/actions").content.decode()
    assert "Lower the top shelf" in client.get("/roles/reviews/actions?state=done").content.decode()


def test_somebody_elses_action_is_not_found(scene_today: Scene, client: Client) -> None:
    version = scene_today.approved()
    action = Action.objects.create(hazard=version.risk_assessments.get().hazards.get(), **ACTION)
    client.force_login(an_mvpm(a_borough("Barnet")))

    assert client.get(f"/roles/reviews/actions/{action.reference}/done").status_code == 404


@pytest.mark.parametrize("page", ["reviews?state=all", "reviews/actions"])
def test_one_line_or_many_take_the_same_number_of_queries(scene_today: Scene, client: Client, page: str) -> None:
    scene = scene_today
    client.force_login(scene.mvpm)

    def fill() -> None:
        assessment = a_risk_assessment(a_version(unit=scene.unit))
        Action.objects.create(hazard=assessment.hazards.get(), **ACTION)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/roles/{page}").status_code == 200
        return len(asked)

    fill()
    RiskAssessment.objects.update(review_on=timezone.localdate() + days(5))
    queries()
    one = queries()
    for _ in range(5):
        fill()

    assert queries() == one

"""The unit reports what has changed, and the MVP Manager looks at the place again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_risk_assessment,
    a_unit,
    a_unit_manager,
    a_volunteer,
    an_mvpm,
    the_central_team,
)
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.library import selectors, services
from timegiven.library.models import Change, ProfileVersion, RiskAssessment
from timegiven.library.tests.scenes import HAZARD, Scene
from timegiven.people.models import Person

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


def report(scene: Scene, version: ProfileVersion, *, is_stop: bool = False, by: Person | None = None) -> Change:
    return services.report_change(
        version, unit=scene.unit, what="The stairs are rebuilt.", is_stop=is_stop, by=by or scene.manager, at=scene.at
    )


def assess(scene: Scene, version: ProfileVersion, **change: object) -> RiskAssessment:
    facts = {"unit": scene.unit, "assessed_on": TODAY, "hazards": [HAZARD], "by": scene.mvpm, "at": NOW}
    return services.assess(version, **(facts | change))


@pytest.mark.clause(60)
def test_what_can_wait_brings_the_review_forward_by_the_days_of_the_handbook(scene: Scene) -> None:
    version = scene.approved()

    report(scene, version)

    assert version.risk_assessments.get().review_on == TODAY + timedelta(days=14)
    assert selectors.risk_in_date(scene.unit, version, TODAY)


@pytest.mark.clause(60)
def test_a_review_that_is_due_sooner_stays_where_it_is(scene: Scene) -> None:
    version = scene.approved()
    version.risk_assessments.update(review_on=TOMORROW)

    report(scene, version)

    assert version.risk_assessments.get().review_on == TOMORROW


@pytest.mark.clause(59, 60)
def test_what_is_not_safe_stops_the_role_there_at_once_and_nowhere_else(scene: Scene) -> None:
    version, next_door = scene.approved(), a_unit("Next door")
    a_risk_assessment(version)  # an older one that would be in date for years
    a_risk_assessment(version, unit=next_door)

    report(scene, version, is_stop=True)

    assert not selectors.risk_in_date(scene.unit, version, TODAY)
    assert selectors.risk_in_date(next_door, version, TODAY)
    assert selectors.risk_in_date(scene.unit, version, YESTERDAY)  # what was in order then stays in order


@pytest.mark.clause(59, 60)
def test_a_new_look_answers_what_was_reported_and_opens_the_role_again(scene: Scene) -> None:
    version = scene.approved()
    change = report(scene, version, is_stop=True)

    done = assess(scene, version)

    change.refresh_from_db()
    assert change.answered_by == done
    assert selectors.risk_in_date(scene.unit, version, TODAY)
    assert list(selectors.open_changes(version, scene.unit)) == []


@pytest.mark.clause(60)
def test_a_look_from_before_the_change_does_not_answer_it(scene: Scene) -> None:
    version = scene.approved()
    report(scene, version, is_stop=True)

    with pytest.raises(NotAllowed, match="the unit reported a change on Tuesday 24 April 2007, after the day you give"):
        assess(scene, version, assessed_on=YESTERDAY)

    assert not selectors.risk_in_date(scene.unit, version, TODAY)


@pytest.mark.clause(60)
def test_who_may_report_a_change_there(scene: Scene) -> None:
    version = scene.approved()

    for person in (scene.manager, scene.mvpm):
        report(scene, version, by=person)
    for person in (
        a_unit_manager(a_unit("Next door")),
        an_mvpm(a_borough("Barnet")),
        a_volunteer().person,
        the_central_team(),
        scene.chair,
    ):
        with pytest.raises(NotPermitted):
            report(scene, version, by=person)


def test_nothing_said_is_not_a_report(scene: Scene) -> None:
    with pytest.raises(NotAllowed, match="it does not say what has changed"):
        services.report_change(scene.approved(), unit=scene.unit, what=" \n", is_stop=True, by=scene.manager, at=NOW)


@pytest.mark.clause(60)
def test_the_mvpm_is_told_by_letter_and_sees_it_until_it_is_answered(scene: Scene) -> None:
    version = scene.approved()

    report(scene, version, is_stop=True)
    waits = [need for need in selectors.needs(scene.mvpm, TODAY) if need.url_name == "library:assess"]
    assess(scene, version)

    letter = Letter.objects.get(template="library/changed")
    assert letter.to_name == scene.mvpm.name
    assert letter.subject == "Not safe to go on: Archive files helper"
    assert "The stairs are rebuilt." in letter.text
    assert [(need.text, need.hint, need.due_on) for need in waits] == [
        (
            "Records office, Camden reported a change: Archive files helper",
            "It is not safe to go on until you have looked. The stairs are rebuilt.",
            TODAY,
        )
    ]
    assert selectors.needs(scene.mvpm, TODAY) == []


# The page


def test_a_unit_manager_reports_from_the_page_of_the_role(scene_today: Scene, client: Client) -> None:
    scene, version = scene_today, scene_today.approved()
    client.force_login(scene.manager)
    address = f"/roles/versions/{version.reference}/change"

    empty = client.post(address, {"unit": scene.unit.reference, "what": "", "is_stop": "yes"})
    reply = client.post(address, {"unit": scene.unit.reference, "what": "<b>Stairs</b>", "is_stop": "yes"})

    assert empty.context["form"].errors == {"what": ["Write what has changed"]}
    assert reply.status_code == 302
    assert Change.objects.values_list("what", "is_stop").get() == ("<b>Stairs</b>", True)
    assert version.risk_assessments.get().review_on == timezone.localdate()
    client.force_login(scene.mvpm)
    assert "&lt;b&gt;Stairs&lt;/b&gt;" in client.get("/roles/reviews").content.decode()


@pytest.mark.clause(60)
def test_a_unit_that_is_not_ones_own_cannot_be_chosen(scene_today: Scene, client: Client) -> None:
    scene, version = scene_today, scene_today.approved()
    client.force_login(a_unit_manager(a_unit("Next door")))
    address = f"/roles/versions/{version.reference}/change"

    page = client.get(address)
    reply = client.post(address, {"unit": scene.unit.reference, "what": "Stairs", "is_stop": "yes"})

    assert "there is nothing here to report on" in page.content.decode()
    assert (reply.status_code, Change.objects.count()) == (200, 0)
    client.force_login(a_volunteer().person)
    assert client.get(address).status_code == 403

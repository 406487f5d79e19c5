"""A draft that is complete goes to the Steering Group."""

import pytest
from django.test import Client

from tests.builders import COMPLETE, FAR_AHEAD, NOW, TODAY, a_borough, an_mvpm
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.letters.models import Letter
from timegiven.library import services
from timegiven.library.models import ProfileVersion, RiskAssessment
from timegiven.library.tests.scenes import HAZARD, MARKS, TASKS, Scene, the_paper


@pytest.mark.clause(52, 62)
def test_every_member_gets_a_letter_the_staff_side_too(scene: Scene) -> None:
    version = scene.draft()

    services.submit(version, by=scene.mvpm, at=NOW)

    version.refresh_from_db()
    told = set(Letter.objects.filter(template="library/submitted").values_list("recipient", flat=True))
    members = {scene.chair, scene.union, scene.safety, scene.risk}
    assert (version.status, told) == ("SUBMITTED", {member.reference for member in members})


@pytest.mark.clause(53)
def test_without_a_risk_assessment_it_stays(scene: Scene) -> None:
    version = scene.proposal()
    services.complete(version, purpose="It", tasks=TASKS, by=scene.mvpm, at=NOW, **MARKS)

    with pytest.raises(NotAllowed, match="no risk assessment in date for it at Records office, Camden"):
        services.submit(version, by=scene.mvpm, at=NOW)


@pytest.mark.clause(59)
def test_a_risk_assessment_that_has_run_out_does_not_count(scene: Scene) -> None:
    version = scene.draft()
    RiskAssessment.objects.update(assessed_on=NOW.date().replace(year=2006), review_on=NOW.date())

    with pytest.raises(NotAllowed, match="risk assessment"):
        services.submit(version, by=scene.mvpm, at=NOW)


def test_without_tasks_it_stays(scene: Scene) -> None:
    version = scene.proposal()
    ProfileVersion.objects.filter(pk=version.pk).update(**COMPLETE)
    scene.assess(version)

    with pytest.raises(NotAllowed, match="“Tasks” is not filled in yet"):
        services.submit(version, by=scene.mvpm, at=NOW)


def test_it_is_put_once(scene: Scene) -> None:
    version = scene.paper()

    with pytest.raises(NotAllowed):
        services.submit(version, by=scene.mvpm, at=NOW)

    assert version.steps.filter(status="SUBMITTED").count() == 1


def test_only_the_boroughs_own_mvp_manager_puts_it(scene: Scene) -> None:
    version = scene.draft()

    for person in (scene.manager, scene.chair, an_mvpm(a_borough("Barnet"))):
        with pytest.raises(NotPermitted):
            services.submit(version, by=person, at=NOW)


def test_the_page_says_what_is_missing_and_keeps_the_note(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    ProfileVersion.objects.filter(pk=version.pk).update(**COMPLETE)
    client.force_login(scene.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/submit", {"how": "CIRCULATE", "why": "The unit is keen"})

    page = reply.content.decode()
    assert ("“Tasks” is not filled in yet" in page, "The unit is keen" in page) == (
        True,
        True,
    )


def test_the_page_puts_it(scene_today: Scene, client: Client) -> None:
    version = scene_today.draft()
    client.force_login(scene_today.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/submit", {"how": "CIRCULATE", "why": ""})

    version.refresh_from_db()
    assert (reply.status_code, version.status) == (302, "SUBMITTED")


def test_days_ahead_do_not_help_a_missing_assessment(scene: Scene) -> None:
    version = scene.proposal()
    services.complete(version, purpose="It", tasks=TASKS, by=scene.mvpm, at=NOW, **MARKS)
    scene.assess(version)
    RiskAssessment.objects.update(assessed_on=NOW.date().replace(month=5), review_on=FAR_AHEAD)

    with pytest.raises(NotAllowed, match="risk assessment"):
        services.submit(version, by=scene.mvpm, at=NOW)


@pytest.mark.clause(105)
def test_ones_own_vehicle_has_to_be_in_the_risk_assessment(scene: Scene) -> None:
    version = scene.proposal()
    services.complete(
        version, purpose="It", tasks=TASKS, by=scene.mvpm, at=NOW, **{**MARKS, "allows_own_vehicle": True}
    )
    services.assess(
        version,
        unit=scene.unit,
        assessed_on=TODAY,
        hazards=[HAZARD],
        why_not={"allows_own_vehicle": "Nobody has come by car yet."},
        by=scene.mvpm,
        at=NOW,
    )

    with pytest.raises(NotAllowed, match="says nothing about driving"):
        services.submit(version, by=scene.mvpm, at=NOW)


def test_a_letter_shows_the_title_as_it_was_typed(scene: Scene) -> None:
    version = scene.draft()
    type(version.profile).objects.update(title="Q&A helper <desk>")

    services.submit(version, by=scene.mvpm, at=NOW)

    letter = Letter.objects.filter(template="library/submitted").first()
    assert letter.subject == "For the Steering Group: Q&A helper <desk>"
    assert f"/roles/papers/{the_paper(version).reference}" in letter.text
    assert "Q&amp;A helper &lt;desk&gt;" in letter.html

"""The risks of a role are assessed at each unit, and again every year."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from tests.builders import NOW, TODAY, a_borough, a_unit, an_mvpm
from timegiven.kernel.refusals import NotAllowed, NotPermitted
from timegiven.library import selectors, services
from timegiven.library.models import Hazard, RiskAssessment
from timegiven.library.tests.scenes import HAZARD, Scene
from timegiven.people.models import Person
from timegiven.programme.models import Unit


def assess(version, unit: Unit, by: Person, *, assessed_on: date = TODAY, hazards=(HAZARD,)) -> RiskAssessment:
    return services.assess(version, unit=unit, assessed_on=assessed_on, hazards=hazards, by=by, at=NOW)


@pytest.mark.clause(53, 59, 73)
def test_an_assessment_holds_for_a_year(scene: Scene) -> None:
    version = scene.proposal()

    done = assess(version, scene.unit, scene.mvpm)

    in_date = [
        selectors.risk_in_date(scene.unit, version, day) for day in (TODAY, date(2008, 4, 23), date(2008, 4, 24))
    ]
    assert (done.review_on, in_date) == (date(2008, 4, 24), [True, True, False])
    assert not selectors.risk_in_date(scene.unit, version, TODAY - timedelta(days=1))


@pytest.mark.clause(59)
def test_a_review_is_a_new_assessment_and_the_old_one_stays_on_record(scene: Scene) -> None:
    version = scene.approved()

    assess(version, scene.unit, scene.mvpm)

    assert version.risk_assessments.count() == 2
    assert selectors.assessments_of(version).count() == 1


@pytest.mark.clause(53)
def test_another_borough_uses_an_approved_role_after_its_own_assessment(scene: Scene) -> None:
    version = scene.approved()
    barnet = a_unit("Barnet records", borough=a_borough("Barnet"))
    theirs = an_mvpm(barnet.borough)

    before = list(selectors.versions_at(barnet, TODAY))
    assess(version, barnet, theirs)

    assert (before, list(selectors.versions_at(barnet, TODAY))) == ([], [version])
    assert list(selectors.units_assessed(version, TODAY)) == [barnet, scene.unit]


@pytest.mark.clause(53)
def test_nobody_assesses_anothers_place(scene: Scene) -> None:
    version = scene.approved()

    for person in (an_mvpm(a_borough("Barnet")), scene.manager, scene.chair):
        with pytest.raises(NotPermitted):
            assess(version, scene.unit, person)


def test_a_draft_is_assessed_where_it_was_conceived(scene: Scene) -> None:
    version = scene.proposal()

    with pytest.raises(NotAllowed, match="while it is a draft"):
        assess(version, a_unit("Next door"), scene.mvpm)


def test_a_paper_before_the_group_is_not_assessed_behind_its_back(scene: Scene) -> None:
    version = scene.paper()

    with pytest.raises(NotAllowed, match="with the steering group"):
        assess(version, scene.unit, scene.mvpm)


@pytest.mark.clause(53)
def test_no_hazards_or_too_much_risk_left_is_refused(scene: Scene) -> None:
    version = scene.proposal()

    for hazards in ([], [{**HAZARD, "severity": 5, "residual_likelihood": 3, "residual_severity": 5}]):
        with pytest.raises(NotAllowed):
            assess(version, scene.unit, scene.mvpm, hazards=hazards)

    assert RiskAssessment.objects.count() == 0


def test_the_table_refuses_a_review_before_the_assessment_and_a_six(scene: Scene) -> None:
    done = assess(scene.proposal(), scene.unit, scene.mvpm)

    with pytest.raises(IntegrityError), transaction.atomic():
        RiskAssessment.objects.filter(pk=done.pk).update(review_on=done.assessed_on - timedelta(days=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Hazard.objects.update(likelihood=6)


# The page


def typed(scene: Scene, **changes: object) -> dict[str, object]:
    day = timezone.localdate()
    row = {f"{name}_1": value for name, value in HAZARD.items()}
    head = {"unit": scene.unit.reference, "assessed_on": f"{day.day}/{day.month}/{day.year}", "rows": 2}
    return {**head, **row, **changes}


def test_the_page_saves_the_rows_that_were_filled_in(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene))

    assert reply.status_code == 302
    assert list(Hazard.objects.values_list("what", "likelihood")) == [(HAZARD["what"], 3)]


def test_add_another_brings_a_row_keeps_what_was_typed_and_saves_nothing(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, add="yes"))

    page = reply.content.decode()
    assert ("Hazard 3" in page, HAZARD["what"] in page, "There is a problem" in page) == (True, True, False)
    assert (page.count('value="3" selected'), RiskAssessment.objects.count()) == (3, 0)


def test_a_half_filled_row_is_asked_for_by_its_number(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, what_2="Stairs"))

    errors = reply.context["form"].errors
    assert errors["control_2"] == ["Hazard 2: answer “What is done about it?”"]
    assert sorted(errors) == sorted(f"{name}_2" for name in HAZARD if name != "what")


def test_a_form_without_any_hazard_is_refused_in_plain_words(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)
    nothing = {f"{name}_1": "" for name in HAZARD}

    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, **nothing))

    assert (reply.status_code, "it has no hazard" in reply.content.decode()) == (200, True)


def test_a_review_begins_with_what_was_found_last_time(scene: Scene, client: Client) -> None:
    version = scene.approved()
    client.force_login(scene.mvpm)

    reply = client.get(f"/roles/versions/{version.reference}/assess?unit={scene.unit.reference}")

    assert reply.context["form"].initial["what_1"] == HAZARD["what"]


def test_thousands_of_rows_are_not_drawn(scene: Scene, client: Client) -> None:
    version = scene.proposal()
    client.force_login(scene.mvpm)

    reply = client.post(f"/roles/versions/{version.reference}/assess", typed(scene, rows=999, add="yes"))

    assert len(reply.context["form"].sections) == 30

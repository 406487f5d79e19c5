"""Notice is given before a review falls due and before insurance runs out: each once, to those concerned."""

from datetime import timedelta

import pytest

from tests.builders import (
    NOW,
    TODAY,
    a_borough,
    a_risk_assessment,
    a_unit,
    a_unit_manager,
    a_version,
    an_mvpm,
    insurance,
    the_central_team,
)
from timegiven.kernel.background import every_job
from timegiven.letters.models import Letter
from timegiven.library import services, tasks
from timegiven.library.models import ReviewNotice
from timegiven.programme.models import Cover, PolicyValue

pytestmark = pytest.mark.django_db


def days(count: int) -> timedelta:
    return timedelta(days=count)


def told(letter: str = "library/reviews_due") -> list[str]:
    return sorted(Letter.objects.filter(template=letter).values_list("to_name", flat=True))


@pytest.mark.clause(59)
def test_each_notice_is_given_once_at_sixty_thirty_and_seven_days_and_on_the_day() -> None:
    unit = a_unit()
    mvpm = an_mvpm(unit.borough)
    a_risk_assessment(a_version(unit=unit), review_on=TODAY + days(61))

    given = [ahead for ahead in range(70) if services.give_review_notices(at=NOW + days(ahead))]

    assert given == [1, 31, 54, 61]
    assert told() == [mvpm.name] * 4
    assert sorted(ReviewNotice.objects.values_list("days_before", flat=True)) == [0, 7, 30, 60]


@pytest.mark.clause(59)
def test_after_a_pause_only_the_nearest_notice_is_given() -> None:
    unit = a_unit()
    an_mvpm(unit.borough)
    a_risk_assessment(a_version(unit=unit), review_on=TODAY + days(5))

    assert [services.give_review_notices(at=NOW), services.give_review_notices(at=NOW)] == [1, 0]
    assert ReviewNotice.objects.get().days_before == 7


@pytest.mark.clause(59)
def test_the_mvpm_and_the_unit_are_told_in_one_letter_each() -> None:
    unit, other = a_unit(), a_unit("Archive")
    mvpm, manager = an_mvpm(unit.borough), a_unit_manager(unit)
    an_mvpm(a_borough("Barnet"))
    for place in (unit, other):
        a_risk_assessment(a_version(unit=place, title=f"Role at {place.name}"), review_on=TODAY + days(30))

    services.give_review_notices(at=NOW)

    assert told() == sorted([mvpm.name, manager.name])
    both = Letter.objects.get(to_name=mvpm.name).text
    assert "Role at Front counter, Front counter, Camden: by Thursday 24 May 2007." in both
    assert "Role at Archive" in both
    assert "Role at Archive" not in Letter.objects.get(to_name=manager.name).text


@pytest.mark.clause(59)
def test_a_review_that_was_brought_forward_has_notices_of_its_own() -> None:
    unit = a_unit()
    an_mvpm(unit.borough)
    assessment = a_risk_assessment(a_version(unit=unit), review_on=TODAY + days(60))
    services.give_review_notices(at=NOW)

    type(assessment).objects.update(review_on=TODAY + days(7))

    assert services.give_review_notices(at=NOW) == 1


def test_old_assessments_and_roles_that_are_not_in_force_have_no_notices() -> None:
    unit = a_unit()
    an_mvpm(unit.borough)
    reviewed = a_version(unit=unit)
    a_risk_assessment(reviewed, review_on=TODAY + days(7))
    a_risk_assessment(reviewed)
    a_risk_assessment(a_version(unit=unit, status="DRAFT"), review_on=TODAY + days(7))

    assert services.give_review_notices(at=NOW) == 0


@pytest.mark.clause(59)
def test_the_days_are_the_handbooks() -> None:
    unit = a_unit()
    an_mvpm(unit.borough)
    a_risk_assessment(a_version(unit=unit), review_on=TODAY + days(90))
    PolicyValue.objects.create(
        name="library.review_notice_days", from_on=TODAY, value=[90], decided_by="Steering Group", source="Minutes"
    )

    assert services.give_review_notices(at=NOW) == 1


@pytest.mark.clause(56)
def test_the_central_team_is_told_of_insurance_that_runs_out_unless_it_goes_on() -> None:
    insurance()
    team = the_central_team()
    Cover.objects.filter(kind__in=["PUBLIC", "VEHICLE"]).update(until_on=TODAY + days(30))
    Cover.objects.create(
        strand=Cover.objects.first().strand, kind="VEHICLE", certificate="C-2", from_on=TODAY + days(30)
    )

    given = [services.give_cover_notices(at=NOW + days(ahead)) for ahead in (0, 1, 23)]

    assert (given, told("library/cover_ends")) == ([1, 0, 1], [team.name] * 2)
    text = Letter.objects.filter(template="library/cover_ends").first().text
    assert "Public liability (MVP), certificate C-1: ends on Thursday 24 May 2007." in text
    assert "Own vehicle" not in text


def test_the_worker_gives_notice_every_day() -> None:
    slots = {job.name: job.slot for job in every_job()}

    assert slots[f"{tasks.__name__}.give_notice"] == days(1)

"""Equality impact assessments: one of each part of volunteering counts, and is looked at again in time."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.builders import NOW, TODAY, Role, someone_appointed, the_central_team, the_force, the_strand
from timegiven.insight import access, selectors, services
from timegiven.insight.models import EqualityAssessment
from timegiven.kernel.refusals import NotAllowed, NotPermitted

pytestmark = pytest.mark.django_db

FACTS = {
    "kind": "FULL",
    "made_by": "Diversity and Citizen Focus Directorate",
    "found": "Few roles in the evening.",
    "to_do": "One role after six in each borough.",
}


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def assess(strand="CORP", made_on=TODAY, **changed):
    return services.record_assessment(
        the_strand(strand), made_on=made_on, **{**FACTS, **changed}, by=the_central_team(), at=NOW
    )


@pytest.mark.clause(152)
def test_its_review_follows_after_the_time_of_the_handbook():
    assert assess().review_on == date(2008, 4, 24)
    assert assess(review_on=TODAY + timedelta(days=90)).review_on == date(2007, 7, 23)


@pytest.mark.clause(152)
def test_the_newest_of_each_strand_counts_and_every_report_says_how_they_stand():
    the_strand("GAMES")
    assess(made_on=date(2006, 1, 5), kind="SCREENING")
    assess(made_on=date(2006, 3, 5))
    report = services.begin_report(by=the_central_team(), at=NOW)

    told = selectors.told(report, TODAY)["assessments"]

    said = (
        "CORP: a full assessment was made on Sunday 5 March 2006 by Diversity and Citizen Focus Directorate. "
        "Its review has been due since Monday 5 March 2007."
    )
    assert {each["words"]: each["is_due"] for each in told} == {
        said: True,
        "GAMES: no equality impact assessment has been written down yet.": True,
    }
    assert EqualityAssessment.objects.count() == 2


@pytest.mark.clause(152)
@pytest.mark.parametrize(("days", "reminded"), [(31, 0), (30, 1), (-5, 1)])
def test_the_central_team_is_reminded_when_a_review_is_due(days, reminded):
    assess(made_on=date(2006, 1, 5), review_on=TODAY + timedelta(days=days))

    team, auditor = the_central_team(), someone_appointed(Role.AUDITOR, the_force())

    assert [len(selectors.needs(each, TODAY)) for each in (team, auditor)] == [reminded, 0]


def test_it_is_written_down_when_it_has_been_made_and_reviewed_after_that():
    with pytest.raises(NotAllowed, match="is still to come"):
        assess(made_on=TODAY + timedelta(days=1))
    with pytest.raises(NotAllowed, match="before the assessment itself"):
        assess(review_on=TODAY)


@pytest.mark.clause(152)
def test_the_central_team_writes_it_and_auditors_read_it(client):
    the_strand("CORP")
    auditor, team = someone_appointed(Role.AUDITOR, the_force()), the_central_team()
    client.force_login(team)
    client.post(reverse("insight:record_assessment"), {"strand": "CORP", "made_on": "24/4/2007", **FACTS})
    client.force_login(auditor)

    page = client.get(reverse("insight:assessments"))

    assert "Few roles in the evening." in page.text
    assert "Write down an assessment" not in page.text
    assert access.assess_equality(auditor, TODAY) is False
    with pytest.raises(NotPermitted):
        services.record_assessment(the_strand("CORP"), made_on=TODAY, **FACTS, by=auditor, at=NOW)

"""The demonstration shows the risk assessments at work: actions, notices, changes, certificates, a changed role."""

import pytest

from timegiven.demonstration.make.stage import Stage
from timegiven.library import selectors as library
from timegiven.library.models import Action, Change, Hazard, ReviewNotice, RiskAssessment
from timegiven.placements import selectors as placements
from timegiven.placements.models import Confirmation
from timegiven.programme.models import Cover

pytestmark = pytest.mark.django_db


def test_actions_are_done_to_do_and_overdue(stage: Stage) -> None:
    done = Action.objects.exclude(done_on=None)
    overdue = Action.objects.filter(library.still_open(stage.today, overdue=True))

    assert done.count() > overdue.count() > 0
    assert Action.objects.filter(done_on=None, due_on__gte=stage.today).exists()
    assert not done.filter(done_on__gt=stage.today).exists()


def test_every_assessment_would_pass_the_rules(stage: Stage) -> None:
    for hazard in Hazard.objects.prefetch_related("actions"):
        now, left = hazard.likelihood * hazard.severity, hazard.residual_likelihood * hazard.residual_severity
        assert left <= min(now, 9)
        assert bool(hazard.further) == bool(hazard.actions.all()) or left == now
    for assessment in RiskAssessment.objects.select_related("version__profile", "unit"):
        assert library.marks_unanswered(assessment.version, assessment.unit) == []


def test_a_unit_has_reported_what_can_wait_and_another_what_cannot(stage: Stage) -> None:
    changes = list(Change.objects.select_related("version", "unit").order_by("is_stop"))

    assert [change.is_stop for change in changes] == [False, True]
    in_date = [library.risk_in_date(change.unit, change.version, stage.today) for change in changes]
    assert in_date == [True, False]


def test_notices_were_given_and_certificates_are_in_force(stage: Stage) -> None:
    assert ReviewNotice.objects.exists()
    assert set(Cover.objects.on(stage.today).values_list("kind", flat=True)) == set(Cover.Kind.values)
    assert library.cover_running_out(stage.today).count() == 1


def test_some_have_said_yes_to_a_changed_role_and_some_not_yet(stage: Stage) -> None:
    assert Confirmation.objects.exclude(confirmed_at=None).exists()
    assert placements.outdated().exists()
    for silent in placements.outdated():
        assert silent.confirmations.filter(confirmed_at=None).exists()

"""What the tests of expenses share: a placement, its sessions, and a volunteer who claims."""

import pytest

from tests.builders import NOW, a_cost_agreement, a_ready_volunteer, a_report, a_unit, an_mvpm
from timegiven.expenses import services
from timegiven.expenses.tests.papers import a_photo


@pytest.fixture
def placement(db):
    return a_ready_volunteer(unit=a_unit())


@pytest.fixture
def mvpm(placement):
    return an_mvpm()


@pytest.fixture
def spend():
    """`spend(report, 410)`: add a cost, by the volunteer unless said otherwise."""

    def add(report, pence=285, *, kind="MEAL", by=None, at=NOW, photo=None, **told):
        receipt = photo or a_photo()
        return services.add_cost(
            report, kind=kind, spent_pence=pence, receipt=receipt, by=by or report.person, at=at, **told
        )

    return add


@pytest.fixture
def sent(placement, spend):
    """`sent(410)`: a claim of one meal, with the MVP Manager."""

    def send(pence=285, report=None, kind="MEAL"):
        if kind != "MEAL" and not placement.costs_agreed.filter(kind=kind).exists():
            a_cost_agreement(placement, kind=kind)
        claim = spend(report or a_report(placement), pence, kind=kind).claim
        services.send(claim, by=claim.volunteer.person, at=NOW)
        return claim

    return send
